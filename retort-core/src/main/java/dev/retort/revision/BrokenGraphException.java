package dev.retort.revision;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.retort.RetortException;

/** Tells everything that keeps a set of revisions from being a history, in one list. */
public final class BrokenGraphException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<GraphProblem> problems;

    BrokenGraphException(List<GraphProblem> problems) {
        super(text(problems), problems.get(0).hint());
        this.problems = List.copyOf(problems);
    }

    /** List the problems, at least one. */
    public List<GraphProblem> problems() {
        return problems;
    }

    /** Tell the same with each problem put in other words. */
    public BrokenGraphException reworded(UnaryOperator<GraphProblem> words) {
        return new BrokenGraphException(problems.stream().map(words).toList());
    }

    private static String text(List<GraphProblem> problems) {
        String list = problems.stream()
                .map(problem -> String.join(", ", problem.origins()) + ": " + problem.message()
                        + (problems.size() > 1 ? " (" + problem.hint() + ")" : ""))
                .collect(Collectors.joining("\n  "));
        return problems.size() == 1
                ? "The history is broken: " + list
                : "The history is broken in " + problems.size() + " places:\n  " + list;
    }
}
