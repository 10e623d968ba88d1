package dev.retort.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentTable;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Deferral;
import dev.retort.schema.ExclusionConstraint;
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
import dev.retort.schema.TableComment;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;

/** Reads the operations of {@code ddl_facts.json} as ours, as far as we have their like. */
final class RecordedOperations {

    private RecordedOperations() {}

    /** List the operations in order; a batch is what it holds. */
    static List<Operation> operations(JsonNode recorded) {
        var operations = new ArrayList<Operation>();
        for (JsonNode each : recorded) {
            if (!each.path("op").asText().equals("batch_alter_table")) {
                operations.add(operation(each));
            }
        }
        return operations;
    }

    /** Know the tables that batches say they begin with. */
    static TableLookup tables(JsonNode recorded) {
        var known = new HashMap<QualifiedName, Table>();
        for (JsonNode each : recorded) {
            JsonNode table = each.path("args").path("copy_from").path("table");
            if (table.isObject()) {
                Table copied = copied(table);
                known.put(copied.name(), copied);
            }
        }
        return name -> Optional.ofNullable(known.get(name));
    }

    private static Table copied(JsonNode table) {
        var elements = new ArrayList<TableElement>();
        table.path("columns").forEach(column -> elements.add(column(column)));
        for (JsonNode constraint : table.path("constraints")) {
            elements.add(
                    constraint.path("kind").asText().equals("check")
                            ? new CheckConstraint(
                                    text(constraint, "name"),
                                    constraint.path("sqltext").asText())
                            : new PrimaryKey(text(constraint, "name"), texts(constraint.path("columns"))));
        }
        return Table.of(QualifiedName.of(table.path("name").asText()), elements);
    }

    private static Operation operation(JsonNode recorded) {
        JsonNode args = recorded.path("args");
        QualifiedName table = QualifiedName.of(
                text(args, "schema"),
                args.path("table_name").asText(recorded.path("table").asText("-")));
        return switch (recorded.path("op").asText().replaceFirst("^batch\\.", "")) {
            case "add_column" -> new AddColumn(table, column(args.path("column").path("column")));
            case "alter_column" -> alterColumn(table, args);
            case "bulk_insert" -> bulkInsert(args);
            case "create_check_constraint" ->
                new AddConstraint(
                        table,
                        new CheckConstraint(
                                text(args, "constraint_name"),
                                args.path("condition").path("sql").asText()));
            case "create_exclude_constraint" -> new AddConstraint(table, exclusion(args));
            case "create_foreign_key" -> foreignKey(args);
            case "create_index" -> createIndex(table, args);
            case "create_primary_key" ->
                new AddConstraint(table, new PrimaryKey(text(args, "constraint_name"), texts(args.path("columns"))));
            case "create_table" -> createTable(args);
            case "create_table_comment" -> new CommentTable(table, text(args, "comment"), null);
            case "create_unique_constraint" ->
                new AddConstraint(
                        table, new UniqueConstraint(text(args, "constraint_name"), texts(args.path("columns")), false));
            case "drop_column" -> new DropColumn(table, args.path("column_name").asText(), null);
            case "drop_constraint" ->
                new DropConstraint(table, kind(args.path("type_").asText()), text(args, "constraint_name"), null);
            case "drop_index" ->
                new DropIndex(
                        table,
                        args.path("index_name").asText(),
                        null,
                        args.path("kw").has("postgresql_concurrently"));
            case "drop_table" ->
                new DropTable(table, null, args.path("if_exists").asBoolean());
            case "drop_table_comment" -> new CommentTable(table, null, null);
            case "execute" ->
                Execute.of(args.path("sqltext")
                        .path("sql")
                        .asText(args.path("sqltext").asText()));
            case "rename_table" ->
                new RenameTable(
                        QualifiedName.of(
                                text(args, "schema"),
                                args.path("old_table_name").asText()),
                        args.path("new_table_name").asText());
            default -> Execute.of("-- no such operation: " + recorded.path("op").asText());
        };
    }

    private static Operation alterColumn(QualifiedName table, JsonNode args) {
        ColumnChange change = ColumnChange.NONE;
        if (args.has("new_column_name")) {
            change = change.withName(args.path("new_column_name").asText());
        }
        if (args.has("type_")) {
            change = change.withType(type(args.path("type_")), text(args.path("kw"), "postgresql_using"));
        }
        if (args.has("nullable")) {
            change = change.withNullable(args.path("nullable").asBoolean());
        }
        if (args.has("server_default") && !args.path("server_default").has("identity")) {
            change = change.withDefault(literal(args.path("server_default")));
        }
        if (args.has("comment")) {
            change = change.withComment(text(args, "comment"));
        }
        if (args.path("kw").has("autoincrement")) {
            boolean numbered = args.path("kw").path("autoincrement").asBoolean();
            change = change.withNumbering(numbered ? Identity.byDefault() : null);
        }
        Column before = before(args);
        if (args.path("server_default").has("identity")) {
            Identity after = identity(args.path("server_default").path("identity"));
            JsonNode existing = args.path("existing_server_default").path("identity");
            before = Column.of(args.path("column_name").asText(), new SqlType.Int())
                    .numbering(existing.isMissingNode() ? null : identity(existing));
            change = ColumnChange.between(before, before.numbering(after));
        }
        return new AlterColumn(table, args.path("column_name").asText(), before, change);
    }

    private static @Nullable Column before(JsonNode args) {
        if (!args.has("existing_type") && !args.has("existing_nullable")) {
            return null;
        }
        JsonNode type = args.path(args.has("existing_type") ? "existing_type" : "type_");
        return Column.of(args.path("column_name").asText(), type(type))
                .nullable(args.path("existing_nullable").asBoolean(true))
                .defaultSql(literal(args.path("existing_server_default")))
                .comment(text(args, "existing_comment"))
                .numbering(args.path("kw").path("existing_autoincrement").asBoolean() ? Identity.byDefault() : null);
    }

    /** A default that is not said to be SQL is text. */
    private static @Nullable String literal(JsonNode value) {
        if (value.has("sql")) {
            return value.path("sql").asText();
        }
        return value.isTextual() ? "'" + value.asText() + "'" : null;
    }

    private static ConstraintKind kind(String type) {
        return switch (type) {
            case "foreignkey" -> ConstraintKind.FOREIGN_KEY;
            case "unique" -> ConstraintKind.UNIQUE;
            case "primary" -> ConstraintKind.PRIMARY_KEY;
            default -> ConstraintKind.CHECK;
        };
    }

    private static ExclusionConstraint exclusion(JsonNode args) {
        JsonNode element = args.path("elements").get(0);
        JsonNode column = element.get(0);
        return new ExclusionConstraint(
                text(args, "constraint_name"),
                "USING %s (%s WITH %s) WHERE (%s)"
                        .formatted(
                                args.path("kw").path("using").asText(),
                                column.isTextual()
                                        ? column.asText()
                                        : column.path("sql").asText(),
                                element.get(1).asText(),
                                args.path("kw").path("where").asText()));
    }

    private static Operation bulkInsert(JsonNode args) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (JsonNode row : args.path("rows")) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            row.properties()
                    .forEach(field -> values.put(
                            field.getKey(),
                            field.getValue().isNumber()
                                    ? field.getValue().numberValue()
                                    : field.getValue().asText()));
            rows.add(values);
        }
        return new BulkInsert(
                QualifiedName.of(args.path("table").path("table").path("name").asText()), rows);
    }

    private static Operation foreignKey(JsonNode args) {
        ForeignKey key = ForeignKey.of(
                        texts(args.path("local_cols")),
                        QualifiedName.of(
                                text(args, "referent_schema"),
                                args.path("referent_table").asText()),
                        texts(args.path("remote_cols")))
                .named(args.path("constraint_name").asText());
        if (args.has("onupdate")) {
            key = key.onUpdate(ReferentialAction.valueOf(args.path("onupdate").asText()));
        }
        if (args.path("deferrable").asBoolean()) {
            key = key.deferrable(Deferral.INITIALLY_IMMEDIATE);
        }
        return new AddConstraint(
                QualifiedName.of(
                        text(args, "source_schema"), args.path("source_table").asText()),
                key);
    }

    private static Operation createIndex(QualifiedName table, JsonNode args) {
        var parts = new ArrayList<IndexPart>();
        for (JsonNode part : args.path("columns")) {
            parts.add(
                    part.isTextual()
                            ? IndexPart.column(part.asText())
                            : IndexPart.expression(part.path("sql").asText()));
        }
        JsonNode where = args.path("kw").path("postgresql_where").path("sql");
        return new CreateIndex(
                new Index(
                        args.path("index_name")
                                .path("conv")
                                .asText(args.path("index_name").asText()),
                        table,
                        parts,
                        args.path("unique").asBoolean()
                                || args.path("kw").path("unique").asBoolean(),
                        where.isMissingNode() ? null : where.asText(),
                        null,
                        texts(args.path("kw").path("mssql_include"))),
                false);
    }

    private static Operation createTable(JsonNode args) {
        var elements = new ArrayList<TableElement>();
        var keys = new ArrayList<String>();
        for (JsonNode element : args.path("columns")) {
            JsonNode column = element.path("column");
            if (column.isObject()) {
                elements.add(column(column));
                if (column.path("primary_key").asBoolean()) {
                    keys.add(column.path("name").asText());
                }
                if (column.path("unique").asBoolean()) {
                    elements.add(new UniqueConstraint(
                            null, List.of(column.path("name").asText()), false));
                }
                column.path("foreign_keys").forEach(target -> elements.add(reference(column, target)));
            } else if (element.path("kind").asText().equals("index")) {
                elements.add(Index.of(
                        element.path("name").asText(), QualifiedName.of("-"), texts(element.path("expressions"))));
            }
        }
        if (!keys.isEmpty()) {
            elements.add(new PrimaryKey(null, keys));
        }
        JsonNode extra = args.path("kw");
        if (extra.has("comment")) {
            elements.add(new TableComment(extra.path("comment").asText()));
        }
        return new CreateTable(
                Table.of(
                        QualifiedName.of(
                                text(extra, "schema"), args.path("table_name").asText()),
                        elements),
                false);
    }

    private static ForeignKey reference(JsonNode column, JsonNode target) {
        String[] words = target.path("target").asText().split("\\.");
        return ForeignKey.of(List.of(column.path("name").asText()), QualifiedName.of(words[0]), List.of(words[1]));
    }

    private static Column column(JsonNode node) {
        JsonNode identity = node.path("server_default").path("identity");
        return Column.of(node.path("name").asText(), type(node.path("type")))
                .nullable(node.path("nullable").asBoolean(true))
                .defaultSql(literal(node.path("server_default").path("literal")))
                .numbering(identity.isMissingNode() ? null : identity(identity))
                .generated(
                        node.path("server_default").has("computed")
                                ? new Generated(
                                        node.path("server_default")
                                                .path("computed")
                                                .asText(),
                                        node.path("server_default")
                                                .path("persisted")
                                                .asBoolean())
                                : null)
                .comment(text(node, "comment"));
    }

    private static Identity identity(JsonNode node) {
        return new Identity(
                node.path("always").asBoolean(),
                node.has("start") ? (Long) node.path("start").asLong() : null,
                node.has("increment") ? (Long) node.path("increment").asLong() : null);
    }

    private static SqlType type(JsonNode node) {
        return switch (node.path("type").asText()) {
            case "Integer" -> new SqlType.Int();
            case "Boolean" -> new SqlType.Bool();
            case "Text" -> new SqlType.Text();
            default ->
                new SqlType.VarChar(
                        node.has("length") ? (Integer) node.path("length").asInt() : null);
        };
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.hasNonNull(key) ? node.path(key).asText() : null;
    }

    private static List<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        var texts = new ArrayList<String>();
        node.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
