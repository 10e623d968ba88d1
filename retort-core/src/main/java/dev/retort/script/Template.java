package dev.retort.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A layout that {@code init} can make.
 *
 * @param name what {@code --template} calls it
 * @param description what it is for, in one line
 */
public record Template(String name, String description) {

    static final String GENERIC = "generic";
    static final String SQL = "sql";
    static final String MAVEN = "maven";
    static final String MULTIDB = "multidb";

    /** List all templates by name. */
    public static List<Template> all() {
        return List.of(
                new Template(GENERIC, "One database; revisions in Java or SQL, beside the application."),
                new Template(
                        MAVEN, "One database; revisions as classes under src/main/java, carried by the application."),
                new Template(MULTIDB, "Several databases with one history; each revision has a part for each."),
                new Template(SQL, "One database; revisions in SQL only."));
    }

    /** Find the template called {@code name}. */
    static Optional<Template> named(String name) {
        return all().stream().filter(template -> template.name.equals(name)).findFirst();
    }

    /** Read a file of the templates, {@code shared/Env.java} for example. */
    static String resource(String path) {
        try (InputStream input = Template.class.getResourceAsStream("templates/" + path)) {
            if (input == null) {
                throw new IllegalStateException("Retort's jar lacks the template file '%s'".formatted(path));
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
