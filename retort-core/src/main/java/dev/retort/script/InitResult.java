package dev.retort.script;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code init} made.
 *
 * @param template the name of the template that was used
 * @param directory the script directory
 * @param configFile the configuration file
 * @param created every file and folder that was made
 * @param notes what was found, chosen or left alone, in sentences
 */
public record InitResult(String template, Path directory, Path configFile, List<Path> created, List<String> notes) {

    /** Copy the lists. */
    public InitResult {
        created = List.copyOf(created);
        notes = List.copyOf(notes);
    }
}
