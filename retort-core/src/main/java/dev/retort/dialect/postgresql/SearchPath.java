package dev.retort.dialect.postgresql;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.retort.RetortException;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.Surroundings;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.Run;

/**
 * Keeps a revision's {@code search_path} to itself: the version row would be written into whatever table of that name the path
 * leads to, and every dump begins by emptying it. The path is kept in a setting of our own, which is rolled back as the path
 * is. Source: PostgreSQL manual 18, SET, 9.28.1 and 20.16.
 */
final class SearchPath {

    private static final Pattern MENTION =
            Pattern.compile("(?is)search_path|(?:^|;)\\s*set\\s+(?:session\\s+|local\\s+)?schema\\b");

    /** How a statement begins that changes it; what a routine or role is to have from now on does not. */
    private static final Pattern CHANGE = Pattern.compile("(?is)\\s*(?:(?:re)?set\\s.*|select\\b.*\\bset_config\\b.*)");

    private static final Surroundings KEPT = new Surroundings(
            List.of(set("retort.search_path", "search_path")), List.of(set("search_path", "retort.search_path")));

    private SearchPath() {}

    /** Give what keeps it from the version rows, where {@code operations} mention it or are code, of which nothing is known. */
    static Surroundings around(List<Operation> operations, boolean oneTransaction) {
        if (oneTransaction) {
            boolean maybe = operations.stream().anyMatch(Run.class::isInstance)
                    || mentions(operations).findAny().isPresent();
            return maybe ? KEPT : Surroundings.NONE;
        }
        // A run that continues behind a change would not have it.
        mentions(operations)
                .filter(sql -> CHANGE.matcher(sql).matches())
                .findFirst()
                .ifPresent(SearchPath::refuse);
        return Surroundings.NONE;
    }

    private static Stream<String> mentions(List<Operation> operations) {
        return operations.stream()
                .map(operation -> operation instanceof Execute execute ? execute.on(PostgresDialect.NAME) : null)
                .filter(Objects::nonNull)
                .filter(sql -> MENTION.matcher(sql).find());
    }

    private static void refuse(String sql) {
        throw new RetortException(
                "The revision changes search_path, and has a statement that no transaction can hold: %s"
                        .formatted(sql.strip()),
                "write names with their schemas, or put that statement into a revision of its own");
    }

    private static SqlStatement set(String name, String from) {
        return SqlStatement.of(
                "SELECT pg_catalog.set_config('%s', pg_catalog.current_setting('%s'), false)".formatted(name, from));
    }
}
