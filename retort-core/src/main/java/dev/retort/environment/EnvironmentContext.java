package dev.retort.environment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.retort.operation.Operation;

/**
 * What {@code Env.java} can read and change. Every changing method gives back the context, so that calls can be chained.
 *
 * <p>Lives for one command; not safe for use by several threads.
 */
public final class EnvironmentContext {

    private final @Nullable String environmentName;
    private final Map<String, String> arguments;
    private final Map<String, String> settings;
    private @Nullable String url;
    private @Nullable String username;
    private @Nullable String password;
    private @Nullable String model;
    private final Map<String, String> modelProperties = new LinkedHashMap<>();
    private final List<String> schemas = new ArrayList<>();
    private final List<TablePattern> include = new ArrayList<>();
    private final List<TablePattern> exclude = new ArrayList<>();
    private final List<NameFilter> nameFilters = new ArrayList<>();
    private final List<ObjectFilter> objectFilters = new ArrayList<>();
    private final List<ColumnComparison> typeComparisons = new ArrayList<>();
    private final List<ColumnComparison> defaultComparisons = new ArrayList<>();
    private final List<Rewriter> rewriters = new ArrayList<>();
    private final List<VersionCallback> callbacks = new ArrayList<>();

    /**
     * Begin with nothing changed.
     *
     * @param environmentName the name given with {@code -n}, or {@code null} for none
     * @param arguments the {@code -x} arguments; one without {@code =} has an empty value
     * @param settings the settings by their keys, the password left out
     */
    public EnvironmentContext(
            @Nullable String environmentName, Map<String, String> arguments, Map<String, String> settings) {
        this.environmentName = environmentName;
        this.arguments = Map.copyOf(arguments);
        this.settings = Map.copyOf(settings);
    }

    /** Give the name of the environment that {@code -n} chose, if any. */
    public Optional<String> environmentName() {
        return Optional.ofNullable(environmentName);
    }

    /** Give the {@code -x} arguments; one without {@code =} has an empty value. */
    public Map<String, String> arguments() {
        return arguments;
    }

    /** Give one {@code -x} argument. */
    public Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    /** Give a setting by its key in {@code retort.toml}; the password is never told. */
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** Use another JDBC URL than the settings say. */
    public EnvironmentContext url(String value) {
        url = value;
        return this;
    }

    /** Connect as another user than the settings say. */
    public EnvironmentContext username(String value) {
        username = value;
        return this;
    }

    /** Connect with another password than the settings say. */
    public EnvironmentContext password(String value) {
        password = value;
        return this;
    }

    /** Take the desired schema from elsewhere than the setting {@code model} says. */
    public EnvironmentContext model(String value) {
        model = value;
        return this;
    }

    /** Hand a property to the model source, such as {@code hibernate.physical_naming_strategy}. */
    public EnvironmentContext modelProperty(String name, String value) {
        modelProperties.put(name, value);
        return this;
    }

    /** Compare these schemas too, beside the default one. */
    public EnvironmentContext schemas(String... names) {
        schemas.addAll(List.of(names));
        return this;
    }

    /** Let only tables take part whose names match one of these globs. */
    public EnvironmentContext include(String... globs) {
        addTo(include, globs);
        return this;
    }

    /** Leave tables alone whose names match one of these globs. */
    public EnvironmentContext exclude(String... globs) {
        addTo(exclude, globs);
        return this;
    }

    /** Leave things in the database alone that {@code filter} does not name. */
    public EnvironmentContext includeName(NameFilter filter) {
        nameFilters.add(filter);
        return this;
    }

    /** Leave things alone that {@code filter} turns down. */
    public EnvironmentContext includeObject(ObjectFilter filter) {
        objectFilters.add(filter);
        return this;
    }

    /** Ask {@code comparison} before the dialect whether two types differ. */
    public EnvironmentContext compareType(ColumnComparison comparison) {
        typeComparisons.add(comparison);
        return this;
    }

    /** Ask {@code comparison} before the dialect whether two defaults differ. */
    public EnvironmentContext compareDefault(ColumnComparison comparison) {
        defaultComparisons.add(comparison);
        return this;
    }

    /** Change what autogenerate is about to write. */
    public EnvironmentContext rewrite(Rewriter rewriter) {
        rewriters.add(rewriter);
        return this;
    }

    /** Change operations of one kind that autogenerate is about to write. */
    public <T extends Operation> EnvironmentContext rewrite(
            Class<T> kind, Function<? super T, List<Operation>> change) {
        return rewrite(Rewriter.of(kind, change));
    }

    /** Tell {@code callback} of each step, after the version table was changed and before the commit. */
    public EnvironmentContext onVersionApply(VersionCallback callback) {
        callbacks.add(callback);
        return this;
    }

    /** Note what was asked for so far. */
    public Adjustments adjustments() {
        return new Adjustments(
                url,
                username,
                password,
                model,
                modelProperties,
                schemas,
                new Filters(include, exclude, nameFilters, objectFilters),
                typeComparisons,
                defaultComparisons,
                rewriters,
                callbacks);
    }

    private static void addTo(List<TablePattern> patterns, String[] globs) {
        for (String glob : globs) {
            patterns.add(new TablePattern(glob));
        }
    }
}
