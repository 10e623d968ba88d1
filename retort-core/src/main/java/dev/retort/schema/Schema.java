package dev.retort.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a database holds, or should hold: every object that Retort looks after.
 *
 * @param tables in order of their names
 * @param sequences counters that do not belong to a column, in order of their names
 * @param enums named types, in order of their names
 */
public record Schema(List<Table> tables, List<Sequence> sequences, List<EnumType> enums) {

    public Schema {
        tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
        sequences =
                sequences.stream().sorted(Comparator.comparing(Sequence::name)).toList();
        enums = enums.stream().sorted(Comparator.comparing(EnumType::name)).toList();
    }

    /** Describe tables alone. */
    public static Schema of(Table... tables) {
        return new Schema(List.of(tables), List.of(), List.of());
    }

    /** Find a table by its exact name. */
    public Optional<Table> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
