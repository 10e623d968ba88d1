package dev.retort.dialect.sqlite;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.Constraint;

/**
 * One rule of a {@code CREATE TABLE} statement, of a column or of the table.
 *
 * @param kind what kind of rule it is
 * @param text as it is written, its {@code CONSTRAINT name} included
 * @param constraint what it means, for a key, unique, check or reference; names are those of the catalog
 * @param value the expression of a default or generated column, or the collation; otherwise empty
 */
record Clause(Kind kind, String text, @Nullable Constraint constraint, String value) {

    /** The kinds of rule. */
    enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        CHECK,
        FOREIGN_KEY,
        NOT_NULL,
        NULL,
        DEFAULT,
        COLLATE,
        GENERATED_STORED,
        GENERATED_VIRTUAL,
        OTHER
    }

    /** Describe a constraint, written as {@code text}. */
    static Clause of(Kind kind, String text, Constraint constraint) {
        return new Clause(kind, text, constraint, "");
    }

    /** Describe a rule that is no constraint, written as {@code text}. */
    static Clause of(Kind kind, String text, String value) {
        return new Clause(kind, text, null, value);
    }

    /** Tell whether it makes a column a generated one. */
    boolean isGenerated() {
        return kind == Kind.GENERATED_STORED || kind == Kind.GENERATED_VIRTUAL;
    }
}
