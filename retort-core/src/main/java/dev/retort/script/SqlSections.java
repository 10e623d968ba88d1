package dev.retort.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Cuts a SQL revision into its {@code -- upgrade} and {@code -- downgrade} parts. */
final class SqlSections {

    private static final Pattern SECTION =
            Pattern.compile("--\\s*(upgrade|downgrade)(?:\\s+([A-Za-z][A-Za-z0-9_]*))?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEARLY = Pattern.compile(
            "--\\s*(?:(?:upgrad|upgarde|upgrdae|upgrades|downgrad|downgarde|downgrdae|downgrades|"
                    + "upgrade\\s*:|downgrade\\s*:)(?:\\s+[A-Za-z0-9_]+)?|up|down)\\s*",
            Pattern.CASE_INSENSITIVE);

    /** Without one of these, no string, comment, bracket or body can be open. */
    private static final Pattern OPENING = Pattern.compile("['\"`$\\[(]|/\\*|\\bBEGIN\\b", Pattern.CASE_INSENSITIVE);

    static final String UPGRADE_HINT = "write '-- upgrade' in a line of its own above the statements";

    /** What {@link #NEARLY} takes for a slip of the pen is not missing: it is told of as what it is. */
    private static final Pattern UPGRADE =
            Pattern.compile("(?mi)^[ \\t\\x0B\\f]*--\\s*(?:upgrade|upgrad|upgarde|upgrdae|upgrades|up)\\b");

    private final String file;
    private final ScriptProblems problems;
    private final List<SqlSection> sections = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<SqlRevision.Doubt> doubts = new ArrayList<>();
    private String heading = "";
    private @Nullable Matcher section;
    private int firstLine;

    private SqlSections(String file, ScriptProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Say whether {@code line} begins a part. */
    static boolean isSection(String line) {
        String content = line.strip();
        return content.startsWith("--") && SECTION.matcher(content).matches();
    }

    /** Tell whether a line looks as if it began a part that upgrades; most files say so right below their head. */
    static boolean mayUpgrade(String content) {
        return UPGRADE.matcher(content).find();
    }

    /** Read the parts of {@code content}; what is wrong goes to {@code problems}. */
    static SqlRevision parse(String file, String content, ScriptProblems problems) {
        return new SqlSections(file, problems).read(content);
    }

    private SqlRevision read(String content) {
        int number = 0;
        int position = content.startsWith("\uFEFF") ? 1 : 0;
        while (position < content.length()) {
            number++;
            int end = content.indexOf('\n', position);
            end = end < 0 ? content.length() : end + 1;
            line(content.substring(position, end), number);
            position = end;
        }
        close(number);
        if (sections.stream().allMatch(SqlSection::downgrade)) {
            problems.add(file, "the file has no '-- upgrade' section", UPGRADE_HINT);
        }
        return new SqlRevision(sections, doubts, file);
    }

    private void line(String line, int number) {
        String content = line.strip();
        Matcher matcher = content.startsWith("--") ? SECTION.matcher(content) : null;
        if (matcher != null && matcher.matches()) {
            close(number);
            section = matcher;
            heading = line;
            firstLine = number + 1;
            return;
        }
        if (content.startsWith("--") && NEARLY.matcher(content).matches()) {
            nearly(content, number);
        }
        if (section != null) {
            text.append(line);
        } else if (!content.isEmpty() && !content.startsWith("--")) {
            problems.add(
                    file + ":" + number,
                    "'%s' stands above the first section".formatted(shortened(content)),
                    "write '-- upgrade' in a line of its own above it");
            section = SECTION.matcher("-- upgrade");
            section.matches();
            heading = "-- upgrade\n";
            firstLine = number;
        }
    }

    /** Whether it stands in a string or comment is told later, by those who know the product's. */
    private void nearly(String content, int number) {
        SqlRevision.Doubt doubt = new SqlRevision.Doubt(number, content);
        if (mayBeOpen() || OPENING.matcher(text).find()) {
            doubts.add(doubt);
        } else {
            problems.add(file + ":" + number, doubt.problem(), SqlRevision.Doubt.HINT);
        }
    }

    private boolean mayBeOpen() {
        return sections.stream().anyMatch(other -> OPENING.matcher(other.text()).find());
    }

    private void close(int number) {
        if (section == null) {
            return;
        }
        boolean downgrade = section.group(1).equalsIgnoreCase("downgrade");
        Optional<String> dialect = Optional.ofNullable(section.group(2)).map(word -> word.toLowerCase(Locale.ROOT));
        SqlSection closed = new SqlSection(downgrade, dialect, heading, text.toString(), firstLine);
        boolean twice = sections.stream().anyMatch(other -> other.name().equals(closed.name()));
        if (twice && !mayBeOpen()) {
            problems.add(file + ":" + (firstLine - 1), closed.twice(), SqlSection.TWICE_HINT);
        }
        sections.add(closed);
        text.setLength(0);
        section = null;
        firstLine = number;
    }

    private static String shortened(String content) {
        return content.length() > 40 ? content.substring(0, 40) + "..." : content;
    }
}
