package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Writes help: of the program as a whole, without loading a single command, and of one command. */
final class Usage {

    private static final int WIDTH = 100;
    private static final String SHORT_NAME = "    ";

    private static final String HEAD = """
            Usage: retort [OPTIONS] COMMAND [ARGUMENTS]
            Database schema migrations that follow your entities.

            Commands:
            """;

    private static final String FOOT = """

            Exit codes: 0 done, 1 failed, 2 wrong usage, 3 'check', 'current --check-heads' or 'plan' found something.
            'retort COMMAND --help' tells about one command.""";

    /** A line of a table: what is typed, and what it does. */
    private record Line(String typed, String description) {}

    private Usage() {}

    /** Write the help of the program; {@code global} are the options of every command. */
    static String text(Syntax global) {
        StringBuilder text = new StringBuilder(HEAD);
        List<Line> commands = new ArrayList<>();
        for (CommandName name : CommandName.values()) {
            commands.add(new Line(name.word(), name.description()));
        }
        table(text, commands);
        text.append("\nOptions:\n");
        table(text, lines(global, global.options()));
        return text.append(FOOT).toString();
    }

    /** Write the help of a command; its syntax has the options of every command already. */
    static String text(CommandName name, Syntax syntax, Syntax global) {
        StringBuilder text = new StringBuilder("Usage: retort ").append(name.word());
        List<Option> own = new ArrayList<>(syntax.options());
        own.removeAll(global.options());
        for (Option option : own) {
            if (syntax.isRequired(option)) {
                text.append(' ').append(option.name()).append(' ').append(option.label());
            }
        }
        text.append(" [OPTIONS]");
        List<Line> lines = new ArrayList<>();
        @Nullable Parameter parameter = syntax.parameter();
        if (parameter != null) {
            String label = parameter.label() + (parameter.isRepeatable() ? "..." : "");
            text.append(' ').append(parameter.isRequired() ? label : "[" + label + "]");
            lines.add(new Line(parameter.label(), parameter.description()));
        }
        text.append('\n').append(name.description()).append('\n');
        lines.addAll(lines(syntax, own));
        if (!lines.isEmpty()) {
            text.append('\n');
            table(text, lines);
        }
        text.append("\nOptions of every command:\n");
        table(text, lines(syntax, global.options()));
        return text.toString().stripTrailing();
    }

    private static List<Line> lines(Syntax syntax, List<Option> options) {
        List<Line> lines = new ArrayList<>();
        for (Option option : options) {
            List<String> spellings = syntax.spellings(option);
            String names = String.join(", ", spellings);
            String typed = spellings.get(0).startsWith("--") ? SHORT_NAME + names : names;
            lines.add(new Line(option.takesValue() ? typed + " " + option.label() : typed, option.description()));
        }
        return lines;
    }

    private static void table(StringBuilder text, List<Line> lines) {
        int column = 0;
        for (Line line : lines) {
            column = Math.max(column, line.typed().length() + 4);
        }
        for (Line line : lines) {
            text.append("  ").append(line.typed());
            text.append(" ".repeat(column - line.typed().length() - 2));
            wrapped(text, line.description(), column);
            text.append('\n');
        }
    }

    private static void wrapped(StringBuilder text, String description, int column) {
        int at = column;
        for (String word : description.split(" ")) {
            if (at > column && at + 1 + word.length() > WIDTH) {
                text.append('\n').append(" ".repeat(column));
                at = column;
            } else if (at > column) {
                text.append(' ');
                at++;
            }
            text.append(word);
            at += word.length();
        }
    }
}
