package dev.retort.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with a file of the test resources; {@code -Dgolden=accept} writes the file instead. */
final class Golden {

    private Golden() {}

    static void check(String name, String text) throws IOException {
        Path file = Path.of("src/test/resources/golden").resolve(name);
        if ("accept".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
