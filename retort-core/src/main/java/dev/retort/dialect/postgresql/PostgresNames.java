package dev.retort.dialect.postgresql;

import java.util.Set;

import dev.retort.dialect.Folding;
import dev.retort.dialect.StandardNames;

/**
 * Names fold to lower case, and 63 bytes of them are kept. Source: PostgreSQL manual 18, 4.1.1 and appendix C (the words
 * that are reserved, or reserved but for functions and types).
 */
final class PostgresNames extends StandardNames {

    private static final String RESERVED = """
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate \
            collation column concurrently constraint create cross current_catalog current_date current_role \
            current_schema current_time current_timestamp current_user default deferrable desc distinct do else end \
            except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into \
            is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on \
            only or order outer overlaps placing primary references returning right select session_user similar some \
            symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when \
            where window with""";

    PostgresNames() {
        super(Folding.LOWER, '"', Set.of(RESERVED.split(" ")), 63, true);
    }
}
