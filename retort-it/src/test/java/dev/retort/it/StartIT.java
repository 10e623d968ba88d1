package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a command that asks no database loads before it answers. The first lambda of a process, or the first pattern, which is
 * full of them, costs as much as all else that Retort does by then.
 */
@Timeout(120)
class StartIT {

    private static final Pattern SLOW = Pattern.compile(
            "\\$\\$Lambda| java\\.util\\.(regex\\.Pattern|logging\\.|stream\\.|Formatter)| org\\.tomlj\\.internal\\.");

    @TempDir
    private Path folder;

    @Test
    void knownRevisionsAreReadWithoutALambdaAPatternALoggerOrAnotherParser() throws IOException {
        Map<String, String> environment =
                Map.of("RETORT_CACHE", folder.resolve("cache").toString());
        RetortJar.run(folder, environment, List.of("init", "-t", "sql", "migrations"))
                .done();
        Path revision =
                Files.writeString(folder.resolve("migrations/versions/a.sql"), "-- revision: a\n\n-- upgrade\n");
        Files.setLastModifiedTime(revision, FileTime.from(Instant.now().minusSeconds(60)));
        RetortJar.run(folder, environment, List.of("heads")).done();

        for (List<String> words : List.of(List.of("heads"), List.of("--version"))) {
            Path log = folder.resolve("loaded");
            RetortJar.run(folder, environment, List.of("-Xlog:class+load:file=" + log), words)
                    .done();
            List<String> loaded = Files.readAllLines(log);
            int own = loaded.indexOf(loaded.stream()
                    .filter(line -> line.contains(" dev.retort.cli.Retort "))
                    .findFirst()
                    .orElseThrow());
            assertThat(loaded.subList(own, loaded.size()))
                    .as("classes loaded by 'retort %s'", words.get(0))
                    .filteredOn(line -> SLOW.matcher(line).find())
                    .isEmpty();
        }
    }
}
