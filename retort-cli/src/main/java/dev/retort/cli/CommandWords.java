package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A command line, taken apart at its command: what stands before it concerns every command.
 *
 * <p>The parser of the one command that is called gets the words before it too, in their long spelling, so that no other
 * command needs to be loaded to understand them.
 *
 * @param global the words before the command, one option each, as {@code --config=FILE}
 * @param command what the command is called, or {@code null} if there is none
 * @param rest the words after the command
 * @param version whether the version is asked for before any command
 * @param help whether help is asked for before any command
 */
record CommandWords(List<String> global, @Nullable String command, List<String> rest, boolean version, boolean help) {

    CommandWords {
        global = List.copyOf(global);
        rest = List.copyOf(rest);
    }

    /**
     * Take a command line apart.
     *
     * @throws UsageException if a word before the command is not known or lacks its value
     */
    static CommandWords of(String... words) {
        List<String> global = new ArrayList<>();
        boolean version = false;
        boolean help = false;
        int taken = -1;
        int at = 0;
        while (at < words.length && words[at].startsWith("-")) {
            String word = words[at++];
            switch (word) {
                case "--version", "-V" -> version = true;
                case "--help", "-h" -> help = true;
                case "-q", "--quiet" -> global.add("--quiet");
                case "--json" -> global.add("--json");
                case "--stacktrace", "--raiseerr" -> global.add("--stacktrace");
                default -> {
                    String name = valueName(word, global);
                    String value = givenValue(word, name);
                    if (value == null && at < words.length) {
                        taken = at;
                        value = words[at++];
                    }
                    if (value == null) {
                        throw usage("Option '" + word + "' needs a value", global);
                    }
                    global.add(name + "=" + value);
                }
            }
        }
        @Nullable String command = at < words.length ? words[at++] : null;
        if (command == null && words.length > 0 && !help && !version) {
            throw noCommand(List.of(words), taken, global);
        }
        if ("help".equals(command)) {
            help = at >= words.length;
            command = help ? null : words[at++];
            return new CommandWords(global, command, List.of("--help"), version, help);
        }
        return new CommandWords(
                global, command, List.of(words).subList(Math.min(at, words.length), words.length), version, help);
    }

    /** An option without its value takes the command for it. */
    private static UsageException noCommand(List<String> words, int taken, List<String> global) {
        String last = words.get(words.size() - 1);
        boolean isCommand = taken == words.size() - 1 && CommandName.isOne(last);
        if (!isCommand) {
            return usage("There is no command behind '%s'".formatted(last), global);
        }
        String option = words.get(taken - 1);
        return new UsageException(
                "Option '%s' took '%s' for its value, and no command is left".formatted(option, last),
                "write the value between them: retort %s VALUE %s".formatted(option, last),
                global.contains("--json"));
    }

    /** Tell whether JSON is asked for. */
    boolean json() {
        return global.contains("--json") || rest.contains("--json");
    }

    /** Give all words but the command, as its parser takes them. */
    String[] arguments() {
        List<String> all = new ArrayList<>(global);
        all.addAll(rest);
        return all.toArray(String[]::new);
    }

    /** Give the long spelling of an option that takes a value. */
    private static String valueName(String word, List<String> global) {
        int equal = word.indexOf('=');
        String name = word.startsWith("--") && equal > 0 ? word.substring(0, equal) : word;
        switch (name) {
            case "--config", "--name", "--url", "--color", "--x" -> {
                return name;
            }
            default -> {
                if (!word.startsWith("--") && word.length() > 1) {
                    switch (word.charAt(1)) {
                        case 'c' -> {
                            return "--config";
                        }
                        case 'n' -> {
                            return "--name";
                        }
                        case 'x' -> {
                            return "-x";
                        }
                        default -> {}
                    }
                }
                throw usage("There is no option '" + name + "' before a command", global);
            }
        }
    }

    /** Give the value that stands in the same word, as in {@code -nprod} and {@code --name=prod}. */
    private static @Nullable String givenValue(String word, String name) {
        if (word.startsWith("--")) {
            return word.length() > name.length() ? word.substring(name.length() + 1) : null;
        }
        return word.length() > 2 ? word.substring(2) : null;
    }

    private static UsageException usage(String message, List<String> global) {
        return new UsageException(message, "'retort --help' lists the options", global.contains("--json"));
    }
}
