package dev.retort.dialect;

import java.util.Optional;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;

/** Answers what a table looks like at one moment of a run. */
@FunctionalInterface
public interface TableLookup {

    /** Knows no table, as where only SQL is printed. */
    TableLookup NONE = name -> Optional.empty();

    /** Describe a table as it is now, or nothing if it is not there or not known. */
    Optional<Table> find(QualifiedName name);
}
