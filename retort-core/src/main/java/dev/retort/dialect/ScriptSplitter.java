package dev.retort.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.retort.dialect.ScriptScanner.Kind;

/**
 * Cuts scripts by the rules of the SQL standard and the {@link ScriptTrait}s of a product: a statement ends with a
 * semicolon that stands neither in a string, a quoted name, a comment nor a body. Takes time in proportion to the
 * script's length.
 */
public final class ScriptSplitter implements ScriptGrammar {

    private final Set<ScriptTrait> traits;

    private ScriptSplitter(Set<ScriptTrait> traits) {
        this.traits = traits;
    }

    /** Cut by the standard's rules and {@code traits}. */
    public static ScriptSplitter with(ScriptTrait... traits) {
        return new ScriptSplitter(Set.of(traits));
    }

    /**
     * {@inheritDoc}
     *
     * <p>A byte order mark at the beginning is skipped; comments after the last word of a statement are left out too.
     */
    @Override
    public List<ScriptStatement> split(String script, int firstLine) {
        return new ScriptWalk(script, firstLine, traits).statements();
    }

    @Override
    public List<String> words(String statement, int most) {
        ScriptScanner scanner = new ScriptScanner(statement, 1, traits);
        List<String> words = new ArrayList<>();
        while (words.size() < most && scanner.advance() != Kind.END) {
            if (scanner.kind() != Kind.EXECUTABLE) {
                String word = scanner.text(scanner.start(), scanner.end());
                words.add(scanner.kind() == Kind.WORD ? word.toUpperCase(Locale.ROOT) : word);
            }
        }
        return words;
    }
}
