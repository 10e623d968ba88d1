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
 * @param kept relations that are neither made nor dropped, as nothing could make them again: views, tables
 *     that the user may not alter, and such tables as are partitioned or inherit
 */
public record Schema(List<Table> tables, List<Sequence> sequences, List<EnumType> enums, List<QualifiedName> kept) {

    public Schema {
        tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
        sequences =
                sequences.stream().sorted(Comparator.comparing(Sequence::name)).toList();
        enums = enums.stream().sorted(Comparator.comparing(EnumType::name)).toList();
        kept = kept.stream().sorted().toList();
    }

    /** Describe tables, sequences and enums that can all be made and dropped. */
    public Schema(List<Table> tables, List<Sequence> sequences, List<EnumType> enums) {
        this(tables, sequences, enums, List.of());
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
