package dev.retort.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.retort.dialect.RepeatableScript;
import dev.retort.dialect.RepeatableSql;

/** A block {@code DO} for each revision; its statements are texts, for a block is read before it runs. Source: manual 18, DO and 41.5.4. */
final class PostgresRepeatable implements RepeatableScript {

    @Override
    public String locking(String key) {
        return perform("pg_advisory_lock", key);
    }

    @Override
    public String unlocking(String key) {
        return perform("pg_advisory_unlock", key);
    }

    /** A client prints nothing of a block. */
    private static String perform(String function, String key) {
        return "DO " + quoted("BEGIN\nPERFORM %s(%d);\nEND".formatted(function, PostgresLock.number(key)), "retort");
    }

    @Override
    public List<String> opening(String versionTable, Map<String, List<String>> parents, List<String> required) {
        List<String> statements = new ArrayList<>(closing());
        statements.addAll(RepeatableSql.tables(versionTable, parents));
        statements.add(refusal(
                RepeatableSql.unknownRows(versionTable),
                "The database is at a revision that this script does not know"));
        for (String id : required) {
            statements.add(refusal(
                    "SELECT 1 WHERE " + RepeatableSql.isMissing(id),
                    "The script begins at revision " + id.replace("'", "''") + ", which is not applied"));
        }
        return statements;
    }

    @Override
    public List<String> revision(String versionTable, String id, List<String> parents, List<String> statements) {
        List<String> all = new ArrayList<>(statements);
        all.addAll(RepeatableSql.deleteParents(versionTable, parents));
        all.add("INSERT INTO " + versionTable + " (version_num) VALUES (" + RepeatableSql.literal(id) + ")");
        all.add(RepeatableSql.nowApplied(id));
        // psql goes on after an error unless told otherwise: what follows a failed revision has to refuse by itself.
        StringBuilder body = new StringBuilder("BEGIN\nIF " + RepeatableSql.isMissing(id) + " THEN\n")
                .append(refuse(
                        RepeatableSql.unappliedParents(id) + " UNION ALL SELECT 1 WHERE EXISTS ("
                                + RepeatableSql.unknownRows(versionTable) + ")",
                        "Revision " + id.replace("'", "''") + " cannot follow what is applied"));
        for (String statement : all) {
            body.append("EXECUTE ").append(quoted(statement, "sql")).append(";\n");
        }
        return List.of("DO " + quoted(body + "END IF;\nEND", "retort"));
    }

    @Override
    public List<String> closing() {
        return List.of(
                "DROP TABLE IF EXISTS pg_temp." + RepeatableSql.APPLIED,
                "DROP TABLE IF EXISTS pg_temp." + RepeatableSql.HISTORY);
    }

    private static String refusal(String query, String message) {
        return "DO " + quoted("BEGIN\n" + refuse(query, message) + "END", "retort");
    }

    private static String refuse(String query, String message) {
        return "IF EXISTS (" + query + ") THEN\n    RAISE EXCEPTION '" + message.replace("%", "%%") + "';\nEND IF;\n";
    }

    /** Quote {@code text} by dollars and a word that it does not hold. */
    private static String quoted(String text, String word) {
        String tag = word;
        for (int number = 1; text.contains("$" + tag + "$"); number++) {
            tag = word + number;
        }
        return "$" + tag + "$" + text + "$" + tag + "$";
    }
}
