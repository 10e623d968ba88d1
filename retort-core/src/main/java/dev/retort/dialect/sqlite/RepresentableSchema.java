package dev.retort.dialect.sqlite;

import java.util.List;

import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;

/**
 * Takes from a schema what SQLite has no place for: comments, sequences and enum types, access methods and carried columns
 * of indexes, the place of {@code NULL}s. A numbered key is an {@code INTEGER}, and an {@code INTEGER} that is the whole
 * key is numbered (https://www.sqlite.org/lang_createtable.html#rowid); the columns of a key reject {@code NULL}.
 */
final class RepresentableSchema {

    private final SqliteNames names;
    private final SqliteTypes types;

    RepresentableSchema(SqliteNames names, SqliteTypes types) {
        this.names = names;
        this.types = types;
    }

    Schema of(Schema desired) {
        return new Schema(desired.tables().stream().map(this::table).toList(), List.of(), List.of());
    }

    private Table table(Table table) {
        return table.withColumns(table.columns().stream()
                        .map(column -> column(table, column))
                        .toList())
                .withIndexes(
                        table.indexes().stream().map(RepresentableSchema::index).toList())
                .withComment(null);
    }

    private Column column(Table table, Column column) {
        List<String> key = table.primaryKey() == null
                ? List.of()
                : table.primaryKey().columns().stream().map(names::columnKey).toList();
        String name = names.columnKey(column.name());
        Column plain = column.comment(null);
        if (key.equals(List.of(name)) && (column.numbering() != null || column.type() instanceof SqlType.Int)) {
            return plain.type(new SqlType.Int()).numbering(Identity.byDefault()).notNull();
        }
        Column typed = plain.type(types.canonical(column.type()));
        return key.contains(name) ? typed.notNull() : typed;
    }

    private static Index index(Index index) {
        return new Index(
                index.name(),
                index.table(),
                index.parts().stream().map(RepresentableSchema::part).toList(),
                index.isUnique(),
                index.where(),
                null,
                List.of());
    }

    private static IndexPart part(IndexPart part) {
        boolean collated = part.operatorClass() != null && part.operatorClass().startsWith("COLLATE ");
        return new IndexPart(
                part.text(), part.expression(), part.descending(), null, collated ? part.operatorClass() : null);
    }
}
