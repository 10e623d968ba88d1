package dev.retort.dialect.h2;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.Column;
import dev.retort.schema.Deferral;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;

/**
 * Takes from a schema what H2 has no place for: indexes on expressions and unique ones on some rows, carried columns and
 * predicates of others, deferral, collations of single columns. Columns of a key and numbered ones reject {@code NULL}.
 */
final class H2Representable {

    private final H2Names names;
    private final H2Types types;

    H2Representable(H2Names names, H2Types types) {
        this.names = names;
        this.types = types;
    }

    Schema of(Schema desired) {
        return new Schema(desired.tables().stream().map(this::table).toList(), desired.sequences(), desired.enums());
    }

    private Table table(Table table) {
        return table.withColumns(table.columns().stream()
                        .map(column -> column(table, column))
                        .toList())
                .withForeignKeys(table.foreignKeys().stream()
                        .map(reference -> reference.deferrable(Deferral.NOT_DEFERRABLE))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .filter(index -> index.parts().stream().noneMatch(IndexPart::expression))
                        .filter(index -> !index.isUnique() || index.where() == null)
                        .map(H2Representable::index)
                        .toList());
    }

    private Column column(Table table, Column column) {
        String key = names.columnKey(column.name());
        boolean strict = column.numbering() != null
                || (table.primaryKey() != null
                        && table.primaryKey().columns().stream()
                                .anyMatch(name -> names.columnKey(name).equals(key)));
        Generated generated = column.generated();
        return new Column(
                column.name(),
                types.canonical(column.type()),
                column.nullable() && !strict,
                column.defaultSql(),
                identity(column.numbering()),
                generated == null ? null : new Generated(generated.expression(), true),
                null,
                column.comment());
    }

    private static @Nullable Identity identity(@Nullable Identity identity) {
        if (identity == null) {
            return null;
        }
        Long start = Objects.equals(identity.start(), 1L) ? null : identity.start();
        Long increment = Objects.equals(identity.increment(), 1L) ? null : identity.increment();
        return new Identity(identity.always(), start, increment);
    }

    private static Index index(Index index) {
        boolean known = "hash".equalsIgnoreCase(index.method()) || "spatial".equalsIgnoreCase(index.method());
        return new Index(
                index.name(),
                index.table(),
                index.parts().stream().map(H2Representable::part).toList(),
                index.isUnique(),
                null,
                known ? index.method() : null,
                List.of());
    }

    /** By default H2 counts {@code NULL} as the lowest value. */
    private static IndexPart part(IndexPart part) {
        Boolean nullsFirst = part.nullsFirst();
        boolean usual = nullsFirst != null && nullsFirst != part.descending();
        return new IndexPart(part.text(), false, part.descending(), usual ? null : nullsFirst, null);
    }
}
