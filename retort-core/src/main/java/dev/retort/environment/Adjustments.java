package dev.retort.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.operation.Operation;

/**
 * What {@code Env.java} asked for. What is {@code null} or empty was left to the settings.
 *
 * @param url the JDBC URL
 * @param username the database user
 * @param password the database user's password
 * @param model where the desired schema comes from, as in the setting {@code model}
 * @param modelProperties properties handed to the model source
 * @param schemas schemas compared beside the default one
 * @param filters what takes part in the comparison
 * @param typeComparisons asked in order whether two types differ, the first verdict holds
 * @param defaultComparisons asked in order whether two defaults differ, the first verdict holds
 * @param rewriters change what is about to be written, each what the one before made of it
 * @param callbacks told of each step of a run
 */
public record Adjustments(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String model,
        Map<String, String> modelProperties,
        List<String> schemas,
        Filters filters,
        List<ColumnComparison> typeComparisons,
        List<ColumnComparison> defaultComparisons,
        List<Rewriter> rewriters,
        List<VersionCallback> callbacks) {

    /** Nothing asked for. */
    public static final Adjustments NONE = new Adjustments(
            null, null, null, null, Map.of(), List.of(), Filters.NONE, List.of(), List.of(), List.of(), List.of());

    public Adjustments {
        modelProperties = Map.copyOf(modelProperties);
        schemas = List.copyOf(schemas);
        typeComparisons = List.copyOf(typeComparisons);
        defaultComparisons = List.copyOf(defaultComparisons);
        rewriters = List.copyOf(rewriters);
        callbacks = List.copyOf(callbacks);
    }

    /** Send operations through all rewriters. */
    public List<Operation> rewrite(List<Operation> operations) {
        List<Operation> written = operations;
        for (Rewriter rewriter : rewriters) {
            List<Operation> next = new ArrayList<>();
            for (Operation operation : written) {
                next.addAll(rewriter.rewrite(operation));
            }
            written = next;
        }
        return List.copyOf(written);
    }

    @Override
    public String toString() {
        return "Adjustments[model=" + model + "]";
    }
}
