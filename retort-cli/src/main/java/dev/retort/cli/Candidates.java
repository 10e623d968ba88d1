package dev.retort.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.retort.command.History;
import dev.retort.command.Workspace;
import dev.retort.config.Settings;
import dev.retort.revision.RevisionDetail;
import dev.retort.runtime.RunListener;

/** The words that may stand where the cursor is, of those that begin as the word there does. */
final class Candidates {

    private static final int MOST = 500;

    private final String current;
    private final List<String> lines = new ArrayList<>();
    private String prefix = "";

    Candidates(String current) {
        this.current = current;
    }

    /** Take the words that follow for what stands behind {@code beginning} in the same word. */
    void behind(String beginning) {
        prefix = beginning;
    }

    void add(String word, String description) {
        if ((prefix + word).startsWith(current) && lines.size() < MOST) {
            String plain = description.replaceAll("\\s+", " ").strip();
            lines.add(prefix + word + (plain.isEmpty() ? "" : "\t" + plain));
        }
    }

    /** Add what names a revision: words such as {@code head}, labels, and ids with their messages, newest first. */
    void addRevisions(String command, Settings settings) {
        int colon = current.lastIndexOf(':');
        if (colon >= 0) {
            behind(current.substring(0, colon + 1));
        }
        for (String word : words(command)) {
            add(word, "");
        }
        Workspace workspace = new Workspace(settings, null, RunListener.NONE, note -> {});
        List<RevisionDetail> revisions = new History(workspace).whole();
        Set<String> labels = new LinkedHashSet<>();
        for (RevisionDetail revision : revisions) {
            labels.addAll(revision.labels());
        }
        labels.forEach(label -> add(label + "@head", "the head of the branch " + label));
        for (RevisionDetail revision : revisions) {
            add(revision.header().id(), revision.header().message());
        }
    }

    List<String> lines() {
        return lines;
    }

    private static List<String> words(String command) {
        return switch (command) {
            case "upgrade", "plan" -> List.of("head", "heads", "+1");
            case "downgrade" -> List.of("base", "-1");
            case "show", "edit" -> List.of("head", "heads", "base", "current");
            case "merge" -> List.of("heads");
            default -> List.of("head", "heads", "base");
        };
    }
}
