package dev.retort.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import dev.retort.schema.QualifiedName;

/**
 * Chooses tables by globs.
 *
 * @param include patterns of which one must match; empty for all tables
 * @param exclude patterns of which none may match, whatever {@code include} says
 */
public record TableGlobs(List<TablePattern> include, List<TablePattern> exclude) implements Predicate<QualifiedName> {

    public TableGlobs {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Read globs as people write them. */
    public static TableGlobs of(List<String> include, List<String> exclude) {
        return new TableGlobs(patterns(include), patterns(exclude));
    }

    @Override
    public boolean test(QualifiedName table) {
        return (include.isEmpty() || anyOf(include, table)) && !anyOf(exclude, table);
    }

    private static List<TablePattern> patterns(List<String> globs) {
        List<TablePattern> patterns = new ArrayList<>();
        for (String glob : globs) {
            patterns.add(new TablePattern(glob));
        }
        return patterns;
    }

    private static boolean anyOf(List<TablePattern> patterns, QualifiedName table) {
        for (TablePattern pattern : patterns) {
            if (pattern.matches(table)) {
                return true;
            }
        }
        return false;
    }
}
