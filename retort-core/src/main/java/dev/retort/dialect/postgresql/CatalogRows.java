package dev.retort.dialect.postgresql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Deferral;
import dev.retort.schema.EnumType;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.UniqueConstraint;

/** Understands the rows that {@link CatalogSql} asks for. */
final class CatalogRows {

    private static final Pattern NEXT_NUMBER = Pattern.compile("nextval\\('.*'::regclass\\)", Pattern.DOTALL);
    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private final PostgresNames names;
    private final PostgresTypes types;
    private final @Nullable String defaultSchema;

    CatalogRows(PostgresNames names, PostgresTypes types, @Nullable String defaultSchema) {
        this.names = names;
        this.types = types;
        this.defaultSchema = defaultSchema;
    }

    TableParts table(ResultSet row) throws SQLException {
        return new TableParts(name(row), row.getString("description"));
    }

    Sequence sequence(ResultSet row) throws SQLException {
        long increment = row.getLong("seqincrement");
        long lowest = increment > 0 ? 1 : Long.MIN_VALUE;
        long highest = increment > 0 ? Long.MAX_VALUE : -1;
        return new Sequence(
                name(row.getString("schema"), row.getString("name")),
                row.getLong("seqstart"),
                increment,
                other(row.getLong("seqmin"), lowest),
                other(row.getLong("seqmax"), highest),
                row.getBoolean("seqcycle"));
    }

    private static @Nullable Long other(long number, long usual) {
        return number == usual ? null : (Long) number;
    }

    EnumType enumType(ResultSet row) throws SQLException {
        return new EnumType(name(row.getString("schema"), row.getString("name")), texts(row.getArray("labels")));
    }

    void column(ResultSet row, TableParts table) throws SQLException {
        String expression = row.getString("expression");
        String generated = row.getString("generated");
        Identity numbering = numbering(row, expression);
        boolean computed = !generated.isEmpty();
        String collation = row.getString("collation");
        table.add(new Column(
                names.read(row.getString("name")),
                type(row),
                !row.getBoolean("not_null"),
                computed || numbering != null ? null : expression,
                numbering,
                computed ? new Generated(CatalogExpression.settled(expression), generated.equals("s")) : null,
                collation == null ? null : names.read(collation),
                row.getString("description")));
    }

    private SqlType type(ResultSet row) throws SQLException {
        String enumName = row.getString("enum_name");
        if (enumName == null) {
            String basis = row.getString("basis");
            return basis == null
                    ? types.parse(row.getString("type"))
                    : new SqlType.Named(row.getString("type"), types.parse(basis));
        }
        SqlType type = new SqlType.Enumeration(name(row.getString("enum_schema"), enumName), List.of());
        return row.getBoolean("enum_array") ? new SqlType.Array(type) : type;
    }

    private static @Nullable Identity numbering(ResultSet row, @Nullable String expression) throws SQLException {
        String identity = row.getString("identity");
        boolean serial = row.getBoolean("has_sequence")
                && expression != null
                && NEXT_NUMBER.matcher(expression).matches();
        if (identity.isEmpty() && !serial) {
            return null;
        }
        long start = row.getLong("seqstart");
        long increment = row.getLong("seqincrement");
        return new Identity(identity.equals("a"), other(start, 1), other(increment, 1));
    }

    void constraint(ResultSet row, TableParts table) throws SQLException {
        String name = names.read(row.getString("name"));
        Deferral deferral = deferral(row.getBoolean("deferrable"), row.getBoolean("deferred"));
        switch (row.getString("kind")) {
            case "p" -> table.add(new PrimaryKey(name, columns(row, "columns"), columns(row, "included"), deferral));
            case "u" ->
                table.add(new UniqueConstraint(
                        name,
                        columns(row, "columns"),
                        row.getBoolean("nulls_not_distinct"),
                        columns(row, "included"),
                        deferral));
            case "f" -> table.add(foreignKey(row, name, deferral));
            case "x" -> table.add(exclusion(row, name));
            default ->
                table.add(new CheckConstraint(
                        name, CatalogExpression.settled(row.getString("expression")), row.getBoolean("unvalidated")));
        }
    }

    private static ExclusionConstraint exclusion(ResultSet row, String name) throws SQLException {
        return new ExclusionConstraint(name, row.getString("definition").substring("EXCLUDE ".length()));
    }

    private ForeignKey foreignKey(ResultSet row, String name, Deferral deferral) throws SQLException {
        return new ForeignKey(
                name,
                columns(row, "columns"),
                name(row.getString("target_schema"), row.getString("target")),
                columns(row, "target_columns"),
                action(row.getString("on_delete")),
                action(row.getString("on_update")),
                deferral,
                row.getBoolean("unvalidated"));
    }

    private static ReferentialAction action(String letter) {
        return switch (letter) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    private static Deferral deferral(boolean deferrable, boolean deferred) {
        if (!deferrable) {
            return Deferral.NOT_DEFERRABLE;
        }
        return deferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
    }

    void indexPart(ResultSet row, TableParts table) throws SQLException {
        String predicate = row.getString("predicate");
        var index = new Index(
                names.read(row.getString("name")),
                table.name(),
                List.of(),
                row.getBoolean("is_unique"),
                predicate == null ? null : CatalogExpression.settled(predicate),
                row.getString("method"),
                List.of(),
                row.getBoolean("nulls_not_distinct"));
        String column = row.getString("column_name");
        if (column != null && row.getBoolean("included")) {
            table.addIncluded(index, names.read(column));
            return;
        }
        int options = row.getInt("options");
        boolean descending = (options & DESCENDING) != 0;
        boolean nullsFirst = (options & NULLS_FIRST) != 0;
        table.addPart(
                index,
                new IndexPart(
                        column == null ? CatalogExpression.settled(row.getString("expression")) : names.read(column),
                        column == null,
                        descending,
                        nullsFirst == descending ? null : (Boolean) nullsFirst,
                        row.getString("operator_class")));
    }

    QualifiedName name(ResultSet row) throws SQLException {
        return name(row.getString("schema"), row.getString("name"));
    }

    private QualifiedName name(String schema, String name) {
        return QualifiedName.of(schema.equals(defaultSchema) ? null : names.read(schema), names.read(name));
    }

    private List<String> columns(ResultSet row, String label) throws SQLException {
        return texts(row.getArray(label)).stream().map(names::read).toList();
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
