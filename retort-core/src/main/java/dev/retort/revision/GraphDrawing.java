package dev.retort.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Draws how revisions follow each other, beside their lines, newest first: {@code *} is a revision, lines lead down to its
 * parents. Dependencies are not drawn. Parents that are not among the revisions are left out.
 */
public final class GraphDrawing {

    private final List<RevisionHeader> revisions;
    private final Set<String> drawn = new HashSet<>();
    /** What the line in each column leads to. */
    private List<@Nullable String> columns = new ArrayList<>();

    private int next;

    /**
     * Prepare to draw.
     *
     * @param revisions in the order of {@link RevisionGraph#history}, so that parents come after their children
     */
    public GraphDrawing(List<RevisionHeader> revisions) {
        this.revisions = List.copyOf(revisions);
        for (RevisionHeader revision : revisions) {
            drawn.add(revision.id());
        }
    }

    /**
     * A line of the picture.
     *
     * @param drawn the drawn part, with blanks behind it where something stands beside it
     * @param text what stands beside it; may be empty
     */
    public record Line(String drawn, String text) {}

    /**
     * Draw the next revision.
     *
     * @param text the lines that tell of it, at least one; the lines to the revision below stand beside those behind the first
     */
    public List<Line> next(List<String> text) {
        RevisionHeader revision = revisions.get(next++);
        List<String> pictures = new ArrayList<>();
        int column = columns.indexOf(revision.id());
        if (column < 0) {
            column = columns.size();
            columns.add(revision.id());
        }
        List<String> parents = parents(revision);
        int wide = Math.max(parents.size() - 2, 0);
        for (int shifted = 0; shifted < wide && column + 1 < columns.size(); shifted++) {
            pictures.add(widened(column, shifted));
        }
        int first = pictures.size();
        pictures.add(star(column, wide));
        fork(column, parents, pictures);
        join(pictures);
        return beside(pictures, first, text);
    }

    private List<String> parents(RevisionHeader revision) {
        List<String> parents = new ArrayList<>();
        for (String parent : revision.downRevisions()) {
            if (drawn.contains(parent)) {
                parents.add(parent);
            }
        }
        return parents;
    }

    /** Make room to the right of a merge of more than two. */
    private String widened(int column, int shifted) {
        Picture picture = new Picture(columns.size() + shifted + 1);
        for (int i = 0; i < columns.size(); i++) {
            picture.put(i <= column ? 2 * i : 2 * (i + shifted) + 1, i <= column ? '|' : '\\');
        }
        return picture.text();
    }

    private String star(int column, int wide) {
        Picture picture = new Picture(columns.size() + wide);
        for (int i = 0; i < columns.size(); i++) {
            picture.put(2 * (i > column ? i + wide : i), i == column ? '*' : '|');
        }
        for (int i = 1; i < 2 * wide; i++) {
            picture.put(2 * column + i, '-');
        }
        if (wide > 0) {
            picture.put(2 * (column + wide), '.');
        }
        return picture.text();
    }

    /** Let the lines to the parents begin. */
    private void fork(int column, List<String> parents, List<String> pictures) {
        List<@Nullable String> after = new ArrayList<>(columns);
        after.remove(column);
        if (parents.isEmpty()) {
            after.add(column, null);
        }
        after.addAll(column, parents);
        int more = parents.size() - 1;
        if (more > 0) {
            Picture picture = new Picture(after.size());
            for (int i = 0; i < after.size(); i++) {
                picture.put(i <= column ? 2 * i : 2 * i - 1, i <= column ? '|' : '\\');
            }
            pictures.add(picture.text());
        }
        columns = after;
    }

    /** Let lines to the same revision become one, and close gaps: everything moves to the left. */
    private void join(List<String> pictures) {
        List<String> kept = new ArrayList<>();
        for (String target : columns) {
            if (target != null && !kept.contains(target)) {
                kept.add(target);
            }
        }
        int[] at = new int[columns.size()];
        int[] to = new int[columns.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = columns.get(i) == null ? -1 : i;
            to[i] = columns.get(i) == null ? -1 : kept.indexOf(columns.get(i));
        }
        while (!Arrays.equals(at, to)) {
            pictures.add(moved(at, to));
        }
        columns = new ArrayList<>(kept);
    }

    /** Move each line one column towards its place; one that moves alone goes far at once. */
    private static String moved(int[] at, int[] to) {
        int moving = 0;
        for (int i = 0; i < at.length; i++) {
            moving += at[i] > to[i] ? 1 : 0;
        }
        Picture picture = new Picture(at.length);
        for (int i = 0; i < at.length; i++) {
            if (at[i] > to[i]) {
                int reached = moving == 1 ? Math.min(to[i] + 1, at[i] - 1) : at[i] - 1;
                picture.put(2 * at[i] - 1, '/');
                for (int between = reached + 1; between < at[i]; between++) {
                    picture.put(2 * between - 1, '_');
                }
                at[i] = reached;
            } else if (at[i] >= 0) {
                picture.put(2 * at[i], '|');
            }
        }
        return picture.text();
    }

    private List<Line> beside(List<String> pictures, int first, List<String> text) {
        Picture still = new Picture(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            still.put(2 * i, '|');
        }
        while (pictures.size() < first + text.size()) {
            pictures.add(still.text());
        }
        int width = 0;
        for (String picture : pictures) {
            // A slanted line leads to the column beside it.
            width = Math.max(width, picture.length() | 1);
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            String picture = pictures.get(i);
            String told = i >= first && i - first < text.size() ? text.get(i - first) : "";
            String space = told.isEmpty() ? "" : " ".repeat(width - picture.length() + 1);
            lines.add(new Line(picture + space, told));
        }
        return lines;
    }

    /** A line of characters. */
    private static final class Picture {

        private final char[] line;

        Picture(int columns) {
            line = new char[Math.max(2 * columns - 1, 0)];
            Arrays.fill(line, ' ');
        }

        void put(int position, char c) {
            line[position] = c;
        }

        String text() {
            return new String(line).stripTrailing();
        }
    }
}
