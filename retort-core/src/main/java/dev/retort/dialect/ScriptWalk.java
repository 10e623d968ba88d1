package dev.retort.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.ScriptGrammar.ScriptStatement;
import dev.retort.dialect.ScriptScanner.Kind;

/** One walk through one script, gathering its statements. */
final class ScriptWalk {

    private static final int NOTHING = -1;
    /** What the database itself sets. */
    private static final Pattern SQL_SETTINGS = Pattern.compile("(?i)(transaction|role|constraints?)\\b.*|");

    private final ScriptScanner words;
    private final Set<ScriptTrait> traits;
    private final List<ScriptStatement> found = new ArrayList<>();
    private BodyTracker body;
    private int begin = NOTHING;
    private int beginLine;
    private int end;
    private int brackets;
    private int bracketLine;
    private @Nullable String copy;

    ScriptWalk(String script, int firstLine, Set<ScriptTrait> traits) {
        this.words = new ScriptScanner(script, firstLine, traits);
        this.traits = traits;
        this.body = new BodyTracker(traits);
    }

    List<ScriptStatement> statements() {
        while (words.advance() != Kind.END) {
            if (words.kind() == Kind.TERMINATOR) {
                terminator();
            } else if (!isLineCommand()) {
                refuseClientCommands();
                take();
            }
        }
        requireClosed();
        finish(1);
        return List.copyOf(found);
    }

    private void terminator() {
        body.semicolon();
        boolean ends = !traits.contains(ScriptTrait.GO_LINES)
                && brackets == 0
                && (!words.hasDefaultTerminator() || !body.isOpen());
        if (ends) {
            finish(1);
        } else if (begin != NOTHING) {
            end = words.end();
        }
    }

    private void take() {
        if (begin == NOTHING) {
            begin = words.start();
            beginLine = words.startLine();
        }
        end = words.end();
        body.word(words);
        if (traits.contains(ScriptTrait.BRACKETS_HOLD)) {
            countBrackets();
        }
    }

    private void countBrackets() {
        if (words.isSymbol('(')) {
            bracketLine = brackets == 0 ? words.startLine() : bracketLine;
            brackets++;
        } else if (words.isSymbol(')')) {
            brackets = Math.max(0, brackets - 1);
        }
    }

    private void finish(int times) {
        if (begin != NOTHING) {
            var statement = new ScriptStatement(words.text(begin, end), beginLine);
            found.addAll(Collections.nCopies(times, statement));
        }
        begin = NOTHING;
        brackets = 0;
        copy = null;
        body = new BodyTracker(traits);
    }

    private void requireClosed() {
        body.semicolon();
        if (brackets > 0) {
            throw ScriptScanner.neverClosed("Bracket", "(", bracketLine, "close it with )");
        }
        if (words.hasDefaultTerminator()) {
            body.requireClosed();
        }
    }

    private boolean isLineCommand() {
        if (traits.contains(ScriptTrait.GO_LINES) && words.isWord("GO") && words.beginsLine()) {
            return goLine();
        }
        if (traits.contains(ScriptTrait.SLASH_LINES) && words.isSymbol('/') && words.beginsLine()) {
            return slashLine();
        }
        if (traits.contains(ScriptTrait.CLIENT_LINES) && begin == NOTHING && words.kind() == Kind.WORD) {
            return clientLine();
        }
        return traits.contains(ScriptTrait.DELIMITER_LINES)
                && begin == NOTHING
                && words.isWord("DELIMITER")
                && delimiterLine();
    }

    private boolean goLine() {
        String count = words.restOfLine();
        if (!count.matches("\\d{0,9}")) {
            return false;
        }
        finish(count.isEmpty() ? 1 : Integer.parseInt(count));
        words.skipLine();
        return true;
    }

    private boolean slashLine() {
        if (!words.restOfLine().isEmpty()) {
            return false;
        }
        finish(1);
        return true;
    }

    private boolean clientLine() {
        if (words.isWord("EXIT") || words.isWord("QUIT")) {
            words.skipAll();
            return true;
        }
        boolean isCommand = words.isWord("WHENEVER")
                || words.isWord("PROMPT")
                || words.isWord("REM")
                || words.isWord("REMARK")
                || (words.isWord("SET")
                        && !SQL_SETTINGS.matcher(words.restOfLine()).matches());
        if (isCommand) {
            words.skipLine();
        }
        return isCommand;
    }

    private boolean delimiterLine() {
        String given = words.restOfLine();
        String delimiter = given.isEmpty() ? "" : given.split("\\s", 2)[0];
        if (delimiter.matches("(['\"]).+\\1")) {
            delimiter = delimiter.substring(1, delimiter.length() - 1);
        }
        if (delimiter.isEmpty() || delimiter.contains("\\")) {
            throw new RetortException(
                    "DELIMITER on line %d is followed by '%s'".formatted(words.startLine(), delimiter),
                    "give the text that ends a statement from there on, without a backslash, such as DELIMITER //");
        }
        words.skipLine();
        words.terminateBy(delimiter);
        return true;
    }

    private void refuseClientCommands() {
        if (traits.contains(ScriptTrait.BACKSLASH_COMMANDS) && words.isSymbol('\\')) {
            throw new RetortException(
                    "Line %d holds the client command '\\%s', which is not SQL"
                            .formatted(words.startLine(), words.restOfLine()),
                    "write SQL in its place; a revision is not run by the database's own client");
        }
        if (traits.contains(ScriptTrait.COPY_FROM_STDIN) && words.kind() == Kind.WORD) {
            refuseCopy();
        }
    }

    /** Follow COPY as the first word, FROM and STDIN. */
    private void refuseCopy() {
        if (begin == NOTHING) {
            copy = words.isWord("COPY") ? "COPY" : null;
        } else if (copy != null && words.isWord("STDIN") && copy.equals("FROM")) {
            throw new RetortException(
                    "COPY ... FROM stdin on line %d is followed by data, which is not SQL".formatted(beginLine),
                    "use INSERT, or copyIn of the driver in a step of code");
        } else if (copy != null) {
            copy = words.isWord("FROM") ? "FROM" : "COPY";
        }
    }
}
