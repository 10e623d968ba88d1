package dev.retort.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The SQL that repeatable scripts of all products share: two temporary tables, of the history and of what is applied. */
public final class RepeatableSql {

    /** The temporary table of all revisions: {@code id}, and {@code parent} or NULL. */
    public static final String HISTORY = "retort_script_history";

    /** The temporary table of the applied revisions: {@code id}. */
    public static final String APPLIED = "retort_script_applied";

    private static final int ROWS_IN_ONE = 200;

    private RepeatableSql() {}

    /** Make and fill both tables, which are not there. */
    public static List<String> tables(String versionTable, Map<String, List<String>> parents) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TEMPORARY TABLE " + HISTORY + " (id VARCHAR(32) NOT NULL, parent VARCHAR(32))");
        List<String> rows = new ArrayList<>();
        parents.forEach((id, theirs) -> {
            if (theirs.isEmpty()) {
                rows.add("(" + literal(id) + ", NULL)");
            }
            theirs.forEach(parent -> rows.add("(" + literal(id) + ", " + literal(parent) + ")"));
        });
        for (int from = 0; from < rows.size(); from += ROWS_IN_ONE) {
            statements.add("INSERT INTO " + HISTORY + " VALUES\n    "
                    + String.join(",\n    ", rows.subList(from, Math.min(from + ROWS_IN_ONE, rows.size()))));
        }
        statements.add("CREATE TEMPORARY TABLE " + APPLIED + " AS\n"
                + "WITH RECURSIVE applied (id) AS (\n"
                + "    SELECT version_num FROM " + versionTable + "\n"
                + "    UNION\n"
                + "    SELECT history.parent FROM " + HISTORY + " history JOIN applied ON history.id = applied.id\n"
                + "    WHERE history.parent IS NOT NULL)\n"
                + "SELECT id FROM applied");
        return statements;
    }

    /** Select the rows that no revision of the history has. */
    public static String unknownRows(String versionTable) {
        return "SELECT version_num FROM " + versionTable + " WHERE version_num NOT IN (SELECT id FROM " + HISTORY + ")";
    }

    /** Say that a revision is not applied. */
    public static String isMissing(String id) {
        return "NOT EXISTS (SELECT 1 FROM " + APPLIED + " WHERE id = " + literal(id) + ")";
    }

    /** Select something where a revision follows one that is not applied. */
    public static String unappliedParents(String id) {
        return "SELECT 1 FROM " + HISTORY + " WHERE id = " + literal(id)
                + " AND parent IS NOT NULL AND parent NOT IN (SELECT id FROM " + APPLIED + ")";
    }

    /** Note that a revision is applied, for those that follow it in the script. */
    public static String nowApplied(String id) {
        return "INSERT INTO " + APPLIED + " VALUES (" + literal(id) + ")";
    }

    /** Forget the version rows of revisions that another one now stands for, or give nothing where there are none. */
    public static List<String> deleteParents(String versionTable, List<String> parents) {
        return parents.isEmpty()
                ? List.of()
                : List.of("DELETE FROM " + versionTable + " WHERE version_num IN ("
                        + parents.stream().map(RepeatableSql::literal).collect(Collectors.joining(", ")) + ")");
    }

    /** Spell an identifier as text. */
    public static String literal(String id) {
        return "'" + id.replace("'", "''") + "'";
    }
}
