package dev.retort.dialect.sqlserver;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.retort.dialect.RepeatableScript;
import dev.retort.dialect.RepeatableSql;
import dev.retort.dialect.SqlStatement;

/**
 * A batch for each revision; its statements are texts, for some must stand alone in a batch, and a batch is compiled before
 * it runs. What fails is rolled back, told, and puts the session to sleep, so that a client which goes on after an error
 * executes nothing else. Source: Transact-SQL reference, SET NOEXEC (set when it is executed), TRY...CATCH, sp_getapplock,
 * EXECUTE.
 */
final class SqlServerRepeatable implements RepeatableScript {

    /** Execute statements again, outside of whatever failed. */
    static final String AWAKE = "SET NOEXEC OFF;\nIF @@TRANCOUNT > 0 ROLLBACK TRANSACTION";

    private static final String HISTORY = "#retort_script_history";
    private static final String APPLIED = "#retort_script_applied";
    private static final String FORGET = "DROP TABLE IF EXISTS " + APPLIED + ";\nDROP TABLE IF EXISTS " + HISTORY;
    private static final int ROWS_IN_ONE = 200;

    @Override
    public String locking(String key) {
        return """
                DECLARE @result INT;
                EXEC @result = sp_getapplock @Resource = %s, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = -1;
                IF @result < 0
                BEGIN
                    RAISERROR (N'The lock was not given: sp_getapplock says %%d', 16, 1, @result);
                    SET NOEXEC ON;
                END""".formatted(resource(key));
    }

    @Override
    public String unlocking(String key) {
        return "IF APPLOCK_MODE(N'public', %s, N'Session') <> N'NoLock'\n    EXEC sp_releaseapplock @Resource = %s, @LockOwner = N'Session'"
                .formatted(resource(key), resource(key));
    }

    /** The server keeps the first 255 characters; a lock is one of its database. */
    private static String resource(String key) {
        return SqlServerLiterals.unicode("retort " + key);
    }

    @Override
    public List<SqlStatement> opening(Tables tables, Map<String, List<String>> parents, List<String> required) {
        List<SqlStatement> statements = new ArrayList<>(tables.versionsCreation());
        List<String> own = new ArrayList<>();
        own.add(FORGET);
        own.addAll(history(parents));
        own.add(applied(tables.versions()));
        own.add(refusal(
                unknownRows(tables.versions()), "The database is at a revision that this script does not know"));
        for (String id : required) {
            own.add(refusal(
                    "SELECT 1 WHERE NOT EXISTS (" + isApplied(id) + ")",
                    "The script begins at revision " + id + ", which is not applied"));
        }
        own.forEach(statement -> statements.add(SqlStatement.of(statement)));
        return statements;
    }

    private static List<String> history(Map<String, List<String>> parents) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + HISTORY + " (id VARCHAR(32) COLLATE DATABASE_DEFAULT NOT NULL, "
                + "parent VARCHAR(32) COLLATE DATABASE_DEFAULT NULL, INDEX retort_script_id CLUSTERED (id))");
        List<String> rows = new ArrayList<>();
        parents.forEach((id, theirs) -> {
            if (theirs.isEmpty()) {
                rows.add("(" + literal(id) + ", NULL)");
            }
            theirs.forEach(parent -> rows.add("(" + literal(id) + ", " + literal(parent) + ")"));
        });
        for (int from = 0; from < rows.size(); from += ROWS_IN_ONE) {
            statements.add("INSERT INTO " + HISTORY + " (id, parent) VALUES\n    "
                    + String.join(",\n    ", rows.subList(from, Math.min(from + ROWS_IN_ONE, rows.size()))));
        }
        return statements;
    }

    /** Go up from the version rows, one generation after the other: a recursive query would walk every path. */
    private static String applied(String versionTable) {
        return """
                CREATE TABLE %1$s (id VARCHAR(32) COLLATE DATABASE_DEFAULT NOT NULL PRIMARY KEY, generation INT NOT NULL);
                DECLARE @generation INT = 0;
                INSERT INTO %1$s (id, generation) SELECT version_num, 0 FROM %3$s;
                WHILE @@ROWCOUNT > 0
                BEGIN
                    SET @generation = @generation + 1;
                    INSERT INTO %1$s (id, generation)
                    SELECT DISTINCT history.parent, @generation
                    FROM %1$s applied JOIN %2$s history ON history.id = applied.id
                    WHERE applied.generation = @generation - 1 AND history.parent IS NOT NULL
                        AND NOT EXISTS (SELECT 1 FROM %1$s known WHERE known.id = history.parent);
                END""".formatted(APPLIED, HISTORY, versionTable);
    }

    @Override
    public List<SqlStatement> revision(Tables tables, String id, List<String> parents, List<Step> steps) {
        List<String> statements = steps.stream()
                .flatMap(step -> step.statements().stream())
                .map(SqlStatement::sql)
                .toList();
        StringBuilder batch = new StringBuilder("IF NOT EXISTS (" + isApplied(id) + ")\nBEGIN\nBEGIN TRY\n");
        batch.append(checks(tables, id));
        if (!statements.stream().allMatch(SqlServerRepeatable::isOnePiece)) {
            batch.append("DECLARE @sql NVARCHAR(MAX);\n");
        }
        statements.forEach(statement -> batch.append(execution(statement)));
        batch.append(rows(tables.versions(), id, parents));
        batch.append("END TRY\nBEGIN CATCH\n").append(failure(id)).append("END CATCH\nEND");
        return List.of(SqlStatement.of(batch.toString()));
    }

    /** A client may have begun another session meanwhile. */
    private static String checks(Tables tables, String id) {
        return """
                IF APPLOCK_MODE(N'public', %s, N'Session') <> N'Exclusive'
                    THROW 50000, N'the script does not hold its lock', 1;
                IF EXISTS (%s)
                    OR EXISTS (%s)
                    THROW 50000, N'it cannot follow what is applied', 1;
                """.formatted(resource(tables.key()), unappliedParents(id), unknownRows(tables.versions()));
    }

    private static String rows(String versionTable, String id, List<String> parents) {
        String replaced = parents.isEmpty()
                ? ""
                : "DELETE FROM " + versionTable + " WHERE version_num IN ("
                        + parents.stream().map(SqlServerRepeatable::literal).collect(joining(", ")) + ");\n";
        return replaced + "INSERT INTO " + versionTable + " (version_num) VALUES (" + literal(id) + ");\nINSERT INTO "
                + APPLIED + " (id, generation) VALUES (" + literal(id) + ", 0);\n";
    }

    /** Only texts and variables can be executed, and not what is put together of others. */
    private static String execution(String statement) {
        String text = SqlServerLiterals.sql(statement);
        return isOnePiece(statement) ? "EXEC (" + text + ");\n" : "SET @sql = " + text + ";\nEXEC (@sql);\n";
    }

    private static boolean isOnePiece(String statement) {
        return SqlServerLiterals.sql(statement).equals(SqlServerLiterals.unicode(statement));
    }

    /** To throw would end the batch before the session sleeps. */
    private static String failure(String id) {
        return """
                IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
                DECLARE @failure NVARCHAR(2000) = LEFT(ERROR_MESSAGE(), 1900);
                RAISERROR (N'Revision %%s was not applied: %%s', 16, 1, %s, @failure);
                SET NOEXEC ON;
                """.formatted(SqlServerLiterals.unicode(id));
    }

    @Override
    public List<String> closing() {
        return List.of(AWAKE + ";\n" + FORGET);
    }

    private static String refusal(String query, String message) {
        return "IF EXISTS (" + query + ")\nBEGIN\n    RAISERROR ("
                + SqlServerLiterals.unicode(message.replace("%", "%%")) + ", 16, 1);\n    SET NOEXEC ON;\nEND";
    }

    private static String unknownRows(String versionTable) {
        return "SELECT 1 FROM " + versionTable + " WHERE version_num NOT IN (SELECT id FROM " + HISTORY + ")";
    }

    private static String isApplied(String id) {
        return "SELECT 1 FROM " + APPLIED + " WHERE id = " + literal(id);
    }

    private static String unappliedParents(String id) {
        return "SELECT 1 FROM " + HISTORY + " WHERE id = " + literal(id)
                + " AND parent IS NOT NULL AND parent NOT IN (SELECT id FROM " + APPLIED + ")";
    }

    private static String literal(String id) {
        return RepeatableSql.literal(id);
    }
}
