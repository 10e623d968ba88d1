package dev.retort.script;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where and how a script directory is made.
 *
 * @param workingDirectory the project's folder
 * @param directory the script directory, relative to it or absolute; empty for the template's own choice
 * @param template the template's name; empty for the one that suits the project
 * @param configFile the configuration file to write, relative to the working directory
 * @param packageName the package of revisions that the application compiles, for the template that has some; empty for
 *     its own choice
 */
public record InitRequest(
        Path workingDirectory,
        Optional<Path> directory,
        Optional<String> template,
        Path configFile,
        Optional<String> packageName) {

    /** Make {@code directory} in {@code workingDirectory} as the project suggests. */
    public static InitRequest of(Path workingDirectory, Path directory) {
        return new InitRequest(
                workingDirectory, Optional.of(directory), Optional.empty(), Path.of("retort.toml"), Optional.empty());
    }

    /** Make it by the template {@code name}. */
    public InitRequest withTemplate(String name) {
        return new InitRequest(workingDirectory, directory, Optional.of(name), configFile, packageName);
    }
}
