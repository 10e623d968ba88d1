package dev.retort.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The command {@code completion}: its words, and how it is reported. */
final class CompletionCommand extends RetortCommand {

    private final Parameter shell = syntax.parameter("SHELL", "bash, zsh or fish.", 1, 1);

    /** A shell that can complete words. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Override
    int run(Invocation invocation) {
        String text = text(named(shell.text()));
        if (invocation.console().json()) {
            invocation.console().result(new Json().put("script", text));
        } else {
            invocation.console().script(text);
        }
        return Retort.DONE;
    }

    private static Shell named(String word) {
        for (Shell shell : Shell.values()) {
            if (shell.name().equalsIgnoreCase(word)) {
                return shell;
            }
        }
        throw new UsageException(
                "There is no completion for '%s'".formatted(word),
                "write one of " + String.join(", ", Syntax.words(Shell.values())));
    }

    private static String text(Shell shell) {
        String name = "completion." + shell.name().toLowerCase(Locale.ROOT);
        try (InputStream input = CompletionCommand.class.getResourceAsStream(name)) {
            if (input == null) {
                throw new IllegalStateException("Retort's jar lacks '%s'".formatted(name));
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
