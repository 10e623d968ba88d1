package dev.retort.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that is run on every revision file just written, a formatter for example.
 *
 * @param name what the hook is called in messages
 * @param executable the program: a path, or a name that is looked up as the operating system does
 * @param options the program's arguments; {@code REVISION_SCRIPT_FILENAME} in them stands for the file and is put in
 *     front when none mentions it
 * @param workingDirectory the folder the program runs in
 */
public record PostWriteHook(String name, String executable, List<String> options, Path workingDirectory) {

    /** The word in {@link #options} that stands for the revision file. */
    public static final String FILE = "REVISION_SCRIPT_FILENAME";

    /** Copy the options. */
    public PostWriteHook {
        options = List.copyOf(options);
    }

    /** Build the command line that runs the hook on {@code file}. */
    public List<String> commandLine(Path file) {
        List<String> arguments = options.stream()
                .map(option -> option.replace(FILE, file.toString()))
                .toList();
        boolean named = options.stream().anyMatch(option -> option.contains(FILE));
        List<String> command = new ArrayList<>();
        command.add(executable);
        if (!named) {
            command.add(file.toString());
        }
        command.addAll(arguments);
        return List.copyOf(command);
    }
}
