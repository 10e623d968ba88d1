package dev.retort.script;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.retort.RetortException;

/** Collects what is wrong with several files of the script directory, so that it is told all at once. Each problem begins with its place. */
public final class ScriptProblems {

    private static final int MOST_SHOWN = 100;

    private final List<String> messages = new ArrayList<>();
    private final Set<String> hints = new LinkedHashSet<>();

    /** Note a problem: where it is, what it is, and what to do about it. */
    public void add(String where, String message, String hint) {
        messages.add(where + ": " + message);
        hints.add(hint);
    }

    /** Note what was thrown for one file, which says where it is. */
    public void add(RetortException problem) {
        messages.add(String.valueOf(problem.getMessage()));
        hints.add(problem.hint());
    }

    /** Note everything that {@code others} hold. */
    void addAll(ScriptProblems others) {
        messages.addAll(others.messages);
        hints.addAll(others.hints);
    }

    /** Tell whether there is none. */
    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /**
     * Tell every problem.
     *
     * @param summary what they keep us from, such as {@code Cannot read the revisions}
     * @throws RetortException if there is one
     */
    public void throwIfAny(String summary) {
        if (messages.isEmpty()) {
            return;
        }
        String hint = hints.iterator().next();
        if (messages.size() == 1) {
            throw new RetortException(messages.get(0), hint);
        }
        List<String> shown = new ArrayList<>(messages.subList(0, Math.min(MOST_SHOWN, messages.size())));
        if (messages.size() > MOST_SHOWN) {
            shown.add("... and %d more".formatted(messages.size() - MOST_SHOWN));
        }
        throw new RetortException(
                "%s: %d problems\n  %s".formatted(summary, messages.size(), String.join("\n  ", shown)),
                hints.size() == 1 ? hint : "correct the files named above");
    }
}
