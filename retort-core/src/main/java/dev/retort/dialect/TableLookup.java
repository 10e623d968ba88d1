package dev.retort.dialect;

import java.util.List;
import java.util.Optional;

import dev.retort.operation.AlterColumn;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;

/** Answers what a table looks like at one moment of a run. */
@FunctionalInterface
public interface TableLookup {

    /** Knows no table, as where only SQL is printed. */
    TableLookup NONE = name -> Optional.empty();

    /** Describe a table as it is now, or nothing if it is not there or not known. */
    Optional<Table> find(QualifiedName name);

    /** Describe the column that {@code operation} changes: as it says itself, or as the table is now, if that is known. */
    default Optional<Column> before(AlterColumn operation, Names names) {
        return operation.before() != null
                ? Optional.of(operation.before())
                : find(operation.table())
                        .flatMap(table -> table.columns().stream()
                                .filter(column ->
                                        names.columnKey(column.name()).equals(names.columnKey(operation.column())))
                                .findFirst());
    }

    /**
     * List the SQL by which the database itself remembers a table, the table's own definition first and then its indexes
     * and triggers, where a dialect needs it to keep what {@link Table} does not hold.
     *
     * @return empty where it is not known or not needed
     */
    default List<String> storedSql(QualifiedName name) {
        return List.of();
    }
}
