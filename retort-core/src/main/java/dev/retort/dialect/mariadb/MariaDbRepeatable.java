package dev.retort.dialect.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.retort.dialect.RepeatableScript;
import dev.retort.dialect.RepeatableSql;
import dev.retort.dialect.SqlLiterals;

/**
 * Statements as texts, each executed or replaced by one that does nothing: a block could not make routines or triggers.
 * Source: MariaDB Knowledge Base, EXECUTE IMMEDIATE, max_recursive_iterations (which ends a recursion without an error).
 */
final class MariaDbRepeatable implements RepeatableScript {

    private static final String MISSING = "@retort_is_missing";

    private static final int LONG_SECONDS = 31_536_000;

    private final SqlLiterals literals = new MariaDbLiterals();

    @Override
    public String locking(String key) {
        return "DO GET_LOCK(%s, %d)".formatted(lockName(key), LONG_SECONDS);
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
    public List<String> opening(String versionTable, Map<String, List<String>> parents, List<String> required) {
        List<String> statements = new ArrayList<>(closing());
        statements.add("SET SESSION max_recursive_iterations = 4294967295");
        statements.addAll(RepeatableSql.tables(versionTable, parents));
        statements.add(refusal(
                RepeatableSql.unknownRows(versionTable),
                "The database is at a revision that this script does not know"));
        for (String id : required) {
            statements.add(refusal(
                    "SELECT 1 FROM DUAL WHERE " + RepeatableSql.isMissing(id),
                    "The script begins at revision " + id + ", which is not applied"));
        }
        return statements;
    }

    @Override
    public List<String> revision(String versionTable, String id, List<String> parents, List<String> statements) {
        List<String> all = new ArrayList<>();
        all.add("SET " + MISSING + " = (SELECT " + RepeatableSql.isMissing(id) + ")");
        for (String statement : statements) {
            all.add(conditional(statement));
        }
        for (String statement : RepeatableSql.deleteParents(versionTable, parents)) {
            all.add(statement + " AND " + MISSING);
        }
        all.add("INSERT INTO " + versionTable + " (version_num) SELECT " + RepeatableSql.literal(id)
                + " FROM DUAL WHERE " + MISSING);
        return all;
    }

    @Override
    public List<String> closing() {
        return List.of(
                "DROP TEMPORARY TABLE IF EXISTS " + RepeatableSql.APPLIED,
                "DROP TEMPORARY TABLE IF EXISTS " + RepeatableSql.HISTORY);
    }

    private String conditional(String statement) {
        return "EXECUTE IMMEDIATE IF(" + MISSING + ", " + literals.string(statement) + ", 'DO 0')";
    }

    private String refusal(String query, String message) {
        return "BEGIN NOT ATOMIC\nIF EXISTS (" + query + ") THEN\n    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = "
                + literals.string(message) + ";\nEND IF;\nEND";
    }
}
