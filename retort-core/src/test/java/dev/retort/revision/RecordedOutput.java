package dev.retort.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings printed lines into a shape in which sets, which Python prints in any order, can be compared. */
final class RecordedOutput {

    private static final Pattern LABELS = Pattern.compile("^((?:.* )?-> |)(\\S[^(]*) \\(([^)]*)\\)(.*)$");

    private RecordedOutput() {}

    /** Give the lines with sets sorted; the records of verbose output in one element each. */
    static List<String> blocks(List<String> lines) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith("Current revision(s) for")) {
                continue;
            }
            boolean verbose = block.indexOf("Rev: ") == 0;
            if (line.startsWith("Rev: ") || !verbose) {
                flush(block, blocks);
            }
            block.append(sorted(line).replaceAll("[^\\x00-\\x7f]", "?")).append('\n');
        }
        flush(block, blocks);
        return blocks;
    }

    private static void flush(StringBuilder block, List<String> blocks) {
        String text = block.toString().strip();
        if (!text.isEmpty()) {
            String[] lines = text.split("\n");
            int first = 0;
            while (first < lines.length && !lines[first].contains(" -> ")) {
                first++;
            }
            if (text.startsWith("Rev: ")) {
                Arrays.sort(lines, first, lines.length);
            }
            blocks.add(String.join("\n", lines));
        }
        block.setLength(0);
    }

    private static String sorted(String line) {
        for (String title : List.of("Branch names: ", "Branches into: ")) {
            if (line.startsWith(title)) {
                return title + sortedList(line.substring(title.length()));
            }
        }
        Matcher labels = LABELS.matcher(line);
        return labels.matches()
                ? labels.group(1) + labels.group(2) + " (" + sortedList(labels.group(3)) + ")" + labels.group(4)
                : line;
    }

    private static String sortedList(String list) {
        String[] names = list.split(", ");
        Arrays.sort(names);
        return String.join(", ", names);
    }
}
