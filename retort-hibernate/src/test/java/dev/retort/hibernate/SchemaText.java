package dev.retort.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

/** Writes a schema for a person to read, one object per line. */
final class SchemaText {

    private SchemaText() {}

    static String of(Schema schema) {
        var lines = new ArrayList<String>();
        schema.enums().forEach(type -> lines.add("enum %s %s".formatted(type.name(), type.values())));
        schema.sequences()
                .forEach(sequence -> lines.add("sequence %s start %d increment %d"
                        .formatted(sequence.name(), sequence.start(), sequence.increment())));
        schema.tables().forEach(table -> lines.addAll(of(table)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> of(Table table) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("table " + table.name() + (table.comment() == null ? "" : "  -- " + table.comment()));
        table.columns().forEach(column -> lines.add("  " + of(column)));
        if (table.primaryKey() != null) {
            lines.add("  key" + name(table.primaryKey().name()) + " "
                    + table.primaryKey().columns());
        }
        table.uniques().forEach(unique -> lines.add("  " + of(unique)));
        table.foreignKeys().forEach(key -> lines.add("  " + of(key)));
        table.checks().forEach(check -> lines.add("  " + of(check)));
        table.indexes().forEach(index -> lines.add("  " + of(index)));
        table.initialRows().forEach(row -> lines.add("  row " + row));
        return lines;
    }

    private static String of(Column column) {
        var text = new StringBuilder(column.name() + ": " + column.type());
        text.append(column.nullable() ? "" : " not null");
        text.append(column.defaultSql() == null ? "" : " default " + column.defaultSql());
        text.append(column.numbering() == null ? "" : " identity");
        text.append(column.generated() == null ? "" : " " + column.generated());
        text.append(column.collation() == null ? "" : " collate " + column.collation());
        text.append(column.comment() == null ? "" : "  -- " + column.comment());
        return text.toString();
    }

    private static String of(UniqueConstraint unique) {
        return "unique" + name(unique.name()) + " " + unique.columns();
    }

    private static String of(ForeignKey key) {
        return "reference%s %s -> %s %s%s"
                .formatted(
                        name(key.name()),
                        key.columns(),
                        key.target(),
                        key.targetColumns(),
                        key.onDelete() == ReferentialAction.NO_ACTION ? "" : " on delete " + key.onDelete());
    }

    private static String of(CheckConstraint check) {
        return "check" + name(check.name()) + " " + check.expression();
    }

    private static String of(Index index) {
        return (index.isUnique() ? "unique index " : "index ") + index.name() + " "
                + index.parts().stream().map(SchemaText::of).collect(Collectors.toList());
    }

    private static String of(IndexPart part) {
        return (part.expression() ? "(" + part.text() + ")" : part.text()) + (part.descending() ? " desc" : "");
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : " " + name;
    }
}
