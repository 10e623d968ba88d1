package dev.retort.dialect.postgresql;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.retort.dialect.Names;
import dev.retort.dialect.SqlLiterals;
import dev.retort.dialect.SqlStatement;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;

/**
 * Makes named types of words, and changes them.
 *
 * <p>A word is added in its place with {@code ALTER TYPE ... ADD VALUE}, which runs inside a transaction from PostgreSQL 12
 * on; the new word cannot be used before that transaction is committed, so a backfill with it belongs to the next revision.
 *
 * <p>A word cannot be taken away or moved. The type is then made anew beside the old one, every column that uses it is
 * turned over by the words themselves, and the old type is dropped. A row that still holds a word that is gone stops this
 * with {@code invalid input value for enum}, as does anything else that uses the old type (a view, a function); the
 * transaction is rolled back, and nothing is lost.
 */
final class EnumChange {

    private static final int LONGEST_NAME = 63;
    private static final String ASIDE = "retort_before_";

    private final Names names;
    private final SqlLiterals literals;

    EnumChange(Names names, SqlLiterals literals) {
        this.names = names;
        this.literals = literals;
    }

    String create(EnumType type) {
        return "CREATE TYPE " + names.spell(type.name()) + " AS ENUM "
                + type.values().stream().map(literals::string).collect(joining(", ", "(", ")"));
    }

    List<SqlStatement> statements(EnumType before, EnumType after) {
        var kept = new ArrayList<>(after.values());
        kept.retainAll(before.values());
        return kept.equals(before.values()) ? additions(before, after) : rebuild(after);
    }

    private List<SqlStatement> additions(EnumType before, EnumType after) {
        var statements = new ArrayList<SqlStatement>();
        for (int at = 0; at < after.values().size(); at++) {
            String value = after.values().get(at);
            if (!before.values().contains(value)) {
                statements.add(SqlStatement.of("ALTER TYPE " + names.spell(after.name()) + " ADD VALUE "
                        + literals.string(value) + place(before, after, at)));
            }
        }
        return statements;
    }

    private String place(EnumType before, EnumType after, int at) {
        if (at > 0) {
            return " AFTER " + literals.string(after.values().get(at - 1));
        }
        return before.values().isEmpty()
                ? ""
                : " BEFORE " + literals.string(before.values().get(0));
    }

    private List<SqlStatement> rebuild(EnumType after) {
        QualifiedName aside = after.name().sibling(aside(after.name().name()));
        return List.of(
                SqlStatement.of("ALTER TYPE " + names.spell(after.name()) + " RENAME TO " + names.spell(aside.name())),
                SqlStatement.of(create(after)),
                SqlStatement.of(turnColumnsOver(aside, after.name())),
                SqlStatement.of("DROP TYPE " + names.spell(aside)));
    }

    private String aside(String name) {
        String held = ASIDE + names.catalog(name);
        while (held.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            held = held.substring(0, held.offsetByCodePoints(held.length(), -1));
        }
        return names.read(held);
    }

    /** A default is a constant of the old type; it is put aside as text, for the new type to read. */
    private String turnColumnsOver(QualifiedName aside, QualifiedName name) {
        return """
                DO $retort$
                DECLARE
                    used record;
                    kept text;
                BEGIN
                    FOR used IN
                        SELECT a.attrelid::regclass AS relation, a.attname AS name,
                            CASE WHEN a.atttypid = before.oid THEN '' ELSE '[]' END AS suffix,
                            pg_get_expr(d.adbin, d.adrelid) AS default_sql
                        FROM pg_catalog.pg_type before
                        JOIN pg_catalog.pg_attribute a ON a.atttypid IN (before.oid, before.typarray)
                        JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
                        LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                        WHERE before.oid = %1$s::regtype AND c.relkind IN ('r', 'p')
                        AND NOT a.attisdropped AND a.attinhcount = 0
                    LOOP
                        kept := NULL;
                        IF used.default_sql IS NOT NULL THEN
                            EXECUTE 'SELECT (' || used.default_sql || ')::text' INTO kept;
                            EXECUTE format('ALTER TABLE %%s ALTER COLUMN %%I DROP DEFAULT', used.relation, used.name);
                        END IF;
                        EXECUTE format('ALTER TABLE %%s ALTER COLUMN %%I TYPE %%s USING %%I::text::%%s',
                            used.relation, used.name, %2$s || used.suffix, used.name, %2$s || used.suffix);
                        IF kept IS NOT NULL THEN
                            EXECUTE format('ALTER TABLE %%s ALTER COLUMN %%I SET DEFAULT %%L', used.relation, used.name, kept);
                        END IF;
                    END LOOP;
                END
                $retort$""".formatted(literals.string(names.spell(aside)), literals.string(names.spell(name)));
    }
}
