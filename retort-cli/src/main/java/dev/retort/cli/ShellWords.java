package dev.retort.cli;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Cuts a command line into words as a shell does: at blanks, unless they are quoted or behind a backslash. */
final class ShellWords {

    private final boolean backslashes;
    private final List<String> words = new ArrayList<>();
    private @Nullable StringBuilder word;
    private char quote;

    private ShellWords(boolean backslashes) {
        this.backslashes = backslashes;
    }

    /** Cut {@code text}; {@code null} if a quote in it is not closed. */
    static @Nullable List<String> of(String text) {
        // Where a backslash stands between folders it cannot be a shell's.
        return of(text, File.separatorChar != '\\');
    }

    /** Cut {@code text}, in which a backslash may take away the meaning of what follows. */
    static @Nullable List<String> of(String text, boolean backslashes) {
        ShellWords cut = new ShellWords(backslashes);
        for (int i = 0; i < text.length(); i++) {
            boolean taken = cut.isEscape(text, i);
            cut.take(text.charAt(taken ? ++i : i), taken);
        }
        cut.end();
        return cut.quote == 0 ? List.copyOf(cut.words) : null;
    }

    /** Tell whether there is a backslash that speaks of the next character; between double quotes few can be meant. */
    private boolean isEscape(String text, int at) {
        if (!backslashes || text.charAt(at) != '\\' || at + 1 == text.length() || quote == '\'') {
            return false;
        }
        return quote == 0 || "\"\\$`".indexOf(text.charAt(at + 1)) >= 0;
    }

    private void take(char character, boolean plain) {
        if (!plain && quote == 0 && Character.isWhitespace(character)) {
            end();
        } else if (!plain && (quote == 0 ? character == '"' || character == '\'' : character == quote)) {
            quote = quote == 0 ? character : 0;
            begun();
        } else {
            begun().append(character);
        }
    }

    private StringBuilder begun() {
        if (word == null) {
            word = new StringBuilder();
        }
        return word;
    }

    private void end() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }
}
