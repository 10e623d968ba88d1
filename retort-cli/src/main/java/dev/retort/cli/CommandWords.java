package dev.retort.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A command line, taken apart at its command.
 *
 * @param syntax the options of every command
 * @param options what the words before the command say
 * @param command what the command is called, or {@code null} if there is none
 * @param rest the words after the command
 */
record CommandWords(
        Syntax syntax, GlobalOptions options, @Nullable String command, List<String> rest) {

    private static final String HINT = "'retort --help' lists the options";

    CommandWords {
        rest = List.copyOf(rest);
    }

    /**
     * Take a command line apart.
     *
     * @throws UsageException if a word before the command is not known or lacks its value
     */
    static CommandWords of(String... line) {
        List<String> words = List.of(line);
        Syntax syntax = new Syntax(" before a command");
        GlobalOptions options = new GlobalOptions(syntax);
        int at;
        try {
            at = syntax.takeOptions(words, 0);
        } catch (Syntax.Mistake e) {
            throw UsageException.of(e, HINT);
        }
        if (at < words.size() && words.get(at).equals("help")) {
            options.help.take();
            at++;
        }
        if (at < words.size()) {
            return new CommandWords(syntax, options, words.get(at), words.subList(at + 1, words.size()));
        }
        if (at > 0 && !options.help.given() && !options.version.given()) {
            throw noCommand(words, syntax);
        }
        return new CommandWords(syntax, options, null, List.of());
    }

    /** An option without its value takes the command for it. */
    private static UsageException noCommand(List<String> words, Syntax syntax) {
        String last = words.get(words.size() - 1);
        String name = words.size() > 1 ? words.get(words.size() - 2) : "";
        Option option = syntax.find(name);
        if (option == null || !option.takesValue() || !CommandName.isOne(last)) {
            return new UsageException("There is no command behind '%s'".formatted(last), HINT);
        }
        return new UsageException(
                "Option '%s' took '%s' for its value, and no command is left".formatted(name, last),
                "write the value between them: retort %s VALUE %s".formatted(name, last));
    }
}
