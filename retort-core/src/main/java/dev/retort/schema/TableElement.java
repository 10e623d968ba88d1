package dev.retort.schema;

/** What may stand between the brackets of a table's definition. */
public sealed interface TableElement permits Column, Constraint, Index, TableComment {}
