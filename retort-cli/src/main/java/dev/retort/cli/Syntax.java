package dev.retort.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.config.NearestName;

/**
 * What may stand on a command line, and what one says.
 *
 * <p>Written by hand because revisions are named by words such as {@code -1} and {@code -3:}, and because every command
 * waits for it: see docs/adr/0017.
 */
final class Syntax {

    private final String where;
    private final List<Option> options = new ArrayList<>();
    private final Map<String, Option> byName = new HashMap<>();
    private final List<Option> required = new ArrayList<>();
    private @Nullable Parameter parameter;

    /** Allow nothing yet. */
    Syntax() {
        this("");
    }

    /** Allow nothing yet; {@code where} says in errors which words these are. */
    Syntax(String where) {
        this.where = where;
    }

    /** Say that a line is wrong: what, and what helps. */
    static final class Mistake extends Exception {

        private static final long serialVersionUID = 1L;

        private final @Nullable String hint;

        private Mistake(String message, @Nullable String hint) {
            super(message);
            this.hint = hint;
        }

        /** Give what helps, or {@code null} where only the help does. */
        @Nullable
        String hint() {
            return hint;
        }
    }

    /** Allow an option without a value; {@code names} are its spellings, the longest last, between spaces. */
    Option flag(String names, String description) {
        return add(names, null, description, List.of(), false);
    }

    /** Allow an option with a value that is a {@code label}. */
    Option value(String names, String label, String description) {
        return add(names, label, description, List.of(), false);
    }

    /** Demand an option with a value that is a {@code label}. */
    Option requiredValue(String names, String label, String description) {
        Option option = value(names, label, description);
        required.add(option);
        return option;
    }

    /** Allow an option that may be repeated, each time with another value. */
    Option values(String names, String label, String description) {
        return add(names, label, description, List.of(), true);
    }

    /** Allow an option with one of a few values, in upper or lower case. */
    Option choice(String names, String label, String description, Enum<?>[] values) {
        return add(names, label, description, words(values), false);
    }

    /** Allow words that are no options: at least {@code least} and at most {@code most}. */
    Parameter parameter(String label, String description, int least, int most) {
        parameter = new Parameter(label, description, least, most);
        return parameter;
    }

    /** Allow what another syntax allows as well, in those spellings that have no meaning here yet. */
    void share(Syntax other) {
        options.addAll(other.options);
        for (Map.Entry<String, Option> spelling : other.byName.entrySet()) {
            byName.putIfAbsent(spelling.getKey(), spelling.getValue());
        }
    }

    /** List the options, in the order they were added. */
    List<Option> options() {
        return List.copyOf(options);
    }

    /** Tell whether a line without the option is wrong. */
    boolean isRequired(Option option) {
        return required.contains(option);
    }

    /** Give the words that are no options, or {@code null} if there are none. */
    @Nullable
    Parameter parameter() {
        return parameter;
    }

    /** List the spellings that mean the option here. */
    List<String> spellings(Option option) {
        List<String> spellings = new ArrayList<>(option.names());
        spellings.removeIf(name -> find(name) != option);
        return spellings;
    }

    /** Find an option by one of its spellings. */
    @Nullable
    Option find(String name) {
        return byName.get(name);
    }

    /** Give the words of an enum as they are typed. */
    static List<String> words(Enum<?>[] values) {
        List<String> words = new ArrayList<>();
        for (Enum<?> value : values) {
            words.add(value.name().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /**
     * Take all words.
     *
     * @throws Mistake if they cannot be understood, or something is missing
     */
    void take(List<String> words) throws Mistake {
        int at = takeOptions(words, 0);
        while (at < words.size()) {
            if (words.get(at).equals("--")) {
                for (String word : words.subList(at + 1, words.size())) {
                    takeParameter(word);
                }
                return;
            }
            takeParameter(words.get(at));
            at = takeOptions(words, at + 1);
        }
    }

    /**
     * Check that nothing is missing on a line.
     *
     * @throws Mistake if something is
     */
    void complete() throws Mistake {
        if (parameter != null && parameter.isMissing()) {
            throw new Mistake(parameter.label() + " is missing", null);
        }
        for (Option option : required) {
            if (!option.given()) {
                throw new Mistake("Option '%s' is missing".formatted(option.name()), null);
            }
        }
    }

    /**
     * Take the options that stand one after the other.
     *
     * @return the place of the first word that is none
     * @throws Mistake if a word looks like an option and is none, or lacks its value
     */
    int takeOptions(List<String> words, int from) throws Mistake {
        int at = from;
        while (at < words.size() && isOption(words.get(at))) {
            String word = words.get(at++);
            if (word.startsWith("--")) {
                at = takeLong(word, words, at);
            } else {
                at = takeShort(word, words, at);
            }
        }
        return at;
    }

    /** Numbers below zero name revisions. */
    private boolean isOption(String word) {
        return word.length() > 1
                && word.charAt(0) == '-'
                && !word.equals("--")
                && (!Character.isDigit(word.charAt(1)) || byName.containsKey(word));
    }

    private int takeLong(String word, List<String> words, int next) throws Mistake {
        int equal = word.indexOf('=');
        String name = equal < 0 ? word : word.substring(0, equal);
        Option option = known(name);
        if (equal < 0) {
            return takeOne(option, name, words, next);
        }
        if (!option.takesValue()) {
            throw new Mistake("Option '%s' takes no value".formatted(name), "write it without '='");
        }
        takeValue(option, name, word.substring(equal + 1));
        return next;
    }

    /** Take one option, or several letters in one word, of which the last may have its value there too. */
    private int takeShort(String word, List<String> words, int next) throws Mistake {
        for (int letter = 1; letter < word.length(); letter++) {
            String name = "-" + word.charAt(letter);
            Option option = byName.get(name);
            if (option == null) {
                throw unknown(letter == 1 ? word : name);
            }
            if (option.takesValue() && letter + 1 < word.length()) {
                String rest = word.substring(letter + 1);
                takeValue(option, name, rest.startsWith("=") ? rest.substring(1) : rest);
                return next;
            }
            if (option.takesValue()) {
                return takeOne(option, name, words, next);
            }
            option.take();
        }
        return next;
    }

    private int takeOne(Option option, String name, List<String> words, int next) throws Mistake {
        if (!option.takesValue()) {
            option.take();
            return next;
        }
        if (next == words.size() || byName.containsKey(words.get(next))) {
            throw new Mistake(
                    "Option '%s' needs a value".formatted(name), "write '%s %s'".formatted(name, option.label()));
        }
        takeValue(option, name, words.get(next));
        return next + 1;
    }

    private static void takeValue(Option option, String name, String value) throws Mistake {
        if (!option.isOpen()) {
            throw new Mistake(
                    "Option '%s' is given twice: '%s' and '%s'".formatted(name, option.value(), value),
                    "leave one of them out");
        }
        String lower = value.toLowerCase(Locale.ROOT);
        List<String> choices = option.choices();
        if (choices.isEmpty()) {
            option.take(value);
        } else if (choices.contains(lower)) {
            option.take(lower);
        } else {
            throw new Mistake(
                    "Option '%s' does not know '%s'".formatted(name, value),
                    "write one of " + String.join(", ", choices));
        }
    }

    private void takeParameter(String word) throws Mistake {
        if (parameter == null || !parameter.take(word)) {
            throw new Mistake("'%s' is one word too many".formatted(word), null);
        }
    }

    private Option known(String name) throws Mistake {
        Option option = byName.get(name);
        if (option == null) {
            throw unknown(name);
        }
        return option;
    }

    private Mistake unknown(String name) {
        List<String> names = new ArrayList<>();
        for (Option option : options) {
            names.add(option.name());
        }
        return new Mistake(
                "There is no option '%s'%s".formatted(name, where),
                name.startsWith("--")
                        ? NearestName.of(name, names)
                                .map("did you mean '%s'?"::formatted)
                                .orElse(null)
                        : null);
    }

    private Option add(
            String names, @Nullable String label, String description, List<String> choices, boolean repeatable) {
        Option option = new Option(List.of(names.split(" ")), label, description, choices, repeatable);
        options.add(option);
        for (String name : option.names()) {
            byName.put(name, option);
        }
        return option;
    }
}
