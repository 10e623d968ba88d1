package dev.retort.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.retort.RetortException;

/** Collects what is wrong with one configuration file, so that it is told all at once. */
final class Problems {

    private record Problem(int line, int column, String message, String hint) {}

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, int column, String message, String hint) {
        found.add(new Problem(line, column, message, hint));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Tell every problem, in the order of the file.
     *
     * @throws RetortException if there is one
     */
    void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        List<String> lines = found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .map(problem -> (problem.line == 0 ? file : file + ":" + problem.line + ":" + problem.column) + ": "
                        + problem.message)
                .distinct()
                .toList();
        if (lines.size() == 1) {
            throw new RetortException(lines.get(0), found.get(0).hint);
        }
        throw new RetortException(
                "'%s' has %d problems:%n  %s"
                        .formatted(file, lines.size(), String.join(System.lineSeparator() + "  ", lines)),
                "correct these lines; docs/configuration.md lists every setting");
    }
}
