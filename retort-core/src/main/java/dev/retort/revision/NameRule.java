package dev.retort.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the id of a revision and the label of a branch may look like, whether they are read from a file or written to one. */
public final class NameRule {

    /** What the column {@code version_num VARCHAR(32)} of the version table holds. */
    private static final int LONGEST_ID = 32;

    private static final String NOT_IN_AN_ID = "@+-:,";
    /** Not the hyphen of {@code shop-cart}: what a label is spelled like is never read as a step back. */
    private static final String NOT_IN_A_LABEL = "@+:,";

    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    private NameRule() {}

    /** One thing that is wrong with a name: the rule that it breaks, what is wrong, and what to do about it. */
    public record Objection(GraphProblem.Kind kind, String message, String hint) {

        /** Say what is wrong as a sentence of its own. */
        public String sentence() {
            return Character.toUpperCase(message.charAt(0)) + message.substring(1);
        }
    }

    /** List what is wrong with the id of a revision. */
    public static List<Objection> ofId(String id) {
        if (isPlainId(id)) {
            return List.of();
        }
        List<Objection> objections = new ArrayList<>();
        note(GraphProblem.Kind.ILLEGAL_CHARACTERS, "revision identifier", id, NOT_IN_AN_ID, "'_' and '.'", objections);
        if (id.length() > LONGEST_ID) {
            objections.add(new Objection(
                    GraphProblem.Kind.ID_TOO_LONG,
                    "the revision id '" + id + "' has " + id.length() + " characters, the version table holds "
                            + LONGEST_ID,
                    "choose an id of at most " + LONGEST_ID + " characters"));
        }
        if (RESERVED.contains(id)) {
            objections.add(new Objection(
                    GraphProblem.Kind.RESERVED_NAME,
                    "the revision id '" + id + "' is a word that every command understands differently",
                    "give the revision another id"));
        }
        return objections;
    }

    /** List what is wrong with a branch label. */
    public static List<Objection> ofLabel(String label) {
        List<Objection> objections = new ArrayList<>();
        note(GraphProblem.Kind.ILLEGAL_LABEL, "branch label", label, NOT_IN_A_LABEL, "'_', '.' and '-'", objections);
        if (label.startsWith("-")) {
            objections.add(new Objection(
                    GraphProblem.Kind.ILLEGAL_LABEL,
                    "the branch label '" + label + "' begins with '-', as options and steps back do",
                    "begin it with a letter"));
        }
        if (RESERVED.contains(label)) {
            objections.add(new Objection(
                    GraphProblem.Kind.ILLEGAL_LABEL,
                    "the branch label '" + label + "' is a word that every command understands differently",
                    "give the branch another label"));
        }
        return objections;
    }

    private static void note(
            GraphProblem.Kind kind, String what, String name, String illegal, String others, List<Objection> to) {
        String hint = "use letters, digits, " + others + " in a " + what;
        if (name.isEmpty()) {
            to.add(new Objection(kind, "the " + what + " '' is empty", hint));
        } else if (!isLegal(name, illegal)) {
            String found = name.chars()
                    .filter(character -> isIllegal(character, illegal))
                    .distinct()
                    .mapToObj(NameRule::shown)
                    .collect(Collectors.joining(", "));
            to.add(new Objection(
                    kind, "character(s) '" + found + "' not allowed in " + what + " '" + name + "'", hint));
        }
    }

    /** Tell whether an id is what nearly every one is: digits and letters, not too many, so that nothing can be wrong. */
    private static boolean isPlainId(String id) {
        boolean digit = false;
        int length = id.length();
        for (int i = 0; i < length; i++) {
            char character = id.charAt(i);
            if (character <= '9' && character >= '0') {
                digit = true;
            } else if (!isLetter(character)) {
                return false;
            }
        }
        return digit && length <= LONGEST_ID;
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_';
    }

    private static boolean isLegal(String name, String illegal) {
        for (int i = 0; i < name.length(); i++) {
            if (isIllegal(name.charAt(i), illegal)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIllegal(int character, String illegal) {
        return illegal.indexOf(character) >= 0 || isInvisible(character);
    }

    private static boolean isInvisible(int character) {
        return Character.isISOControl(character)
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character);
    }

    private static String shown(int character) {
        boolean hidden = character != ' ' && isInvisible(character);
        return hidden ? "\\u%04x".formatted(character) : Character.toString(character);
    }
}
