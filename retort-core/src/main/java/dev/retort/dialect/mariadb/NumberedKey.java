package dev.retort.dialect.mariadb;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Names;
import dev.retort.schema.Column;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Table;

/**
 * MariaDB numbers a column only while a key begins with it (error 1075). Where column and key come or go one after the other,
 * a key of our own stands in for the real one in between.
 */
final class NumberedKey {

    private static final String NAME = "_retort_numbered";

    private final Names names;

    NumberedKey(Names names) {
        this.names = names;
    }

    /** Give the change of a table that goes with numbering {@code column}: a key, where it has none. */
    String make(Optional<Table> table, String column) {
        return table.isPresent() && isKeyed(table.get(), column, null)
                ? ""
                : ", ADD UNIQUE INDEX " + NAME + " (" + names.spell(column) + ")";
    }

    /** Give the change that goes with dropping a key, {@code PRIMARY} or by its name, on which numbering stands. */
    String makeInsteadOf(Optional<Table> table, String key) {
        return table.flatMap(this::numbered)
                .filter(column -> isKeyed(table.get(), column, null) && !isKeyed(table.get(), column, key))
                .map(column -> make(Optional.empty(), column))
                .orElse("");
    }

    /** Give the change that goes with a new key of {@code columns}: ours is not needed any more. */
    String dropFor(Optional<Table> table, List<String> columns) {
        return table.flatMap(this::numbered)
                .filter(column -> same(column, columns.get(0)) && !isKeyed(table.get(), column, null))
                .map(column -> ", DROP INDEX IF EXISTS " + NAME)
                .orElse("");
    }

    /** Give the change that goes with a column that is not numbered any more. */
    String drop(Optional<Table> table, String column) {
        return table.isPresent() && !isKeyed(table.get(), column, null) ? ", DROP INDEX IF EXISTS " + NAME : "";
    }

    private Optional<String> numbered(Table table) {
        return table.columns().stream()
                .filter(column -> column.numbering() != null)
                .map(Column::name)
                .findFirst();
    }

    /** Tell whether a key other than ours and {@code without} begins with a column. */
    private boolean isKeyed(Table table, String column, @Nullable String without) {
        Stream<String> primary = table.primaryKey() == null || "PRIMARY".equals(without)
                ? Stream.empty()
                : Stream.of(table.primaryKey().columns().get(0));
        Stream<String> uniques = table.uniques().stream()
                .filter(unique -> counts(unique.name(), without))
                .map(unique -> unique.columns().get(0));
        Stream<String> indexes = table.indexes().stream()
                .filter(index -> counts(index.name(), without))
                .map(index -> index.parts().get(0))
                .filter(part -> !part.expression())
                .map(IndexPart::text);
        Stream<String> references = table.foreignKeys().stream()
                .filter(foreignKey -> counts(foreignKey.name(), without))
                .map(foreignKey -> foreignKey.columns().get(0));
        return Stream.of(primary, uniques, indexes, references)
                .flatMap(each -> each)
                .anyMatch(first -> same(first, column));
    }

    private boolean counts(@Nullable String name, @Nullable String without) {
        return name == null || !(name.equals(NAME) || (without != null && same(name, without)));
    }

    private boolean same(String left, String right) {
        return names.columnKey(left).equals(names.columnKey(right));
    }
}
