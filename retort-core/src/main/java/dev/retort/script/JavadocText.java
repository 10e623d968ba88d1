package dev.retort.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes what a Javadoc comment says about a revision. */
final class JavadocText {

    private static final Pattern CREATED = Pattern.compile("Create Date:\\s*(\\S.*?)\\s*");

    private JavadocText() {}

    /** Give the first paragraph, its lines joined by spaces: a formatter may have broken them anywhere. */
    static String message(String javadoc) {
        List<String> paragraph = new ArrayList<>();
        for (String line : lines(javadoc)) {
            boolean ends = line.isEmpty() || line.startsWith("@") || line.startsWith("<p>");
            if ((ends && !paragraph.isEmpty()) || line.startsWith("@")) {
                break;
            }
            if (!line.isEmpty()) {
                paragraph.add(line);
            }
        }
        return unescape(String.join(" ", paragraph));
    }

    /** Find the date behind the last {@code Create Date:}. */
    static Optional<String> created(String javadoc) {
        Optional<String> created = Optional.empty();
        for (String line : lines(javadoc)) {
            Matcher matcher = CREATED.matcher(line);
            if (matcher.matches()) {
                created = Optional.of(matcher.group(1));
            }
        }
        return created;
    }

    /** Write {@code text} so that it neither ends the comment nor is taken for a tag or markup. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("*/", "*&#47;")
                .replace("\\u", "&#92;u")
                .replace("{@", "{&#64;")
                .replaceAll("(?m)^(\\s*)@", "$1&#64;")
                .replaceAll("(?m)^(\\s*)\\*", "$1&#42;")
                .replaceAll("(?m)^(\\s*)/", "$1&#47;");
    }

    private static String unescape(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return text.replace("&#64;", "@")
                .replace("&#92;", "\\")
                .replace("&#47;", "/")
                .replace("&#42;", "*")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static List<String> lines(String javadoc) {
        return javadoc.lines()
                .map(line -> line.strip().replaceFirst("^\\*+\\s?", "").strip())
                .toList();
    }
}
