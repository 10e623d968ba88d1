package dev.retort.script;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.retort.script.JavaHeaderParser.Places;
import dev.retort.script.JavaHeaderParser.Span;

/**
 * Writes another parent into the text of a revision: into the annotation and the {@code Revises:} line of the comment above
 * it, or into the head of a SQL file. Everything else stays as it is, character by character.
 */
final class ParentEdit {

    private static final Pattern ENTRY = Pattern.compile("\\s*--\\s*([a-z_]+)\\s*:[ \\t]*(.*?)\\s*");
    private static final Pattern OWN_LINE =
            Pattern.compile("^[ \\t]*\\**[ \\t]*Revises:([^\\r\\n]*?)[ \\t]*$", Pattern.MULTILINE);

    private final String text;
    private final StringBuilder edited = new StringBuilder();
    private int copied;

    private ParentEdit(String text) {
        this.text = text;
    }

    /**
     * Edit the text of a Java revision, whose header can be read.
     *
     * @param before its parents so far
     * @param parent the id of its only parent from now on
     */
    static String java(String text, List<String> before, String parent) throws HeaderProblemException {
        Places places = JavaHeaderParser.places(text);
        ParentEdit edit = new ParentEdit(text);
        Optional<Span> revises = revises(text, places.javadoc(), before);
        boolean above = places.javadoc().start() < places.parents().start();
        if (above) {
            revises.ifPresent(span -> edit.replace(span, " " + parent));
        }
        String literal = JavaNames.literal(parent);
        edit.replace(places.parents(), places.missing() ? ", downRevision = " + literal : literal);
        if (!above) {
            revises.ifPresent(span -> edit.replace(span, " " + parent));
        }
        return edit.finish();
    }

    /** Edit the text of a SQL revision, whose header can be read. */
    static String sql(String text, String parent) {
        int position = text.startsWith("\uFEFF") ? 1 : 0;
        int behindId = position;
        while (position < text.length()) {
            int end = text.indexOf('\n', position);
            int next = end < 0 ? text.length() : end + 1;
            Matcher entry = ENTRY.matcher(text).region(position, next);
            if (SqlSections.isSection(text.substring(position, next))) {
                break;
            }
            if (entry.matches() && entry.group(1).equals("down_revision")) {
                boolean spaced = text.charAt(entry.start(2) - 1) != ':';
                return replaced(text, new Span(entry.start(2), entry.end(2)), (spaced ? "" : " ") + parent);
            }
            if (entry.matches() && entry.group(1).equals("revision")) {
                behindId = next;
            }
            position = next;
        }
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        return replaced(text, new Span(behindId, behindId), "-- down_revision: " + parent + lineEnd);
    }

    /** Find what stands behind {@code Revises:}; where a formatter joined the lines, only what must be the parents. */
    private static Optional<Span> revises(String text, Span javadoc, List<String> before) {
        Matcher line = OWN_LINE.matcher(text).region(javadoc.start(), javadoc.end());
        if (line.find() && !line.group(1).contains("Create Date:")) {
            return Optional.of(new Span(line.start(1), line.end(1)));
        }
        String parents = before.isEmpty()
                ? ""
                : "\\s+"
                        + String.join(
                                ",\\s*", before.stream().map(Pattern::quote).toList());
        Matcher joined = Pattern.compile("\\bRevises:(" + parents + ")(?=\\s|$)")
                .matcher(text)
                .region(javadoc.start(), javadoc.end());
        return joined.find() ? Optional.of(new Span(joined.start(1), joined.end(1))) : Optional.empty();
    }

    private static String replaced(String text, Span span, String by) {
        ParentEdit edit = new ParentEdit(text);
        edit.replace(span, by);
        return edit.finish();
    }

    private void replace(Span span, String by) {
        edited.append(text, copied, span.start()).append(by);
        copied = span.end();
    }

    private String finish() {
        return edited.append(text, copied, text.length()).toString();
    }
}
