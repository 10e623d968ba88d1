package dev.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class DocumentsTests {

    private static final Path ROOT = Path.of("..");
    private static final Path SOURCES = Path.of("src");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern SHOWN_ROOM = Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern HELD_ROOM = Pattern.compile("\"(\\w+), +([^\"]+)\",");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        var broken = new ArrayList<String>();
        for (Path page : pages()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(link -> link.group(1))
                    .forEach(link -> {
                        if (!link.matches("https?:.*") && !Files.exists(page.resolveSibling(link))) {
                            broken.add(page + " -> " + link);
                        }
                    });
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void thePageShowsTheRoomsThatTheTestHolds() throws IOException {
        Map<String, String> held = rooms(HELD_ROOM, SOURCES.resolve("test/java/dev/retort/ArchitectureTests.java"));
        Path code = SOURCES.resolve("main/java/dev/retort");
        held.keySet().removeIf(room -> !Files.isDirectory(code.resolve(room)));

        assertThat(rooms(SHOWN_ROOM, ROOT.resolve("ARCHITECTURE.md")))
                .isEqualTo(held)
                .isNotEmpty();
    }

    @Test
    void theSizesThatThePageOfContributorsNamesAreKept() throws IOException {
        var tooLong = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(DocumentsTests::isSource).toList()) {
                long lines = Files.readString(file).lines().count();
                if (lines > (file.toString().contains("test") ? 600 : 400)) {
                    tooLong.add(file + ": " + lines);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java")
                && file.startsWith(ROOT)
                && file.toString().contains("retort-");
    }

    private static Map<String, String> rooms(Pattern row, Path file) throws IOException {
        var rooms = new TreeMap<String, String>();
        row.matcher(Files.readString(file))
                .results()
                .forEach(found -> rooms.put(found.group(1), found.group(2).replaceAll("^(''|-)$", "")));
        return rooms;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
        }
    }
}
