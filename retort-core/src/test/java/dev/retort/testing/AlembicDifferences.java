package dev.retort.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads {@code docs/alembic-differences.md}, where each kind of difference is a row of a table. */
public final class AlembicDifferences {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

    private AlembicDifferences() {}

    /** List the kinds of difference in the section with this title. */
    public static SortedSet<String> kinds(String title) {
        try {
            String page = Files.readString(Path.of("../docs/alembic-differences.md"));
            String heading = "\n## " + title + "\n";
            int start = page.indexOf(heading) + heading.length();
            int end = page.indexOf("\n## ", start);
            var kinds = new TreeSet<String>();
            ROW.matcher(page.substring(start, end < 0 ? page.length() : end))
                    .results()
                    .forEach(row -> kinds.add(row.group(1)));
            return kinds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
