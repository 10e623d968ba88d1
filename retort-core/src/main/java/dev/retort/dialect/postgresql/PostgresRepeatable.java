package dev.retort.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.retort.dialect.Ddl;
import dev.retort.dialect.RepeatableScript;
import dev.retort.dialect.RepeatableSql;
import dev.retort.dialect.SqlStatement;

/**
 * A block {@code DO} for each revision; its statements are texts, for a block is read before it runs. Each asks a temporary
 * function whether there is anything to do, which knows the lock and what is applied, and is only there if the script began
 * well. Source: manual 18, DO and 41.5.4.
 *
 * @param ddl ends statements
 */
record PostgresRepeatable(Ddl ddl) implements RepeatableScript {

    private static final Pattern REFUSED =
            Pattern.compile("SET (SESSION |LOCAL )?TRANSACTION|DISCARD (TEMP|TEMPORARY|ALL)\\b");

    private static final String LACKS = "pg_temp.retort_script_lacks";

    @Override
    public String locking(String key) {
        return block("PERFORM pg_advisory_lock(" + PostgresLock.number(key) + ");\n");
    }

    @Override
    public String unlocking(String key) {
        long number = PostgresLock.number(key);
        return block("PERFORM pg_advisory_unlock(" + number + ") WHERE EXISTS (\n"
                + PostgresLock.heldHere(number).indent(4) + ");\n");
    }

    /** {@inheritDoc} A block is not the first in its transaction, and needs its temporary tables and its lock. */
    @Override
    public boolean takes(SqlStatement statement) {
        String words = String.join(" ", PostgresScript.GRAMMAR.words(statement.sql(), 3));
        return !REFUSED.matcher(words).lookingAt();
    }

    @Override
    public boolean takesLoneSteps() {
        return true;
    }

    @Override
    public List<SqlStatement> opening(Tables tables, Map<String, List<String>> parents, List<String> required) {
        List<SqlStatement> statements = new ArrayList<>();
        statements.add(SqlStatement.of(block(refuseWithoutLock(tables))));
        statements.addAll(tables.versionsCreation());
        List<String> own = new ArrayList<>(closing());
        own.addAll(RepeatableSql.tables(tables.versions(), parents));
        own.add(lacking(tables));
        own.add(block(
                refuse(hasUnknownRows(tables), "'The database is at a revision that this script does not know'")));
        for (String id : required) {
            own.add(block(refuse(
                    RepeatableSql.isMissing(id),
                    "'The script begins at revision %, which is not applied', " + RepeatableSql.literal(id))));
        }
        own.forEach(statement -> statements.add(SqlStatement.of(statement)));
        return statements;
    }

    /** psql goes on after an error unless told otherwise: what follows a failure has to refuse by itself. */
    private static String lacking(Tables tables) {
        String notYet = """
                EXISTS (
                    SELECT 1 FROM %s WHERE id = wanted AND parent IS NOT NULL AND parent NOT IN (SELECT id FROM %s))
                    OR %s""".formatted(RepeatableSql.HISTORY, RepeatableSql.APPLIED, hasUnknownRows(tables));
        return """
                CREATE OR REPLACE FUNCTION %s(wanted text) RETURNS boolean LANGUAGE plpgsql AS %s""".formatted(
                LACKS,
                quoted(
                        "BEGIN\n" + refuseWithoutLock(tables)
                                + "IF EXISTS (SELECT 1 FROM " + RepeatableSql.APPLIED + " WHERE id = wanted) THEN\n"
                                + "    RETURN false;\nEND IF;\n"
                                + refuse(notYet, "'Revision % cannot follow what is applied', wanted")
                                + "RETURN true;\nEND",
                        "retort"));
    }

    private static String refuseWithoutLock(Tables tables) {
        return refuse(
                "NOT EXISTS (\n"
                        + PostgresLock.heldHere(PostgresLock.number(tables.key()))
                                .indent(4) + ")",
                "'The script does not hold its lock'");
    }

    private static String hasUnknownRows(Tables tables) {
        return "EXISTS (" + RepeatableSql.unknownRows(tables.versions()) + ")";
    }

    @Override
    public List<SqlStatement> revision(Tables tables, String id, List<String> parents, List<Step> steps) {
        if (steps.stream().anyMatch(Step::standsAlone)) {
            return new PostgresLoneSteps(tables, id, ddl).statements(steps, applied(tables, id, parents));
        }
        StringBuilder body = new StringBuilder();
        steps.forEach(step -> body.append(execute(step)));
        return List.of(SqlStatement.of(ifLacking(id, body + applied(tables, id, parents))));
    }

    private static String applied(Tables tables, String id, List<String> parents) {
        List<String> all = new ArrayList<>(RepeatableSql.deleteParents(tables.versions(), parents));
        all.add("INSERT INTO " + tables.versions() + " (version_num) VALUES (" + RepeatableSql.literal(id) + ")");
        all.add(RepeatableSql.nowApplied(id));
        return String.join(";\n", all) + ";\n";
    }

    @Override
    public List<String> closing() {
        return List.of(
                "DROP FUNCTION IF EXISTS " + LACKS + "(text)",
                "DROP TABLE IF EXISTS pg_temp." + RepeatableSql.APPLIED,
                "DROP TABLE IF EXISTS pg_temp." + RepeatableSql.HISTORY);
    }

    /** Spell a block that does something only where the revision is still to be applied. */
    static String ifLacking(String id, String body) {
        return block("IF " + lacks(RepeatableSql.literal(id)) + " THEN\n" + body + "END IF;\n");
    }

    static String lacks(String id) {
        return LACKS + "(" + id + ")";
    }

    /** Spell what a step does, inside a block. */
    static String execute(Step step) {
        StringBuilder body = new StringBuilder();
        for (SqlStatement statement : step.statements()) {
            body.append("EXECUTE ").append(quoted(statement.sql(), "sql")).append(";\n");
        }
        return body.toString();
    }

    static String block(String body) {
        return "DO " + quoted("BEGIN\n" + body + "END", "retort");
    }

    private static String refuse(String condition, String messageAndValues) {
        return "IF " + condition + " THEN\n    RAISE EXCEPTION " + messageAndValues + ";\nEND IF;\n";
    }

    /** Quote {@code text} by dollars and a word that it does not hold. */
    static String quoted(String text, String word) {
        String tag = word;
        for (int number = 1; text.contains("$" + tag + "$"); number++) {
            tag = word + number;
        }
        return "$" + tag + "$" + text + "$" + tag + "$";
    }
}
