package dev.retort.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

import dev.retort.dialect.ScriptScanner.Kind;

/** Follows one statement to tell whether a semicolon stands inside the body of a routine or trigger. */
final class BodyTracker {

    /** What the first words say of a statement. */
    private enum Phase {
        FIRST_WORD,
        CREATE,
        MAYBE_BLOCK,
        MAYBE_FUNCTION,
        PLAIN,
        ROUTINE,
        PROGRAM
    }

    private static final Set<String> LOOPS = Set.of("LOOP", "WHILE", "REPEAT", "FOR");
    private static final Set<String> PROGRAMS =
            Set.of("PROCEDURE", "FUNCTION", "PACKAGE", "TRIGGER", "TYPE", "LIBRARY", "JAVA");
    private static final Set<String> ROUTINES = Set.of("PROCEDURE", "FUNCTION", "PACKAGE", "TRIGGER", "EVENT");
    private static final Set<String> OTHER_OBJECTS = Set.of(
            "TABLE",
            "VIEW",
            "INDEX",
            "DATABASE",
            "SCHEMA",
            "SEQUENCE",
            "SYNONYM",
            "USER",
            "ROLE",
            "SERVER",
            "TYPE",
            "DOMAIN");
    /** Words after which IF, REPEAT and FOR are part of an expression or clause, not statements. */
    private static final Set<String> BEFORE_EXPRESSION = Set.of(
            "WHEN",
            "AND",
            "OR",
            "NOT",
            "XOR",
            "SELECT",
            "RETURN",
            "IN",
            "LIKE",
            "BETWEEN",
            "DEFAULT",
            "DIV",
            "MOD",
            "WHERE",
            "ON",
            "HAVING",
            "BY",
            "UNTIL",
            "WHILE",
            "ELSEIF",
            "CASE",
            "DISTINCT",
            "CURSOR",
            "HANDLER",
            "TABLE",
            "EXISTS",
            "INTO",
            "VALUES",
            "IS",
            "DO");

    private record Opened(String word, int line, boolean ifPending) {}

    private final Set<ScriptTrait> traits;
    private final Deque<Opened> open = new ArrayDeque<>();
    private Phase phase = Phase.FIRST_WORD;
    private String before = "";
    private int beforeLine;
    private boolean ifPending;
    private boolean forPending;
    private boolean endPending;
    private boolean repeatPending;

    BodyTracker(Set<ScriptTrait> traits) {
        this.traits = traits;
    }

    /** Tell whether a semicolon at this place belongs to the statement. */
    boolean isOpen() {
        return phase == Phase.PROGRAM || !open.isEmpty();
    }

    /** Take note of a semicolon. */
    void semicolon() {
        close("");
        ifPending = false;
        forPending = false;
        before = ";";
    }

    void requireClosed() {
        if (!open.isEmpty()) {
            Opened block = open.getLast();
            throw ScriptScanner.neverClosed("Block", block.word(), block.line(), "close it with END;");
        }
    }

    /** Take note of the word the scanner stands at. */
    void word(ScriptScanner words) {
        if (phase == Phase.PLAIN || phase == Phase.PROGRAM || words.kind() == Kind.EXECUTABLE) {
            return;
        }
        boolean isWord = words.kind() == Kind.WORD;
        String word = isWord
                ? words.text(words.start(), words.end()).toUpperCase(Locale.ROOT)
                : words.text(words.start(), Math.min(words.end(), words.start() + 1));
        if (phase == Phase.ROUTINE) {
            follow(word, words.startLine());
        } else {
            learn(word, isWord);
        }
        before = word;
        beforeLine = words.startLine();
    }

    private void learn(String word, boolean isWord) {
        switch (phase) {
            case FIRST_WORD -> phase = first(word);
            case MAYBE_BLOCK -> {
                phase = word.equals("NOT") ? Phase.ROUTINE : Phase.PLAIN;
                if (phase == Phase.ROUTINE) {
                    open("BEGIN", beforeLine);
                }
            }
            case MAYBE_FUNCTION ->
                phase = word.equals("FUNCTION") || word.equals("PROCEDURE") ? Phase.PROGRAM : Phase.PLAIN;
            default -> {
                if (isWord && !before.equals("=") && !before.equals("@")) {
                    phase = object(word);
                }
            }
        }
    }

    private Phase first(String word) {
        if (traits.contains(ScriptTrait.SLASH_LINES)) {
            return switch (word) {
                case "CREATE" -> Phase.CREATE;
                case "BEGIN", "DECLARE", "<" -> Phase.PROGRAM;
                case "WITH" -> Phase.MAYBE_FUNCTION;
                default -> Phase.PLAIN;
            };
        }
        if (word.equals("CREATE") || word.equals("ALTER")) {
            return Phase.CREATE;
        }
        return word.equals("BEGIN") && traits.contains(ScriptTrait.ROUTINE_BODIES) ? Phase.MAYBE_BLOCK : Phase.PLAIN;
    }

    private Phase object(String word) {
        if (traits.contains(ScriptTrait.SLASH_LINES) && PROGRAMS.contains(word)) {
            return Phase.PROGRAM;
        }
        boolean hasBody = (traits.contains(ScriptTrait.TRIGGER_BODIES) && word.equals("TRIGGER"))
                || (traits.contains(ScriptTrait.ROUTINE_BODIES) && ROUTINES.contains(word))
                || (traits.contains(ScriptTrait.ATOMIC_BODIES)
                        && (word.equals("FUNCTION") || word.equals("PROCEDURE")));
        if (hasBody) {
            return Phase.ROUTINE;
        }
        return OTHER_OBJECTS.contains(word) ? Phase.PLAIN : Phase.CREATE;
    }

    private void follow(String word, int line) {
        if (word.equals(";")) {
            semicolon();
            return;
        }
        if (repeatPending && !word.equals("(")) {
            open("REPEAT", beforeLine);
        }
        repeatPending = false;
        boolean closes = endPending;
        close(word);
        boolean namesWhatCloses = closes && (LOOPS.contains(word) || word.equals("IF") || word.equals("CASE"));
        if (namesWhatCloses || before.equals(".")) {
            return;
        }
        switch (word) {
            case "BEGIN" -> begin(line);
            case "ATOMIC" -> atomic();
            case "CASE" -> openCase(line);
            case "END" -> endPending = true;
            default -> {
                if (traits.contains(ScriptTrait.ROUTINE_BODIES)) {
                    control(word, line);
                }
            }
        }
    }

    private void begin(int line) {
        if (!traits.contains(ScriptTrait.ATOMIC_BODIES) || !open.isEmpty()) {
            open("BEGIN", line);
        }
    }

    private void atomic() {
        if (traits.contains(ScriptTrait.ATOMIC_BODIES) && open.isEmpty() && before.equals("BEGIN")) {
            open("BEGIN", beforeLine);
        }
    }

    private void openCase(int line) {
        if (!open.isEmpty() || traits.contains(ScriptTrait.ROUTINE_BODIES)) {
            open("CASE", line);
        }
    }

    private void control(String word, int line) {
        switch (word) {
            case "LOOP", "WHILE" -> open(word, line);
            case "REPEAT" -> repeatPending = isStatement();
            case "IF" -> ifPending = isStatement();
            case "FOR" -> forPending = isStatement();
            case "EACH" -> forPending = false;
            case "WHEN" -> ifPending = false;
            case "THEN" -> {
                if (ifPending) {
                    open("IF", line);
                }
            }
            case "DO" -> {
                if (forPending) {
                    open("FOR", line);
                }
            }
            default -> {
                // Any other word neither opens nor closes anything.
            }
        }
    }

    /** Tell whether a word that may also be a function begins a statement here. */
    private boolean isStatement() {
        return before.equals("DO") || (!BEFORE_EXPRESSION.contains(before) && !"=<>+-*/,(|&!~%^".contains(before));
    }

    private void open(String word, int line) {
        open.push(new Opened(word, line, word.equals("CASE") && ifPending));
        ifPending = false;
        forPending = false;
    }

    /** Close what the END before {@code word} closes, if there was one. */
    private void close(String word) {
        if (!endPending) {
            return;
        }
        endPending = false;
        boolean named = word.equals("IF") || LOOPS.contains(word);
        if (named && open.stream().noneMatch(block -> block.word().equals(word))) {
            return;
        }
        while (!open.isEmpty()) {
            Opened closed = open.pop();
            boolean unnamed = closed.word().equals("BEGIN") || closed.word().equals("CASE");
            if (closed.word().equals(word) || (!named && unnamed)) {
                ifPending = closed.ifPending();
                return;
            }
        }
    }
}
