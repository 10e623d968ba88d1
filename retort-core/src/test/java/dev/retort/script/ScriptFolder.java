package dev.retort.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.retort.config.Overrides;
import dev.retort.config.Settings;

/** A project with a script directory in a temporary folder. */
record ScriptFolder(Path root) {

    static ScriptFolder in(Path root) throws IOException {
        Files.createDirectories(root.resolve("migrations/versions"));
        return new ScriptFolder(root).toml("");
    }

    ScriptFolder toml(String text) throws IOException {
        Files.writeString(root.resolve("retort.toml"), text);
        return this;
    }

    Settings settings() {
        return Settings.load(
                root, Overrides.of(Map.of("RETORT_CACHE", root.resolve("cache").toString())));
    }

    ScriptDirectory open() {
        return ScriptDirectory.open(settings());
    }

    RevisionCode load(String id) {
        return open().load(List.of(id), ProjectClassPath.none())
                .values()
                .iterator()
                .next();
    }

    /** Write a file below {@code versions}, a minute ago, so that the header cache trusts its time. */
    Path file(String name, String text) throws IOException {
        Path file = root.resolve("migrations/versions").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        return file;
    }

    Path revision(String name, String id, String body) throws IOException {
        return file(name + ".java", """
                import dev.retort.migration.*;

                @Revision(id = "%s")
                public class %s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(id, name, body));
    }
}
