package dev.retort.command;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.script.InitRequest;
import dev.retort.script.InitResult;
import dev.retort.script.ScriptDirectory;

/** The command {@code init}: a script directory and its settings file. */
public final class Init {

    private final Path workingDirectory;

    /** Work in {@code workingDirectory}. */
    public Init(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /**
     * Make a script directory.
     *
     * @param directory where, or {@code null} for where the template wants it
     * @param template the layout, or {@code null} for the one that suits the project
     * @param configFile the settings file to write
     * @param packageName the package of revisions that the application compiles, or {@code null} for none
     */
    public InitResult run(
            @Nullable String directory, @Nullable String template, String configFile, @Nullable String packageName) {
        return ScriptDirectory.init(new InitRequest(
                workingDirectory,
                Optional.ofNullable(directory).map(Path::of),
                Optional.ofNullable(template),
                Path.of(configFile),
                Optional.ofNullable(packageName)));
    }
}
