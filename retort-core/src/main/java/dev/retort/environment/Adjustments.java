package dev.retort.environment;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.diff.DiffOptions;

/**
 * What {@code Env.java} asked for. What is {@code null} or empty was left to the settings.
 *
 * @param url the JDBC URL
 * @param username the database user
 * @param password the database user's password
 * @param model where the desired schema comes from, as in the setting {@code model}
 * @param modelProperties properties handed to the model source
 * @param schemas schemas compared beside the default one
 * @param comparison what takes part in the comparison, how columns are compared, and what is written in the end
 * @param callbacks told of each step of a run
 */
public record Adjustments(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String model,
        Map<String, String> modelProperties,
        List<String> schemas,
        DiffOptions comparison,
        List<VersionCallback> callbacks) {

    /** Nothing asked for. */
    public static final Adjustments NONE =
            new Adjustments(null, null, null, null, Map.of(), List.of(), DiffOptions.DEFAULT, List.of());

    public Adjustments {
        modelProperties = Map.copyOf(modelProperties);
        schemas = List.copyOf(schemas);
        callbacks = List.copyOf(callbacks);
    }

    /** Show where the model is; anything else may hold a password. */
    @Override
    public String toString() {
        return "Adjustments[model=" + model + "]";
    }
}
