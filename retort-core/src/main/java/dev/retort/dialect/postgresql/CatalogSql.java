package dev.retort.dialect.postgresql;

/**
 * The questions that are put to the catalog, each for all tables at once. Source: PostgreSQL manual 18, chapter 54.
 *
 * <p>An extension's objects are told by {@code pg_depend.deptype = 'e'}; indexes and constraints of its tables have no such
 * row of their own, but go with the table.
 */
final class CatalogSql {

    /**
     * Parameters: schemas, the one table or {@code null}. Views, foreign tables and partitions are no tables here, and kept;
     * kept are also tables that are partitioned or inherit, or are inherited from. Tables of extensions and of other roles
     * are no tables here either, and kept.
     */
    static final String TABLES = """
            SELECT r.*, r.is_other OR NOT r.is_table OR EXISTS (SELECT FROM pg_catalog.pg_inherits h
                WHERE h.inhrelid = r.oid OR h.inhparent = r.oid) AS kept
            FROM (SELECT c.oid, n.nspname::text AS schema, c.relname::text AS name, d.description,
                c.relkind <> 'r' OR c.relispartition AS is_other,
                c.relkind IN ('r', 'p') AND NOT c.relispartition AND pg_catalog.pg_has_role(c.relowner, 'USAGE')
                AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
                    AS is_table
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_description d
                ON d.classoid = 'pg_catalog.pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
            AND n.nspname = ANY (?) AND c.relname = coalesce(?, c.relname)) r
            ORDER BY r.oid""";

    /** Parameters: tables, tables. */
    static final String COLUMNS = """
            SELECT a.attrelid AS relation, a.attname::text AS name,
                pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
                CASE WHEN t.typtype = 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod) END AS basis,
                w.typname::text AS enum_name, wn.nspname::text AS enum_schema, w.oid <> t.oid AS enum_array,
                a.attnotnull AS not_null, a.attidentity::text AS identity, a.attgenerated::text AS generated,
                pg_catalog.pg_get_expr(f.adbin, f.adrelid) AS expression,
                CASE WHEN a.attcollation <> t.typcollation THEN l.collname::text END AS collation,
                d.description, q.seqstart, q.seqincrement, q.seqrelid IS NOT NULL AS has_sequence
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_catalog.pg_type w
                ON w.oid = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END AND w.typtype = 'e'
            LEFT JOIN pg_catalog.pg_namespace wn ON wn.oid = w.typnamespace
            LEFT JOIN pg_catalog.pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
            LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
            LEFT JOIN pg_catalog.pg_description d
                ON d.classoid = 'pg_catalog.pg_class'::regclass AND d.objoid = a.attrelid AND d.objsubid = a.attnum
            LEFT JOIN (
                SELECT DISTINCT ON (o.refobjid, o.refobjsubid)
                    o.refobjid, o.refobjsubid, s.seqrelid, s.seqstart, s.seqincrement
                FROM pg_catalog.pg_depend o
                JOIN pg_catalog.pg_sequence s ON s.seqrelid = o.objid
                WHERE o.classid = 'pg_catalog.pg_class'::regclass AND o.refclassid = 'pg_catalog.pg_class'::regclass
                AND o.deptype IN ('a', 'i') AND o.refobjid = ANY (?)
                ORDER BY o.refobjid, o.refobjsubid, s.seqrelid) q
                ON q.refobjid = a.attrelid AND q.refobjsubid = a.attnum
            WHERE a.attrelid = ANY (?) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum""";

    /** Parameter: tables. The place of {@code %s} is for whether NULLs are distinct, which PostgreSQL 15 brought. */
    static final String CONSTRAINTS = """
            SELECT k.conrelid AS relation, k.conname::text AS name, k.contype::text AS kind,
                (SELECT array_agg(a.attname::text ORDER BY u.place)
                    FROM unnest(k.conkey) WITH ORDINALITY u(number, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number) AS columns,
                n.nspname::text AS target_schema, r.relname::text AS target,
                (SELECT array_agg(a.attname::text ORDER BY u.place)
                    FROM unnest(k.confkey) WITH ORDINALITY u(number, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number) AS target_columns,
                k.confdeltype::text AS on_delete, k.confupdtype::text AS on_update,
                (SELECT array_agg(a.attname::text ORDER BY u.place)
                    FROM unnest(i.indkey::int2[]) WITH ORDINALITY u(number, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number
                    WHERE u.place > i.indnkeyatts) AS included,
                k.condeferrable AS deferrable, k.condeferred AS deferred, NOT k.convalidated AS unvalidated,
                CASE WHEN k.contype = 'x' THEN pg_catalog.pg_get_constraintdef(k.oid) END AS definition,
                pg_catalog.pg_get_expr(k.conbin, k.conrelid) AS expression,
                %s AS nulls_not_distinct
            FROM pg_catalog.pg_constraint k
            LEFT JOIN pg_catalog.pg_class r ON r.oid = k.confrelid
            LEFT JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
            LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u')
            WHERE k.conrelid = ANY (?) AND k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0
            ORDER BY k.conrelid, k.conname""";

    /** Parameter: tables. One row for each column or expression of an index. {@code %s}: as for constraints. */
    static final String INDEXES = """
            SELECT i.indrelid AS relation, c.relname::text AS name, i.indisunique AS is_unique,
                nullif(m.amname::text, 'btree') AS method, pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
                p.place > i.indnkeyatts AS included, a.attname::text AS column_name,
                CASE WHEN i.indkey[p.place - 1] = 0
                    THEN pg_catalog.pg_get_indexdef(i.indexrelid, p.place, false) END AS expression,
                coalesce(i.indoption[p.place - 1], 0) AS options, %s AS nulls_not_distinct,
                nullif(concat_ws(' ',
                    CASE WHEN l.oid <> a.attcollation THEN 'COLLATE ' || quote_ident(l.collname) END,
                    CASE WHEN o.opcdefault THEN NULL
                        WHEN pg_catalog.pg_opclass_is_visible(o.oid) THEN quote_ident(o.opcname)
                        ELSE quote_ident(n.nspname) || '.' || quote_ident(o.opcname) END), '') AS operator_class
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            JOIN pg_catalog.pg_am m ON m.oid = c.relam
            CROSS JOIN LATERAL generate_series(1, i.indnatts::int) p(place)
            LEFT JOIN pg_catalog.pg_attribute a
                ON a.attrelid = i.indrelid AND a.attnum = i.indkey[p.place - 1] AND a.attnum <> 0
            LEFT JOIN pg_catalog.pg_collation l
                ON l.oid = i.indcollation[p.place - 1] AND p.place <= i.indnkeyatts
            LEFT JOIN pg_catalog.pg_opclass o ON o.oid = i.indclass[p.place - 1] AND p.place <= i.indnkeyatts
            LEFT JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace
            WHERE i.indrelid = ANY (?)
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
            ORDER BY i.indrelid, c.relname, p.place""";

    /** Parameter: schemas. A sequence that belongs to a column goes with its table. */
    static final String SEQUENCES = """
            SELECT n.nspname::text AS schema, c.relname::text AS name, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
                s.seqcycle
            FROM pg_catalog.pg_sequence s
            JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ANY (?) AND pg_catalog.pg_has_role(c.relowner, 'USAGE')
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend o
                WHERE o.classid = 'pg_catalog.pg_class'::regclass AND o.objid = c.oid
                AND (o.deptype = 'e' OR o.deptype IN ('a', 'i') AND o.refclassid = 'pg_catalog.pg_class'::regclass))
            ORDER BY 1, 2""";

    /** Parameter: schemas. */
    static final String ENUMS = """
            SELECT n.nspname::text AS schema, t.typname::text AS name,
                coalesce(array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FILTER (WHERE e.enumlabel IS NOT NULL),
                    '{}') AS labels
            FROM pg_catalog.pg_type t
            JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            LEFT JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid
            WHERE t.typtype = 'e' AND n.nspname = ANY (?) AND pg_catalog.pg_has_role(t.typowner, 'USAGE')
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend o
                WHERE o.classid = 'pg_catalog.pg_type'::regclass AND o.objid = t.oid AND o.deptype = 'e')
            GROUP BY 1, 2
            ORDER BY 1, 2""";

    private CatalogSql() {}
}
