package dev.retort.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/**
 * The user's text editor.
 *
 * @param command the program and its own arguments
 */
record Editor(List<String> command) {

    private static final List<String> USUAL = List.of("sensible-editor", "editor", "nano", "vim", "vi");

    Editor {
        command = List.copyOf(command);
    }

    /**
     * Find the editor: EDITOR, else VISUAL, else a usual one that is on the PATH.
     *
     * @throws RetortException if there is none
     */
    static Editor find(Map<String, String> variables) {
        for (String name : List.of("EDITOR", "VISUAL")) {
            String value = variables.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                return new Editor(List.of(value.split("\\s+")));
            }
        }
        for (String program : USUAL) {
            for (String folder : variables.getOrDefault("PATH", "").split(File.pathSeparator)) {
                if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                    return new Editor(List.of(program));
                }
            }
        }
        throw new RetortException("There is no editor to open the file with", "set EDITOR to your editor's command");
    }

    /**
     * Let the user edit a file, and wait until the editor is closed.
     *
     * @throws RetortException if the editor cannot be run or says that it failed
     */
    void open(Path file, Path workingDirectory) {
        List<String> words = new ArrayList<>(command);
        words.add(file.toString());
        try {
            int code = new ProcessBuilder(words)
                    .directory(workingDirectory.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw failed("it exited with " + code, null);
            }
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("it was interrupted", e);
        }
    }

    private RetortException failed(String why, @Nullable Throwable cause) {
        return new RetortException(
                "The editor '" + String.join(" ", command) + "' failed: " + why,
                "set EDITOR to a command that works",
                cause);
    }
}
