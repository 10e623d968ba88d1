package dev.retort.dialect.mariadb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Deferral;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

/** Gathers rows of the catalog into tables. */
final class CatalogTables {

    private static final String JSON_COLLATION = "utf8mb4_bin";
    private static final Pattern VALID_JSON = Pattern.compile("json_valid\\(`((?:[^`]|``)+)`\\)");
    private static final Pattern QUOTED_NAME = Pattern.compile("`((?:[^`]|``)+)`");

    private final MariaDbNames names;
    private final MariaDbTypes types;
    private final ForeignKeyIndexes keyIndexes;
    private final Map<QualifiedName, Draft> drafts = new LinkedHashMap<>();

    CatalogTables(MariaDbNames names, MariaDbTypes types) {
        this.names = names;
        this.types = types;
        this.keyIndexes = new ForeignKeyIndexes(names);
    }

    boolean isEmpty() {
        return drafts.isEmpty();
    }

    void add(QualifiedName name, @Nullable String collation, @Nullable String comment) {
        drafts.put(name, new Draft(collation, comment == null || comment.isEmpty() ? null : comment));
    }

    /**
     * A check of a column that says only that it holds JSON is what makes it a JSON column. What the catalog calls the
     * check of a column is the column's name when the check was made, so the column is found by the clause.
     */
    void check(QualifiedName table, ResultSet row) throws SQLException {
        Draft draft = drafts.get(table);
        if (draft == null) {
            return;
        }
        String clause = row.getString(5);
        Matcher validJson = VALID_JSON.matcher(clause);
        if (!row.getString(4).equalsIgnoreCase("Column")) {
            draft.checks.add(new CheckConstraint(names.read(row.getString(3)), clause));
        } else if (validJson.matches()) {
            draft.validJson.add(validJson.group(1).replace("``", "`"));
        } else {
            draft.columnChecks.add(new CheckConstraint(row.getString(3), clause));
        }
    }

    void column(QualifiedName table, ResultSet row) throws SQLException {
        Draft draft = drafts.get(table);
        if (draft == null) {
            return;
        }
        String name = row.getString(3);
        String collation = row.getString(9);
        SqlType type = types.parse(row.getString(4));
        if (draft.validJson.contains(name)) {
            if (type instanceof SqlType.Text && JSON_COLLATION.equals(collation)) {
                type = new SqlType.Json(false);
                collation = null;
            } else {
                draft.checks.add(
                        new CheckConstraint(names.read(name), "json_valid(`" + name.replace("`", "``") + "`)"));
            }
        }
        String extra = row.getString(7).toLowerCase(Locale.ROOT);
        boolean computed = extra.contains("generated");
        String comment = row.getString(10);
        draft.columns.add(new Column(
                names.read(name),
                type,
                row.getString(5).equals("YES"),
                computed ? null : ColumnAttributes.with(defaultSql(row.getString(6), extra), extra),
                extra.contains("auto_increment") ? Identity.byDefault() : null,
                computed
                        ? new Generated(row.getString(8), extra.contains("stored") || extra.contains("persistent"))
                        : null,
                collation == null || collation.equals(draft.collation) ? null : collation,
                comment.isEmpty() ? null : comment));
    }

    private static @Nullable String defaultSql(@Nullable String text, String extra) {
        int onUpdate = extra.indexOf("on update ");
        if (onUpdate >= 0) {
            String update = extra.substring(onUpdate + "on update ".length()).replaceFirst(",\\s*[a-z ]+$", "");
            return (text == null ? "NULL" : text) + " ON UPDATE " + update;
        }
        return text == null || text.equals("NULL") ? null : text;
    }

    void reference(QualifiedName table, QualifiedName target, ResultSet row) throws SQLException {
        Draft draft = drafts.get(table);
        if (draft != null) {
            Reference reference = draft.references.computeIfAbsent(row.getString(3), name -> new Reference(target));
            reference.columns.add(names.read(row.getString(4)));
            reference.targetColumns.add(names.read(row.getString(7)));
        }
    }

    void actions(QualifiedName table, ResultSet row) throws SQLException {
        Draft draft = drafts.get(table);
        Reference reference = draft == null ? null : draft.references.get(row.getString(3));
        if (reference != null) {
            reference.onDelete = action(row.getString(4));
            reference.onUpdate = action(row.getString(5));
        }
    }

    /** RESTRICT, which the catalog also shows where nothing was said, is NO ACTION to InnoDB. */
    private static ReferentialAction action(String rule) {
        return switch (rule) {
            case "CASCADE" -> ReferentialAction.CASCADE;
            case "SET NULL" -> ReferentialAction.SET_NULL;
            case "SET DEFAULT" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    void indexPart(QualifiedName table, ResultSet row) throws SQLException {
        Draft draft = drafts.get(table);
        if (draft == null) {
            return;
        }
        String type = row.getString(8);
        boolean unique = row.getInt(5) == 0;
        Keys keys = draft.keys.computeIfAbsent(row.getString(3), name -> new Keys(unique, method(type, unique)));
        String prefix = row.getString(7);
        keys.parts.add(new IndexPart(
                names.read(row.getString(4)),
                false,
                "D".equals(row.getString(6)),
                null,
                prefix == null || keys.method != null ? null : "(" + prefix + ")"));
    }

    private static @Nullable String method(String type, boolean unique) {
        return type.equals("BTREE") || unique ? null : type.toLowerCase(Locale.ROOT);
    }

    /** List the tables of which some expression may be another than the catalog shows. */
    List<QualifiedName> unsure() {
        var names = new ArrayList<QualifiedName>();
        drafts.forEach((name, draft) -> {
            if (draft.isUnsure()) {
                names.add(name);
            }
        });
        return names;
    }

    /** Put the server's own words in the place of unsure ones. */
    void settle(QualifiedName name, StoredTable stored) {
        Draft draft = drafts.get(name);
        if (draft != null) {
            for (int i = 0; i < draft.columns.size(); i++) {
                StoredTable.StoredColumn own = stored.column(i);
                draft.columns.set(i, own == null ? draft.columns.get(i) : settled(draft.columns.get(i), own));
            }
            draft.checks.replaceAll(check -> {
                String own = check.name() == null ? null : stored.check(names.catalog(check.name()));
                return own == null || !isUnsure(check.expression()) ? check : new CheckConstraint(check.name(), own);
            });
        }
    }

    private static Column settled(Column column, StoredTable.StoredColumn own) {
        Generated generated = column.generated();
        if (generated != null && isUnsure(generated.expression())) {
            return column.generated(own.generated());
        }
        return isUnsure(column.defaultSql()) ? column.defaultSql(own.defaultSql()) : column;
    }

    /** List the columns of a settled table whose default is a literal that the server may still not have shown. */
    List<Column> unsureLiterals(QualifiedName name) {
        Draft draft = drafts.get(name);
        return draft == null
                ? List.of()
                : draft.columns.stream()
                        .filter(column -> isUnsure(column.defaultSql()) && LiteralDefaults.isLiteral(column))
                        .toList();
    }

    /** Put a literal default in the place of the one that was shown. */
    void settle(QualifiedName name, Column column, String literal) {
        Draft draft = drafts.get(name);
        if (draft != null) {
            draft.columns.replaceAll(each -> each.name().equals(column.name()) ? each.defaultSql(literal) : each);
        }
    }

    private static boolean isUnsure(@Nullable String text) {
        return text != null && text.indexOf('?') >= 0;
    }

    List<Table> tables() {
        var tables = new ArrayList<Table>();
        drafts.forEach((name, draft) -> tables.add(table(name, draft)));
        return tables;
    }

    private Table table(QualifiedName name, Draft draft) {
        var foreignKeys = new ArrayList<ForeignKey>();
        draft.references.forEach((key, reference) -> foreignKeys.add(reference.named(names.read(key))));
        PrimaryKey primaryKey = null;
        var uniques = new ArrayList<UniqueConstraint>();
        var indexes = new ArrayList<Index>();
        for (var entry : draft.keys.entrySet()) {
            Keys keys = entry.getValue();
            Index index =
                    new Index(names.read(entry.getKey()), name, keys.parts, keys.unique, null, keys.method, List.of());
            if (entry.getKey().equals("PRIMARY")) {
                primaryKey = new PrimaryKey(null, keys.columns());
            } else if (keys.unique && keys.isPlain()) {
                uniques.add(new UniqueConstraint(index.name(), keys.columns(), false));
            } else if (!keyIndexes.isOwn(index, foreignKeys)) {
                indexes.add(index);
            }
        }
        draft.columnChecks.forEach(check -> draft.checks.add(check.named(columnOf(check, draft.columns))));
        return new Table(
                name, draft.columns, primaryKey, uniques, foreignKeys, draft.checks, indexes, draft.comment, List.of());
    }

    private String columnOf(CheckConstraint check, List<Column> columns) {
        Set<String> known = columns.stream().map(Column::name).collect(Collectors.toSet());
        String name = names.read(String.valueOf(check.name()));
        if (known.contains(name)) {
            return name;
        }
        return QUOTED_NAME
                .matcher(check.expression())
                .results()
                .map(match -> names.read(match.group(1).replace("``", "`")))
                .filter(known::contains)
                .findFirst()
                .orElse(name);
    }

    private static final class Draft {
        private final @Nullable String collation;
        private final @Nullable String comment;
        private final List<Column> columns = new ArrayList<>();
        private final Map<String, Reference> references = new LinkedHashMap<>();
        private final Map<String, Keys> keys = new LinkedHashMap<>();
        private final List<CheckConstraint> checks = new ArrayList<>();
        private final List<CheckConstraint> columnChecks = new ArrayList<>();
        private final Set<String> validJson = new LinkedHashSet<>();

        boolean isUnsure() {
            return checks.stream().anyMatch(check -> CatalogTables.isUnsure(check.expression()))
                    || columns.stream()
                            .anyMatch(column -> CatalogTables.isUnsure(column.defaultSql())
                                    || (column.generated() != null
                                            && CatalogTables.isUnsure(
                                                    column.generated().expression())));
        }

        Draft(@Nullable String collation, @Nullable String comment) {
            this.collation = collation;
            this.comment = comment;
        }
    }

    private static final class Keys {
        private final boolean unique;
        private final @Nullable String method;
        private final List<IndexPart> parts = new ArrayList<>();

        Keys(boolean unique, @Nullable String method) {
            this.unique = unique;
            this.method = method;
        }

        List<String> columns() {
            return parts.stream().map(IndexPart::text).toList();
        }

        boolean isPlain() {
            return parts.stream().allMatch(part -> part.equals(IndexPart.column(part.text())));
        }
    }

    private static final class Reference {
        private final QualifiedName target;
        private final List<String> columns = new ArrayList<>();
        private final List<String> targetColumns = new ArrayList<>();
        private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;

        Reference(QualifiedName target) {
            this.target = target;
        }

        ForeignKey named(String name) {
            return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, Deferral.NOT_DEFERRABLE);
        }
    }
}
