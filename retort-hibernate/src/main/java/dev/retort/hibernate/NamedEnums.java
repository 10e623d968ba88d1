package dev.retort.hibernate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;

import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;

/** The enum types that Hibernate would create beside the tables; it keeps them as statements only. */
final class NamedEnums {

    /** PostgreSQL's way, and H2's, where Hibernate makes a domain that checks the words. */
    private static final Pattern CREATE = Pattern.compile("(?is)create\\s+(?:type\\s+(?<type>\\S+)\\s+as\\s+enum"
            + "|domain\\s+(?<domain>\\S+)\\s+as\\s+.*\\bcheck\\s*\\(\\s*value\\s+in)\\s*\\((?<values>.*)\\)\\s*");

    private static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*+)'");

    private final Map<String, EnumType> byText = new HashMap<>();

    private NamedEnums() {}

    static NamedEnums of(Database database, SqlStringGenerationContext context, Spelling spelling) {
        var enums = new NamedEnums();
        for (AuxiliaryDatabaseObject object : database.getAuxiliaryDatabaseObjects()) {
            if (object.appliesToDialect(database.getDialect())) {
                for (String statement : object.sqlCreateStrings(context)) {
                    enums.add(statement, spelling);
                }
            }
        }
        return enums;
    }

    private void add(String statement, Spelling spelling) {
        Matcher create = CREATE.matcher(statement);
        if (!create.matches()) {
            return;
        }
        var values = new ArrayList<String>();
        Matcher value = VALUE.matcher(create.group("values"));
        while (value.find()) {
            values.add(value.group(1).replace("''", "'"));
        }
        String text = create.group("type") == null ? create.group("domain") : create.group("type");
        int dot = text.lastIndexOf('.');
        var name = QualifiedName.of(
                dot < 0 ? null : spelling.ofText(text.substring(0, dot)), spelling.ofText(text.substring(dot + 1)));
        byText.put(key(text), new EnumType(name, values));
    }

    List<EnumType> all() {
        return List.copyOf(byText.values());
    }

    /** Find the type that a column names. */
    Optional<SqlType> find(String text) {
        return Optional.ofNullable(byText.get(key(text)))
                .map(type -> new SqlType.Enumeration(type.name(), type.values()));
    }

    private static String key(String text) {
        return text.startsWith("\"") ? text : text.toLowerCase(Locale.ROOT);
    }
}
