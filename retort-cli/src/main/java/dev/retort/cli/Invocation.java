package dev.retort.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.retort.command.Databases;
import dev.retort.command.Workspace;
import dev.retort.config.Overrides;
import dev.retort.config.RevisionFormat;
import dev.retort.config.Setting;
import dev.retort.config.Settings;

/**
 * One call of a command: where it was called, where its words go, and what its global options say.
 *
 * @param workingDirectory where relative paths begin
 * @param application the class loader of the application that calls, or our own
 * @param console where words go
 * @param options the options that every command takes
 */
record Invocation(Path workingDirectory, ClassLoader application, Console console, GlobalOptions options) {

    /** Hands over what was assumed or left out. */
    private record Notes(Console console) implements Consumer<String> {

        @Override
        public void accept(String note) {
            console.talk(note);
        }
    }

    Invocation {
        console.follow(options);
    }

    /**
     * Read the settings and put together what a command works on.
     *
     * @param tag what {@code --tag} said, or {@code null} for nothing
     */
    Workspace workspace(@Nullable String tag) {
        return workspace(Workspace.settings(workingDirectory, overrides(), application), tag);
    }

    /**
     * Do the same for a command that works on each of several databases, where the settings name several.
     *
     * @param databases the databases asked for; none for all
     * @param tag what {@code --tag} said, or {@code null} for nothing
     * @return one, or one for each database, which then has its name
     */
    List<Workspace> workspaces(List<String> databases, @Nullable String tag) {
        return workspaces(overrides(), databases, tag);
    }

    /** Do the same for a command that writes a SQL revision, whatever the settings say. */
    List<Workspace> sqlWorkspaces(List<String> databases) {
        return workspaces(overrides().with(Setting.REVISION_FORMAT, RevisionFormat.SQL.spelling()), databases, null);
    }

    private List<Workspace> workspaces(Overrides overrides, List<String> databases, @Nullable String tag) {
        List<Workspace> workspaces = new ArrayList<>();
        Settings read = Workspace.settings(workingDirectory, overrides, application);
        for (Settings settings : Databases.choose(read, databases)) {
            workspaces.add(workspace(settings, tag));
        }
        return workspaces;
    }

    private Workspace workspace(Settings settings, @Nullable String tag) {
        if (settings.isSet(Setting.PASSWORD)) {
            Optional<String> password = settings.get(Setting.PASSWORD);
            if (password.isPresent()) {
                console.secrets().add(password.get());
            }
        }
        return new Workspace(settings, tag, new Progress(console), new Notes(console), application);
    }

    private Overrides overrides() {
        @Nullable String config = options.config.value();
        @Nullable String url = options.url.value();
        Overrides overrides = Overrides.of(System.getenv())
                .withConfigFile(config == null ? null : Path.of(config))
                .withEnvironmentName(options.name.value())
                .withArguments(arguments(options.arguments.values()));
        return url == null ? overrides : overrides.with(Setting.URL, url);
    }

    private static Map<String, String> arguments(List<String> words) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (String word : words) {
            int equal = word.indexOf('=');
            arguments.put(equal < 0 ? word : word.substring(0, equal), equal < 0 ? "" : word.substring(equal + 1));
        }
        return arguments;
    }
}
