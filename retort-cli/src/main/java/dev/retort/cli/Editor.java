package dev.retort.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
                return new Editor(command(name, value));
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

    /** Read what a variable holds: a program's path, whatever is in it, or a command line. */
    private static List<String> command(String variable, String value) {
        if (isProgram(value)) {
            return List.of(value);
        }
        List<String> words = ShellWords.of(value);
        if (words == null) {
            throw new RetortException(
                    "A quote is not closed in the command of the editor: " + value,
                    "close it in the environment variable " + variable);
        }
        return words;
    }

    private static boolean isProgram(String value) {
        try {
            Path path = Path.of(value);
            // A name alone is looked for on the PATH.
            return path.getParent() != null && Files.isRegularFile(path) && Files.isExecutable(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Let the user edit a file, and wait until the editor is closed.
     *
     * @param output takes what the editor prints; {@code null} to let it write to standard output itself
     * @throws RetortException if the editor cannot be run or says that it failed
     */
    void open(Path file, Path workingDirectory, @Nullable OutputStream output) {
        Process editor = start(file, workingDirectory, output == null);
        try {
            if (output != null) {
                editor.getInputStream().transferTo(output);
            }
            int code = editor.waitFor();
            if (code != 0) {
                throw failed("failed: it exited with " + code, null);
            }
        } catch (IOException e) {
            throw failed("failed: what it printed cannot be passed on", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("failed: it was interrupted", e);
        }
    }

    private Process start(Path file, Path workingDirectory, boolean toStandardOutput) {
        List<String> words = new ArrayList<>(command);
        words.add(file.toString());
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(workingDirectory.toFile()).inheritIO();
        if (!toStandardOutput) {
            builder.redirectOutput(ProcessBuilder.Redirect.PIPE);
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw failed("cannot be found, or cannot be run", e);
        }
    }

    private RetortException failed(String what, @Nullable Throwable cause) {
        return new RetortException(
                "The editor '" + String.join(" ", command) + "' " + what, "set EDITOR to a command that works", cause);
    }
}
