package dev.retort.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.retort.revision.BrokenGraphException;
import dev.retort.revision.GraphProblem;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;

/** Finds what is wrong with the history where some of its files cannot be read, so that both are told together. */
final class HistoryProblems {

    private static final Set<GraphProblem.Kind> MISSING =
            Set.of(GraphProblem.Kind.MISSING_PARENT, GraphProblem.Kind.MISSING_DEPENDENCY);
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private HistoryProblems() {}

    /**
     * Add what is wrong with {@code readable}, but not that a revision is missing that one of {@code unreadable} may be.
     *
     * @param root what places are shown relative to
     */
    static void note(List<RevisionHeader> readable, List<Path> unreadable, Path root, ScriptProblems problems) {
        try {
            RevisionGraph.of(readable);
        } catch (BrokenGraphException e) {
            for (GraphProblem problem : e.problems()) {
                boolean explained = MISSING.contains(problem.kind())
                        && unreadable.stream().anyMatch(file -> isNamedIn(problem.message(), file));
                if (!explained) {
                    problems.add(
                            String.join(", ", problem.origins()),
                            problem.message(),
                            LinkedFile.explain(problem, root).hint());
                }
            }
        }
    }

    /** File names hold the id of their revision, unless somebody decided otherwise. */
    private static boolean isNamedIn(String message, Path file) {
        Matcher names = QUOTED.matcher(message);
        String fileName = file.getFileName().toString();
        while (names.find()) {
            if (fileName.contains(names.group(1))) {
                return true;
            }
        }
        return false;
    }
}
