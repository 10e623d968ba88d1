package dev.retort.dialect.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.retort.dialect.RepeatableScript;
import dev.retort.dialect.RepeatableSql;
import dev.retort.dialect.SqlLiterals;
import dev.retort.dialect.SqlStatement;

/**
 * Statements as texts, each executed or replaced by one that does nothing: a block could not make routines or triggers, and
 * would forget what the statement does to {@code sql_mode}.
 *
 * <p>Each has a number, noted when it begins and again behind it unless it failed, and looks for the number before it. Where
 * a statement failed, was interrupted or never arrived, or the session is another, nothing more is done, though the client
 * goes on. (An expression may be evaluated twice: what it notes must be the same then.) Source:
 * MariaDB Knowledge Base, EXECUTE IMMEDIATE, error_count, GET_LOCK, max_recursive_iterations (which ends a recursion without
 * an error).
 */
final class MariaDbRepeatable implements RepeatableScript {

    private static final String MISSING = "@retort_is_missing";
    private static final String BEGUN = "@retort_begun";
    private static final String DONE = "@retort_done";

    private static final int LONG_SECONDS = 31_536_000;

    private final SqlLiterals literals = new MariaDbLiterals();
    private int number;

    @Override
    public String locking(String key) {
        return block("SET " + DONE + " = NULL;\n"
                + signal(
                        "COALESCE(GET_LOCK(%s, %d), 0) <> 1".formatted(lockName(key), LONG_SECONDS),
                        "No lock was given")
                + "SET " + BEGUN + " = 0, " + DONE + " = 0;\n");
    }

    @Override
    public String unlocking(String key) {
        return "DO RELEASE_LOCK(%s)".formatted(lockName(key));
    }

    /** Spell the name that {@link MariaDbLock} works out: the server knows which database it is. */
    private String lockName(String key) {
        return "CONCAT('retort_', LEFT(SHA2(CONCAT(DATABASE(), CHAR(0), %s), 256), 48))"
                .formatted(literals.string(key));
    }

    @Override
    public List<SqlStatement> opening(Tables tables, Map<String, List<String>> parents, List<String> required) {
        List<String> statements = new ArrayList<>();
        tables.versionsCreation().forEach(statement -> statements.add(statement.sql()));
        statements.addAll(drops());
        statements.add("SET SESSION max_recursive_iterations = 4294967295");
        statements.addAll(RepeatableSql.tables(tables.versions(), parents));
        statements.add(refusal(
                RepeatableSql.unknownRows(tables.versions()),
                "The database is at a revision that this script does not know"));
        for (String id : required) {
            statements.add(refusal(
                    "SELECT 1 FROM DUAL WHERE " + RepeatableSql.isMissing(id),
                    "The script begins at revision " + id + ", which is not applied"));
        }
        return numbered(statements, "");
    }

    @Override
    public List<SqlStatement> revision(Tables tables, String id, List<String> parents, List<Step> steps) {
        List<String> statements = new ArrayList<>();
        for (Step step : steps) {
            step.statements().forEach(statement -> statements.add(executable(statement.sql())));
        }
        statements.add(rows(tables.versions(), id, parents));
        List<SqlStatement> all = new ArrayList<>(
                numbered(List.of("SET " + MISSING + " = (SELECT " + RepeatableSql.isMissing(id) + ")"), ""));
        all.addAll(numbered(statements, " AND " + MISSING));
        return all;
    }

    /** A block may do what a prepared statement may not. */
    private static String executable(String sql) {
        return MariaDbScript.usesPrepared(sql) ? block(sql.replaceFirst("[;\\s]+$", "") + "\n;\n") : sql;
    }

    /** Never one row without the other: the database would count as one at which nothing was ever applied. */
    private static String rows(String versionTable, String id, List<String> parents) {
        String changes = RepeatableSql.deleteParents(versionTable, parents).stream()
                .map(statement -> statement + ";\n")
                .collect(Collectors.joining());
        return block("DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;\n"
                + "START TRANSACTION;\n" + changes
                + "INSERT INTO " + versionTable + " (version_num) VALUES (" + RepeatableSql.literal(id) + ");\n"
                + "COMMIT;\n");
    }

    @Override
    public List<String> closing() {
        List<String> statements = new ArrayList<>(drops());
        statements.add(block(signal(DONE + " IS NULL", "The script was not done to its end: see the first error")));
        return statements;
    }

    private static List<String> drops() {
        return List.of(
                "DROP TEMPORARY TABLE IF EXISTS " + RepeatableSql.APPLIED,
                "DROP TEMPORARY TABLE IF EXISTS " + RepeatableSql.HISTORY);
    }

    private List<SqlStatement> numbered(List<String> statements, String condition) {
        List<SqlStatement> all = new ArrayList<>();
        for (String statement : statements) {
            String before = DONE + " = " + number;
            number++;
            all.add(SqlStatement.of("EXECUTE IMMEDIATE IF(%s AND (%s := %d)%s, %s, 'DO 0')"
                    .formatted(before, BEGUN, number, condition, literals.string(statement))));
            all.add(SqlStatement.of("SET %s = IF(%s AND %s = %d AND @@error_count = 0, %d, NULL)"
                    .formatted(DONE, before, BEGUN, number, number)));
        }
        return all;
    }

    private String refusal(String query, String message) {
        return block(signal("EXISTS (" + query + ")", message));
    }

    private String signal(String condition, String message) {
        return "IF " + condition + " THEN\n    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = " + literals.string(message)
                + ";\nEND IF;\n";
    }

    private static String block(String statements) {
        return "BEGIN NOT ATOMIC\n" + statements + "END";
    }
}
