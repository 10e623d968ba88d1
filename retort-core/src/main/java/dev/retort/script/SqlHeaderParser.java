package dev.retort.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the comment lines at the head of a SQL revision. */
final class SqlHeaderParser {

    private static final List<String> KEYS =
            List.of("revision", "down_revision", "branch_labels", "depends_on", "created", "message");
    private static final Pattern ENTRY = Pattern.compile("--[\\s\\h]*([A-Za-z_]+)\\s*:\\s*(.*)", Pattern.DOTALL);
    /** A comment that begins with a word, or with two before a colon: the words, and the mark that stands behind them. */
    private static final Pattern WORDS = Pattern.compile(
            "--++[\\s\\h]*+([A-Za-z_][A-Za-z_-]*(?:\\h+[A-Za-z]+(?=\\h*[:=]))?)\\h*([:=]?).*", Pattern.DOTALL);

    private record Entry(String value, int line) {}

    private SqlHeaderParser() {}

    /**
     * Read the header of {@code text}.
     *
     * @return the header; empty where no line says {@code -- revision:}
     * @throws HeaderProblemException if the header is wrong, or the text ends inside it: its last lines may be missing
     */
    static Optional<FileHeader> parse(String text) throws HeaderProblemException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        int end = read(text, entries);
        Entry id = entries.get("revision");
        if (id == null) {
            return Optional.empty();
        }
        if (end > 0) {
            throw new HeaderProblemException(
                    end,
                    "the file ends inside its header: there is no '-- upgrade' section",
                    "write the rest of the file; an '-- upgrade' section may be empty");
        }
        if (!SqlSections.mayUpgrade(text)) {
            throw new HeaderProblemException(id.line, "the file has no '-- upgrade' section", SqlSections.UPGRADE_HINT);
        }
        if (id.value.isEmpty()) {
            throw new HeaderProblemException(id.line, "'-- revision:' names no id", "write the id behind it");
        }
        String created = value("created", entries);
        return Optional.of(new FileHeader(
                id.value,
                list(value("down_revision", entries)),
                list(value("branch_labels", entries)),
                list(value("depends_on", entries)),
                value("message", entries),
                created.isEmpty() ? null : created,
                id.line,
                ""));
    }

    /** Note the entries of the header; give the last line if nothing follows the header, else 0. */
    private static int read(String text, Map<String, Entry> entries) throws HeaderProblemException {
        int position = text.startsWith("\uFEFF") ? 1 : 0;
        int line = 1;
        for (; position < text.length(); line++) {
            int end = text.indexOf('\n', position);
            end = end < 0 ? text.length() : end;
            String content = text.substring(position, end).strip();
            position = end + 1;
            if (content.isEmpty()) {
                continue;
            }
            if (!content.startsWith("--") || SqlSections.isSection(content)) {
                return 0;
            }
            Matcher matcher = ENTRY.matcher(content);
            if (!matcher.matches() || !KEYS.contains(matcher.group(1))) {
                refuseMistyped(content, line);
            } else if (entries.put(matcher.group(1), new Entry(matcher.group(2).strip(), line)) != null) {
                throw new HeaderProblemException(
                        line, "'-- %s:' stands twice in the header".formatted(matcher.group(1)), "remove one of them");
            }
        }
        return Math.max(1, line - 1);
    }

    /** Let comments such as {@code -- Copyright: ...} pass, but not a key with a letter wrong, or without its colon. */
    private static void refuseMistyped(String content, int line) throws HeaderProblemException {
        Matcher matcher = WORDS.matcher(content);
        if (!matcher.matches()) {
            return;
        }
        String words = matcher.group(1);
        String mark = matcher.group(2);
        for (String known : KEYS) {
            if (isJoined(words, known) || (!mark.isEmpty() && isNear(words, known))) {
                throw new HeaderProblemException(
                        line,
                        "'%s' is not a line of the header"
                                .formatted(content.substring(0, matcher.end(2)).strip()),
                        "write '-- %s:'".formatted(known));
            }
        }
    }

    /** Tell whether {@code words} are those of {@code known} put together, or nearly so: no sentence begins like that. */
    private static boolean isJoined(String words, String known) {
        String letters = letters(words);
        boolean joined = words.length() > letters.length();
        return known.contains("_")
                && (letters.equals(letters(known)) || (joined && differsInOneLetter(letters, letters(known))));
    }

    /** Tell whether a word before a colon is {@code known} with a slip of the pen. */
    private static boolean isNear(String word, String known) {
        String plain = letters(word);
        String letters = letters(known);
        boolean prefix = plain.length() > 4 && (letters.startsWith(plain) || plain.startsWith(letters));
        return sorted(plain).equals(sorted(letters))
                || differsInOneLetter(plain, letters)
                || (prefix && word.matches("[A-Za-z_]+"));
    }

    private static String letters(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static String sorted(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    private static boolean differsInOneLetter(String left, String right) {
        String longer = left.length() >= right.length() ? left : right;
        String shorter = longer.equals(left) ? right : left;
        for (int i = 0; i < longer.length(); i++) {
            String without = longer.substring(0, i) + longer.substring(i + 1);
            boolean same = longer.length() == shorter.length()
                    ? without.equals(shorter.substring(0, i) + shorter.substring(i + 1))
                    : without.equals(shorter);
            if (same) {
                return true;
            }
        }
        return false;
    }

    private static String value(String key, Map<String, Entry> entries) {
        Entry entry = entries.get(key);
        return entry == null ? "" : entry.value;
    }

    private static List<String> list(String value) {
        List<String> elements = new ArrayList<>();
        for (String element : value.split(",", -1)) {
            if (!element.isBlank()) {
                elements.add(element.strip());
            }
        }
        return elements;
    }
}
