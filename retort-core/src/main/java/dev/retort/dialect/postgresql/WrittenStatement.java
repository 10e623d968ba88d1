package dev.retort.dialect.postgresql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that a person wrote, as far as its effect on transactions shows in its first words. Source: PostgreSQL manual
 * 18, part VI; every command whose page says that it cannot be executed inside a transaction block.
 *
 * @param sql the statement
 */
record WrittenStatement(String sql) {

    private static final Pattern OPAQUE =
            Pattern.compile("--[^\n]*|/\\*.*?\\*/|('(?:[^']|'')*+')|(\"(?:[^\"]|\"\")*+\")", Pattern.DOTALL);

    private static final Pattern STANDS_ALONE = Pattern.compile("(?is)\\s*(?:"
            + "vacuum\\b.*"
            + "|(?:create|drop)\\s+(?:database|tablespace)\\b.*"
            + "|alter\\s+database\\b.*\\bset\\s+tablespace\\b.*"
            + "|alter\\s+system\\b.*"
            + "|(?:create|alter|drop)\\s+subscription\\b.*"
            + "|create\\s+(?:unique\\s+)?index\\s+concurrently\\b.*"
            + "|drop\\s+index\\s+concurrently\\b.*"
            + "|reindex\\b\\s*(?:\\([^)]*\\)\\s*)?(?:database|system|schema)\\b.*"
            + "|reindex\\b.*\\bconcurrently\\b.*"
            + "|cluster\\s*(?:\\([^)]*\\)\\s*)?(?:verbose\\s*)?"
            + "|alter\\s+table\\b.*\\bdetach\\s+partition\\b.*\\bconcurrently\\s*"
            + "|discard\\s+all\\s*"
            + ")");

    private static final String NAME = "(?:\"(?:[^\"]|\"\")*+\"|[^\\s.,;(\"]+)";

    private static final Pattern INDEX =
            Pattern.compile("(?is)\\s*create\\s+(?:unique\\s+)?index\\s+concurrently\\s+(?:if\\s+not\\s+exists\\s+)?("
                    + NAME + ")\\s+on\\s+(?:only\\s+)?(?:(" + NAME + ")\\s*\\.\\s*)?" + NAME + ".*");

    private static final Pattern DROPPED_INDEX =
            Pattern.compile("(?is)\\s*drop\\s+index\\s+concurrently\\s+(?:if\\s+exists\\s+)?((?:" + NAME
                    + "\\s*\\.\\s*)?" + NAME + ")\\s*(?:cascade|restrict)?[\\s;]*");

    /** Tell whether the server refuses it inside a transaction. */
    boolean mustStandAlone() {
        String code = withoutComments();
        boolean quotes = code.indexOf('\'') >= 0 || code.indexOf('"') >= 0;
        String words = quotes ? OPAQUE.matcher(code).replaceAll(" x ") : code;
        return STANDS_ALONE.matcher(words.strip()).matches();
    }

    /** Find the index it builds without locking the table, as SQL spells its name. */
    Optional<String> indexBuiltConcurrently() {
        Matcher matcher = INDEX.matcher(withoutComments());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String schema = matcher.group(2);
        return Optional.of(schema == null ? matcher.group(1) : schema + "." + matcher.group(1));
    }

    /** Find the one index it drops without locking the table, as SQL spells its name. */
    Optional<String> indexDroppedConcurrently() {
        Matcher matcher = DROPPED_INDEX.matcher(withoutComments());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private String withoutComments() {
        if (!sql.contains("--") && !sql.contains("/*")) {
            return sql;
        }
        return OPAQUE.matcher(sql)
                .replaceAll(found -> found.group(1) == null && found.group(2) == null
                        ? " "
                        : Matcher.quoteReplacement(found.group()));
    }
}
