package dev.retort.dialect;

import dev.retort.schema.Column;
import dev.retort.schema.SqlType;

/** How one database spells types, and what it holds to be the same. */
public interface Types {

    /** Spell a type for a statement. */
    String spell(SqlType type);

    /**
     * Understand a type as people, catalogs and other tools write it for this database, without default or constraint.
     * What is not known becomes {@link SqlType.Named}, so every text has an answer.
     */
    SqlType parse(String text);

    /** Give the type that the catalog shows after a column of {@code type} was made. */
    SqlType canonical(SqlType type);

    /** Tell whether the database stores two types alike. */
    default boolean same(SqlType actual, SqlType desired) {
        return canonical(actual).equals(canonical(desired));
    }

    /** Tell whether two columns have the same default, as far as their texts show it. */
    boolean sameDefault(Column actual, Column desired);

    /** Tell whether two expressions of CHECKs, predicates or generated columns are the same, as far as texts show it. */
    boolean sameExpression(String actual, String desired);
}
