package dev.retort.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/**
 * Knows the statements of one product that begin or end a transaction or a part of one, or that lead the session to another
 * database, as whole statements: what a routine's body says is not meant.
 */
public final class TransactionControl {

    private static final int MOST_WORDS = 60;
    private static final String OTHER_DATABASE = "USE";
    private static final List<String> STANDARD =
            List.of("COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "START TRANSACTION", "SET AUTOCOMMIT");

    private final ScriptGrammar grammar;
    private final Set<String> phrases = new TreeSet<>(Collections.reverseOrder());
    private final Set<String> firstWords = new TreeSet<>();
    private final Set<String> exceptions;

    private final @Nullable Pattern passing;

    private TransactionControl(ScriptGrammar grammar, Set<String> exceptions, String... phrases) {
        this.grammar = grammar;
        this.exceptions = exceptions;
        this.passing = null;
        this.phrases.addAll(STANDARD);
        this.phrases.addAll(Arrays.asList(phrases));
        this.phrases.forEach(phrase -> firstWords.add(phrase.split(" ", 2)[0]));
    }

    private TransactionControl(ScriptGrammar grammar, List<String> phrases, Pattern passing) {
        this.grammar = grammar;
        this.exceptions = Set.of();
        this.passing = passing;
        this.phrases.addAll(phrases);
        phrases.forEach(phrase -> firstWords.add(phrase.substring(phrase.lastIndexOf(' ') + 1)));
    }

    /**
     * Know {@code phrases}, in upper case, wherever they stand in a batch of statements that nothing has to separate.
     *
     * @param passing how the words of a batch begin of which none is meant
     */
    public static TransactionControl ofBatches(ScriptGrammar grammar, List<String> phrases, Pattern passing) {
        return new TransactionControl(grammar, phrases, passing);
    }

    /** Know what the SQL standard has, {@code SET autocommit}, and {@code phrases}, in upper case. */
    public static TransactionControl of(ScriptGrammar grammar, String... phrases) {
        return new TransactionControl(grammar, Set.of(), phrases);
    }

    /** Let what begins with {@code phrase} pass, though it begins with another phrase too. */
    public TransactionControl except(String phrase) {
        return new TransactionControl(grammar, Set.of(phrase), phrases.toArray(String[]::new));
    }

    /** Know that {@code USE} leads to another database too. */
    public TransactionControl andOtherDatabases() {
        List<String> all = new ArrayList<>(phrases);
        all.add(OTHER_DATABASE);
        return new TransactionControl(grammar, exceptions, all.toArray(String[]::new));
    }

    /** Tell whether what was found leads to another database; it does nothing to the transaction then. */
    public static boolean isOtherDatabase(String found) {
        return found.equals(OTHER_DATABASE);
    }

    /** Tell quickly whether {@code script} has to be looked at statement by statement. */
    public boolean mayStandIn(String script) {
        if (passing != null) {
            String text = script.toUpperCase(Locale.ROOT);
            return firstWords.stream().anyMatch(text::contains);
        }
        boolean begins = true;
        for (int at = 0; at < script.length(); at++) {
            char next = script.charAt(at);
            if (next == '\n' || next == ';' || next == '/') {
                begins = true;
            } else if (begins && next > ' ') {
                if (isSuspicious(script, at)) {
                    return true;
                }
                begins = false;
            }
        }
        return false;
    }

    /** Name what {@code statement} does to the transaction, such as {@code COMMIT}; empty if it does nothing to it. */
    public Optional<String> in(String statement) {
        if (!mayStandIn(statement)) {
            return Optional.empty();
        }
        if (passing != null) {
            return inBatch(grammar.words(statement, Integer.MAX_VALUE), passing);
        }
        List<String> words = grammar.words(statement, MOST_WORDS);
        if (exceptions.stream().anyMatch(phrase -> begins(words, phrase))) {
            return Optional.empty();
        }
        if (setsAutocommit(words)) {
            return Optional.of("SET AUTOCOMMIT");
        }
        return phrases.stream().filter(phrase -> begins(words, phrase)).findFirst();
    }

    private Optional<String> inBatch(List<String> all, Pattern harmless) {
        List<String> words = withoutVariables(all);
        return harmless.matcher(String.join(" ", words)).lookingAt()
                ? Optional.empty()
                : phrases.stream()
                        .filter(phrase -> Collections.indexOfSubList(words, List.of(phrase.split(" "))) >= 0)
                        .findFirst();
    }

    /** A variable may be called as a statement is. */
    private static List<String> withoutVariables(List<String> words) {
        List<String> kept = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            if (at == 0 || !words.get(at - 1).equals("@")) {
                kept.add(words.get(at));
            }
        }
        return kept;
    }

    /**
     * Name what the first statement of {@code script} to touch the transaction does to it: drivers may send several
     * statements at once.
     */
    public Optional<String> anywhereIn(String script) {
        if (!mayStandIn(script)) {
            return Optional.empty();
        }
        try {
            return grammar.split(script, 1).stream()
                    .flatMap(statement -> in(statement.sql()).stream())
                    .findFirst();
        } catch (RetortException e) {
            // The database refuses it with better words.
            return in(script);
        }
    }

    /** What stands in an executable comment is found by nobody but the grammar. */
    private boolean isSuspicious(String script, int at) {
        if (script.startsWith("*!", at) || script.startsWith("*M!", at)) {
            return true;
        }
        for (String word : firstWords) {
            if (script.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(List<String> words, String phrase) {
        List<String> wanted = List.of(phrase.split(" "));
        return words.size() >= wanted.size() && words.subList(0, wanted.size()).equals(wanted);
    }

    /** One SET may assign several variables; those of the user's own begin with a single at sign. */
    private static boolean setsAutocommit(List<String> words) {
        if (words.isEmpty() || !words.get(0).equals("SET")) {
            return false;
        }
        var padded = new ArrayList<>(words);
        padded.add("");
        for (int at = 1; at < words.size(); at++) {
            boolean named = words.get(at).equals("AUTOCOMMIT");
            boolean own = words.get(at - 1).equals("@")
                    && (at < 2 || !words.get(at - 2).equals("@"));
            boolean assigned = at == 1
                    || padded.get(at + 1).equals("=")
                    || padded.get(at + 1).equals(":");
            if (named && assigned && !own) {
                return true;
            }
        }
        return false;
    }
}
