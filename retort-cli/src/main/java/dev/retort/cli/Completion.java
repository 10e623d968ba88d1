package dev.retort.cli;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

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

    private final Syntax global = new Syntax();
    private final Path folder;
    private final List<String> before;
    private final String current;
    private final Candidates candidates;

    private Completion(Path folder, List<String> words) {
        this.folder = folder;
        this.current = words.isEmpty() ? "" : words.get(words.size() - 1);
        this.before = words.isEmpty() ? List.of() : words.subList(0, words.size() - 1);
        this.candidates = new Candidates(current);
        new GlobalOptions(global);
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
            Option option = global.find(before.get(at));
            at += option != null && option.takesValue() ? 2 : 1;
        }
        if (at < before.size()) {
            command(CommandName.find(before.get(at)), before.subList(at + 1, before.size()));
        } else if (at > before.size()) {
            Option option = global.find(before.get(before.size() - 1));
            if (option != null) {
                value(option, "");
            }
        } else if (current.startsWith("-")) {
            options(global);
        } else {
            for (CommandName name : CommandName.values()) {
                candidates.add(name.word(), name.description());
            }
        }
    }

    private void command(CommandName name, List<String> words) {
        Syntax syntax = name.create().syntax;
        syntax.share(global);
        int given = 0;
        @Nullable Option open = null;
        for (String word : words) {
            if (open != null) {
                open = null;
            } else if (word.startsWith("-") && word.length() > 1) {
                Option option = syntax.find(word);
                open = option != null && option.takesValue() ? option : null;
            } else {
                given++;
            }
        }
        int equal = current.indexOf('=');
        if (open != null) {
            value(open, name.word());
        } else if (current.startsWith("--") && equal > 0) {
            Option option = syntax.find(current.substring(0, equal));
            if (option != null) {
                candidates.behind(current.substring(0, equal + 1));
                value(option, name.word());
            }
        } else {
            if (current.startsWith("-")) {
                options(syntax);
            }
            Parameter parameter = syntax.parameter();
            if (parameter != null && parameter.takes(given)) {
                value(parameter.label(), name.word());
            }
        }
    }

    private void options(Syntax syntax) {
        for (Option option : syntax.options()) {
            candidates.add(option.name(), option.description());
        }
    }

    private void value(Option option, String command) {
        option.choices().forEach(choice -> candidates.add(choice, ""));
        value(option.name(), command);
    }

    private void value(String what, String command) {
        switch (what) {
            case "--name", "--database" -> settings().get(Setting.DATABASES).forEach(name -> candidates.add(name, ""));
            case "--template" ->
                Template.all().forEach(template -> candidates.add(template.name(), template.description()));
            case "SHELL" -> Syntax.words(CompletionCommand.Shell.values()).forEach(shell -> candidates.add(shell, ""));
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
