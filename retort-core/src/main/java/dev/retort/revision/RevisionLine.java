package dev.retort.revision;

import java.util.ArrayList;
import java.util.List;

import dev.retort.revision.Paint.Part;

/** Writes revisions the way Alembic's commands print them; lines without a line feed at the end. */
public final class RevisionLine {

    /** Writes lines without colours. */
    public static final RevisionLine PLAIN = new RevisionLine(Paint.PLAIN);

    private final Paint paint;

    /** Write lines whose parts {@code paint} shows apart. */
    public RevisionLine(Paint paint) {
        this.paint = paint;
    }

    /** Write a line of {@code history}. */
    public String history(RevisionDetail revision, boolean current) {
        return head(revision.header().id(), revision, true, true, current, true, true);
    }

    /** Write a line of {@code history --graph}: its parents are drawn beside it, what it depends on is told. */
    public String graph(RevisionDetail revision, boolean current) {
        String id = revision.header().id();
        String line = head(id, revision, false, true, current, false, false);
        List<String> needed = revision.header().dependsOn();
        String message = revision.header().message();
        return line
                + (needed.isEmpty() ? "" : " (depends on " + String.join(", ", needed) + ")")
                + (message.isEmpty() ? "" : ", " + message);
    }

    /** Write a line of {@code heads}. */
    public String heads(RevisionDetail revision) {
        return head(revision.header().id(), revision, false, true, false, false, false);
    }

    /** Write a line of {@code current}. */
    public String current(RevisionDetail revision) {
        return head(revision.header().id(), revision, false, false, false, true, false);
    }

    private String head(
            String id,
            RevisionDetail revision,
            boolean parents,
            boolean labels,
            boolean current,
            boolean tree,
            boolean message) {
        StringBuilder line = new StringBuilder();
        RevisionHeader header = revision.header();
        if (parents) {
            line.append(parents(header));
            if (!header.dependsOn().isEmpty()) {
                line.append(" (").append(String.join(", ", header.dependsOn())).append(')');
            }
            line.append(" -> ");
        }
        line.append(paint.of(Part.REVISION, id));
        if (labels && !revision.labels().isEmpty()) {
            line.append(' ').append(paint.of(Part.LABELS, "(" + String.join(", ", revision.labels()) + ")"));
        }
        line.append(marks(revision, current, tree));
        if (message && !header.message().isEmpty()) {
            line.append(", ").append(header.message());
        }
        return line.toString();
    }

    private String marks(RevisionDetail revision, boolean current, boolean tree) {
        return headMark(revision)
                + currentMark(current)
                + (tree && revision.branchPoint() ? " (branchpoint)" : "")
                + (tree && revision.mergePoint() ? " (mergepoint)" : "");
    }

    /** Write a branch point and its children, as {@code branches} does, the empty line behind them included. */
    public List<String> branch(RevisionDetail point, List<RevisionDetail> children) {
        List<String> lines = new ArrayList<>();
        lines.add(head(point.header().id(), point, false, true, false, true, false));
        lines.addAll(children(point, children, false));
        return lines;
    }

    /**
     * Write the children of a branch point, the empty line behind them included; {@code branches -v} prints them below
     * the {@link #record} of the point.
     *
     * @param messages whether to say what the children do
     */
    public List<String> children(RevisionDetail point, List<RevisionDetail> children, boolean messages) {
        List<String> lines = new ArrayList<>();
        for (RevisionDetail child : children) {
            String id = child.header().id();
            lines.add(" ".repeat(point.header().id().length()) + " -> "
                    + head(id, child, false, true, false, true, messages));
        }
        lines.add("");
        return lines;
    }

    /**
     * Write the record that {@code show} and every {@code -v} print, line by line, the empty line behind it included.
     *
     * @param path where its file is, as the caller wants it shown
     * @param document the comment of the file, with line feeds
     */
    public List<String> record(RevisionDetail revision, boolean current, String path, String document) {
        RevisionHeader header = revision.header();
        List<String> lines = new ArrayList<>();
        lines.add("Rev: " + paint.of(Part.REVISION, header.id()) + headMark(revision)
                + (revision.branchPoint() ? " (branchpoint)" : "")
                + (revision.mergePoint() ? " (mergepoint)" : "")
                + currentMark(current));
        lines.add((revision.mergePoint() ? "Merges: " : "Parent: ") + parents(header));
        optional(lines, "Also depends on: ", header.dependsOn());
        optional(lines, "Branches into: ", revision.branchPoint() ? revision.children() : List.of());
        optional(lines, "Branch names: ", revision.labels());
        lines.add("Path: " + path);
        lines.add("");
        document.lines().forEach(line -> lines.add("    " + line));
        lines.add("");
        return lines;
    }

    private static void optional(List<String> lines, String title, List<String> values) {
        if (!values.isEmpty()) {
            lines.add(title + String.join(", ", values));
        }
    }

    private static String parents(RevisionHeader header) {
        return header.isBase() ? "<base>" : String.join(", ", header.downRevisions());
    }

    private String headMark(RevisionDetail revision) {
        String mark = revision.head() ? "(head)" : revision.effectiveHead() ? "(effective head)" : "";
        return mark.isEmpty() ? "" : " " + paint.of(Part.HEAD, mark);
    }

    private String currentMark(boolean current) {
        return current ? " " + paint.of(Part.CURRENT, "(current)") : "";
    }
}
