package dev.retort.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.retort.config.Setting;
import dev.retort.config.Settings;
import dev.retort.diff.ColumnComparison;
import dev.retort.diff.DiffOptions;
import dev.retort.diff.NameFilter;
import dev.retort.diff.ObjectFilter;
import dev.retort.diff.OperationRewriter;
import dev.retort.operation.Operation;

/**
 * What {@code Env.java} can read and change. Every changing method gives back the context, so that calls can be chained.
 *
 * <p>Lives for one command; not safe for use by several threads.
 */
public final class EnvironmentContext {

    private final Settings settings;
    private final @Nullable String tag;
    private @Nullable String url;
    private @Nullable String username;
    private @Nullable String password;
    private @Nullable String model;
    private final Map<String, String> modelProperties = new LinkedHashMap<>();
    private final List<String> schemas = new ArrayList<>();
    private final List<String> include = new ArrayList<>();
    private final List<String> exclude = new ArrayList<>();
    private DiffOptions comparison = DiffOptions.DEFAULT;
    private final List<ColumnComparison> typeComparisons = new ArrayList<>();
    private final List<ColumnComparison> defaultComparisons = new ArrayList<>();
    private final List<VersionCallback> callbacks = new ArrayList<>();

    /**
     * Begin with nothing changed.
     *
     * @param settings what file, variables and options say
     * @param tag what {@code --tag} said, or {@code null} for nothing
     */
    public EnvironmentContext(Settings settings, @Nullable String tag) {
        this.settings = settings;
        this.tag = tag;
    }

    /** Give all settings, as file, variables and options say. */
    public Settings settings() {
        return settings;
    }

    /** Give one setting, as {@code setting(Setting.SCHEMAS)}. */
    public <T> T setting(Setting<T> setting) {
        return settings.get(setting);
    }

    /** Give the name of the environment that {@code -n} chose, if any. */
    public Optional<String> environmentName() {
        return settings.environmentName();
    }

    /** Give the {@code -x} arguments; one without {@code =} has an empty value. */
    public Map<String, String> arguments() {
        return settings.arguments();
    }

    /** Give one {@code -x} argument. */
    public Optional<String> argument(String name) {
        return Optional.ofNullable(settings.arguments().get(name));
    }

    /** Give what {@code --tag} said, if anything. */
    public Optional<String> tag() {
        return Optional.ofNullable(tag);
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

    /** Compare these schemas too, beside those of the settings. */
    public EnvironmentContext schemas(String... names) {
        schemas.addAll(Arrays.asList(names));
        return this;
    }

    /** Let only tables take part whose names match one of these globs. */
    public EnvironmentContext include(String... globs) {
        include.addAll(Arrays.asList(globs));
        return this;
    }

    /** Leave tables alone whose names match one of these globs. */
    public EnvironmentContext exclude(String... globs) {
        exclude.addAll(Arrays.asList(globs));
        return this;
    }

    /** Look only at those things in the database whose names {@code filter} accepts. */
    public EnvironmentContext includeName(NameFilter filter) {
        comparison = comparison.includeName(filter);
        return this;
    }

    /** Let only things take part that {@code filter} accepts. */
    public EnvironmentContext includeObject(ObjectFilter filter) {
        comparison = comparison.includeObject(filter);
        return this;
    }

    /** Ask {@code answer} before the dialect whether two types differ. */
    public EnvironmentContext compareType(ColumnComparison answer) {
        typeComparisons.add(answer);
        return this;
    }

    /** Ask {@code answer} before the dialect whether two defaults differ. */
    public EnvironmentContext compareDefault(ColumnComparison answer) {
        defaultComparisons.add(answer);
        return this;
    }

    /** Change what autogenerate is about to write. */
    public EnvironmentContext rewrite(OperationRewriter rewriter) {
        comparison = comparison.rewriter(rewriter);
        return this;
    }

    /** Change operations of one kind that autogenerate is about to write. */
    public <T extends Operation> EnvironmentContext rewrite(
            Class<T> kind, Function<? super T, List<Operation>> change) {
        return rewrite(
                operation -> kind.isInstance(operation) ? change.apply(kind.cast(operation)) : List.of(operation));
    }

    /** Tell {@code callback} of each step, after the version table was changed and before the commit. */
    public EnvironmentContext onVersionApply(VersionCallback callback) {
        callbacks.add(callback);
        return this;
    }

    /** Note what was asked for so far. */
    public Adjustments adjustments() {
        DiffOptions whole = comparison
                .includeTable(TableGlobs.of(include, exclude))
                .compareType(firstOf(typeComparisons))
                .compareDefault(firstOf(defaultComparisons));
        return new Adjustments(url, username, password, model, modelProperties, schemas, whole, callbacks);
    }

    private static ColumnComparison firstOf(List<ColumnComparison> comparisons) {
        List<ColumnComparison> all = List.copyOf(comparisons);
        return (table, actual, desired) -> {
            for (ColumnComparison each : all) {
                Optional<Boolean> answer = each.differ(table, actual, desired);
                if (answer.isPresent()) {
                    return answer;
                }
            }
            return Optional.empty();
        };
    }
}
