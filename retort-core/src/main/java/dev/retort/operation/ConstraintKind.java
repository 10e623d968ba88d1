package dev.retort.operation;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;

/** The kinds of constraint, as they are told apart when one is dropped. */
public enum ConstraintKind {
    PRIMARY_KEY("primary key"),
    UNIQUE("unique constraint"),
    FOREIGN_KEY("foreign key"),
    CHECK("check constraint"),
    EXCLUSION("exclusion constraint");

    private final String words;

    ConstraintKind(String words) {
        this.words = words;
    }

    /** Tell the kind of {@code constraint}. */
    public static ConstraintKind of(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return PRIMARY_KEY;
        }
        if (constraint instanceof ForeignKey) {
            return FOREIGN_KEY;
        }
        if (constraint instanceof ExclusionConstraint) {
            return EXCLUSION;
        }
        return constraint instanceof CheckConstraint ? CHECK : UNIQUE;
    }

    /** Name the kind for a person. */
    public String words() {
        return words;
    }
}
