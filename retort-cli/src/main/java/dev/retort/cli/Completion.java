package dev.retort.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import dev.retort.RetortException;
import dev.retort.config.Overrides;
import dev.retort.config.Setting;
import dev.retort.config.Settings;
import dev.retort.script.Template;

/**
 * Answers what may stand where the cursor is; the shells' scripts ask by {@code retort __complete WORD...}, the last word
 * being the one under the cursor. Whatever is wrong, it only has no answer.
 */
final class Completion {

    /** What the scripts of the shells ask by; no command that a person types. */
    static final String WORD = "__complete";

    private static final List<String> VALUE_OPTIONS = List.of("-c", "--config", "-n", "--name", "-x", "--url");
    private static final List<String> GLOBAL = List.of(
            "--config", "--name", "--url", "--color", "--quiet", "--json", "--stacktrace", "--version", "--help");

    private final Path folder;
    private final List<String> before;
    private final String current;
    private final Candidates candidates;

    private Completion(Path folder, List<String> words) {
        this.folder = folder;
        this.current = words.isEmpty() ? "" : words.get(words.size() - 1);
        this.before = words.isEmpty() ? List.of() : words.subList(0, words.size() - 1);
        this.candidates = new Candidates(current);
    }

    /** List the candidates for the last of {@code words}, each with a tab and what it is, if that is known. */
    static List<String> of(Path folder, List<String> words) {
        Completion completion = new Completion(folder, words);
        try {
            completion.complete();
        } catch (RetortException e) {
            // A broken file is told by the command that needs it; here are simply fewer answers.
            return completion.candidates.lines();
        }
        return completion.candidates.lines();
    }

    private void complete() {
        int at = 0;
        while (at < before.size() && before.get(at).startsWith("-")) {
            at += VALUE_OPTIONS.contains(before.get(at)) ? 2 : 1;
        }
        if (at < before.size()) {
            command(CommandName.find(before.get(at), false), before.subList(at + 1, before.size()));
        } else if (at > before.size()) {
            value(before.get(before.size() - 1), "");
        } else if (current.startsWith("-")) {
            GLOBAL.forEach(option -> candidates.add(option, ""));
        } else {
            for (CommandName name : CommandName.values()) {
                candidates.add(name.word(), name.description());
            }
        }
    }

    private void command(CommandName name, List<String> words) {
        CommandSpec spec = new CommandLine(name.create()).getCommandSpec();
        int given = 0;
        @Nullable OptionSpec open = null;
        for (String word : words) {
            if (open != null) {
                open = null;
            } else if (word.startsWith("-") && word.length() > 1) {
                OptionSpec option = spec.findOption(word);
                open = option != null && option.arity().max() > 0 ? option : null;
            } else {
                given++;
            }
        }
        int equal = current.indexOf('=');
        if (open != null) {
            value(open.longestName(), name.word(), open);
        } else if (current.startsWith("--") && equal > 0) {
            OptionSpec option = spec.findOption(current.substring(0, equal));
            if (option != null) {
                candidates.behind(current.substring(0, equal + 1));
                value(option.longestName(), name.word(), option);
            }
        } else {
            if (current.startsWith("-")) {
                options(spec);
            }
            positional(spec, given, name.word());
        }
    }

    private void options(CommandSpec spec) {
        for (OptionSpec option : spec.options()) {
            String description = option.description().length == 0 ? "" : option.description()[0].replace("%n", " ");
            candidates.add(option.longestName(), description);
        }
    }

    private void positional(CommandSpec spec, int given, String command) {
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            if (parameter.index().contains(given)) {
                value(parameter.paramLabel(), command, parameter);
            }
        }
    }

    private void value(String what, String command, ArgSpec argument) {
        if (argument.type().isEnum()) {
            for (Object constant : argument.type().getEnumConstants()) {
                candidates.add(constant.toString().toLowerCase(Locale.ROOT), "");
            }
        } else {
            value(what, command);
        }
    }

    private void value(String what, String command) {
        switch (what) {
            case "-n", "--name", "--database" ->
                settings().get(Setting.DATABASES).forEach(name -> candidates.add(name, ""));
            case "--template" ->
                Template.all().forEach(template -> candidates.add(template.name(), template.description()));
            case "TARGET", "REVISION", "--head", "--depends-on", "--rev-range", "--onto" ->
                candidates.addRevisions(command, settings());
            default -> {
                // A path, or a text of one's own: the shell knows files better.
            }
        }
    }

    private Settings settings() {
        Overrides overrides = Overrides.of(System.getenv());
        for (int at = 0; at + 1 < before.size(); at++) {
            String word = before.get(at);
            String next = before.get(at + 1);
            // Behind the command, -c is another option.
            if (word.equals("--config") || (word.equals("-c") && at == 0)) {
                overrides = overrides.withConfigFile(Path.of(next));
            } else if (word.equals("-n") || word.equals("--name")) {
                overrides = overrides.withEnvironmentName(next);
            }
        }
        return Settings.load(folder, overrides);
    }
}
