package dev.retort.dialect;

import java.util.List;
import java.util.Set;

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
     *
     * @throws dev.retort.RetortException also for what only the product's own client understands
     */
    @Override
    public List<ScriptStatement> split(String script, int firstLine) {
        return new ScriptWalk(script, firstLine, traits).statements();
    }
}
