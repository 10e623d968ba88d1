package dev.retort.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.retort.dialect.Ddl;
import dev.retort.dialect.RepeatableScript.Step;
import dev.retort.dialect.RepeatableScript.Tables;
import dev.retort.dialect.SqlStatement;

/**
 * A revision that no transaction can hold, in a script that looks at the database: it keeps the journal that a run keeps, so
 * that the next script or run continues. No block may hold a lone statement; psql is told to leave it out, and tells whether
 * it failed. Source: PostgreSQL manual 18, psql, {@code \gset}, {@code \gexec}, {@code \if} and {@code ERROR}.
 *
 * @param tables with the journal
 * @param id the revision
 * @param ddl ends statements
 */
record PostgresLoneSteps(Tables tables, String id, Ddl ddl) {

    /** What a lone step ends with; no semicolon may follow. */
    static final String END = "\n\\endif";

    private static final String REMAINS = "pg_temp.retort_script_remains";
    private static final String MARK = "pg_temp.retort_script_mark";
    private static final String BEGINS = "pg_temp.retort_script_begins";

    private static final String OPERATION = " WHERE revision = its_revision AND direction = 'upgrade' AND operation = ";

    /** Spell the revision; {@code applied} is what its last block ends with. */
    List<SqlStatement> statements(List<Step> steps, String applied) {
        List<SqlStatement> all = new ArrayList<>();
        all.add(inside(PostgresRepeatable.execute(new Step(tables.historyCreation(), "", ""))));
        List.of(remains(), mark(), begins()).forEach(function -> all.add(SqlStatement.of(function)));
        StringBuilder body = new StringBuilder();
        int number = 0;
        for (Step step : steps) {
            number++;
            if (step.standsAlone()) {
                if (!body.isEmpty()) {
                    all.add(inside(body.toString()));
                    body.setLength(0);
                }
                all.add(alone(number, step));
            } else {
                body.append("IF %s THEN\n%s%sEND IF;\n"
                        .formatted(
                                remains(number, step.fingerprint()),
                                PostgresRepeatable.execute(step),
                                done(number, step)));
            }
        }
        body.append("PERFORM ").append(remains(number + 1, "")).append(";\n").append(applied);
        body.append("DELETE FROM %s WHERE revision = %s AND operation > 0;\n".formatted(tables.history(), literal(id)));
        all.add(inside(body.toString()));
        return all;
    }

    private SqlStatement inside(String body) {
        return SqlStatement.of(PostgresRepeatable.ifLacking(id, body));
    }

    private SqlStatement alone(int number, Step step) {
        SqlStatement statement = step.statements().get(0);
        var written = new WrittenStatement(statement.sql());
        String built = written.indexBuiltConcurrently().orElse(null);
        String dropped = written.indexDroppedConcurrently().orElse(null);
        String there = built != null
                ? "EXISTS (%s AND indisvalid)".formatted(index(built))
                : dropped != null ? "to_regclass(" + literal(dropped) + ") IS NULL" : "false";
        StringBuilder text = new StringBuilder("\\set retort_remains false\n\\set retort_again false\n");
        text.append("SELECT remains AS retort_remains, again AS retort_again FROM %s(%s, %d, %s, %s, %s) \\gset\n"
                .formatted(
                        BEGINS,
                        literal(id),
                        number,
                        literal(step.fingerprint()),
                        literal(step.statementFingerprint()),
                        there));
        if (built != null) {
            text.append("\\if :retort_again\nSELECT %s WHERE EXISTS (%s AND NOT indisvalid) \\gexec\n\\endif\n"
                    .formatted(literal("DROP INDEX CONCURRENTLY " + built), index(built)));
        }
        String failed = mark(number, 1, "FAILED", step.statementFingerprint());
        text.append("\\if :retort_remains\n")
                .append(ddl.terminated(statement.sql()))
                .append("\n\\if :ERROR\n")
                .append(ddl.terminated(PostgresRepeatable.block(failed)))
                .append("\n\\else\n")
                .append(ddl.terminated(PostgresRepeatable.block(done(number, step))))
                .append("\n\\endif")
                .append(END);
        return SqlStatement.of(text.toString()).outsideTransaction();
    }

    private static String index(String name) {
        return "SELECT 1 FROM pg_catalog.pg_index WHERE indexrelid = to_regclass(" + literal(name) + ")";
    }

    private String done(int number, Step step) {
        return mark(number, 0, "DONE", step.fingerprint());
    }

    private String mark(int number, int statement, String state, String fingerprint) {
        return "PERFORM %s(%s, %d, %d, '%s', %s);\n"
                .formatted(MARK, literal(id), number, statement, state, literal(fingerprint));
    }

    private String remains(int number, String fingerprint) {
        return "%s(%s, %d, %s)".formatted(REMAINS, literal(id), number, literal(fingerprint));
    }

    private static String literal(String text) {
        return new PostgresLiterals().string(text);
    }

    /** A step remains unless it is done, and its turn has come when the one before it is done. */
    private String remains() {
        return function(
                REMAINS + "(its_revision text, its_operation integer, its_print text) RETURNS boolean",
                """
                DECLARE
                    done text := (SELECT max(fingerprint) FROM %1$s%2$sits_operation AND statement = 0 AND state = 'DONE');
                BEGIN
                IF done <> its_print THEN
                    RAISE EXCEPTION 'Revision %% is half applied, and its operation %% is no longer the one that was run',
                        its_revision, its_operation;
                END IF;
                IF done IS NULL AND its_operation > 1 AND NOT EXISTS (
                    SELECT 1 FROM %1$s%2$sits_operation - 1 AND statement = 0 AND state = 'DONE') THEN
                    RAISE EXCEPTION 'Revision %% stopped before its operation %%', its_revision, its_operation;
                END IF;
                RETURN done IS NULL;
                END""".formatted(tables.history(), OPERATION));
    }

    private String mark() {
        return function(
                MARK
                        + "(its_revision text, its_operation integer, its_statement integer, its_state text, its_print text)"
                        + " RETURNS void",
                """
                BEGIN
                DELETE FROM %1$s%2$sits_operation AND statement = its_statement;
                INSERT INTO %1$s (revision, direction, operation, statement, started_at, state, fingerprint, runner)
                VALUES (its_revision, 'upgrade', its_operation, its_statement,
                    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    its_state, its_print, 'script of ' || session_user);
                END""".formatted(tables.history(), OPERATION));
    }

    /** What stood there before the first attempt is not ours: the statement fails then, as it does in a run. */
    private String begins() {
        return function(
                BEGINS + "(its_revision text, its_operation integer, its_print text, its_statement_print text,"
                        + " is_there boolean, OUT remains boolean, OUT again boolean)",
                """
                DECLARE
                    was_state text;
                    was_print text;
                BEGIN
                remains := false;
                again := false;
                IF NOT %3$s THEN
                    RETURN;
                END IF;
                IF NOT %4$s(its_revision, its_operation, its_print) THEN
                    RETURN;
                END IF;
                SELECT state, fingerprint INTO was_state, was_print FROM %1$s%2$sits_operation AND statement = 1;
                again := FOUND;
                IF was_state = 'STARTED' AND was_print <> its_statement_print THEN
                    RAISE EXCEPTION 'Revision %% is half applied, and its operation %% is no longer the one that was begun',
                        its_revision, its_operation;
                END IF;
                IF was_state = 'STARTED' AND is_there THEN
                    PERFORM %5$s(its_revision, its_operation, 0, 'DONE', its_print);
                    RETURN;
                END IF;
                IF again OR NOT is_there THEN
                    PERFORM %5$s(its_revision, its_operation, 1, 'STARTED', its_statement_print);
                END IF;
                remains := true;
                END""".formatted(tables.history(), OPERATION, PostgresRepeatable.lacks("its_revision"), REMAINS, MARK));
    }

    private static String function(String signature, String body) {
        return "CREATE OR REPLACE FUNCTION " + signature + " LANGUAGE plpgsql AS "
                + PostgresRepeatable.quoted(body, "retort");
    }
}
