package dev.retort.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "completion", description = "Print what makes your shell complete commands, options and revisions.")
final class CompletionCommand extends RetortCommand {

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.BASH;

    /** A shell that can complete words. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Override
    int run(Invocation invocation) {
        String text = text(shell);
        if (invocation.console().json()) {
            invocation.console().result(new Json().put("script", text));
        } else {
            invocation.console().script(text);
        }
        return Retort.DONE;
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
