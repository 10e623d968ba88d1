package dev.retort.diff;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Ddl;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Folding;
import dev.retort.dialect.Names;
import dev.retort.dialect.Normalizer;
import dev.retort.dialect.Reflector;
import dev.retort.dialect.RunLock;
import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.StandardNames;
import dev.retort.dialect.StandardTypes;
import dev.retort.dialect.Types;

/** A database of which only the rules of sameness exist. */
record PaperDialect(boolean distinguishesRestrict, boolean altersReferencedColumns) implements Dialect {

    static final PaperDialect STANDARD = new PaperDialect(true, true);

    private static final Names NAMES = new StandardNames(Folding.LOWER, '"', Set.of("order"), 63, true);
    private static final Types TYPES = new StandardTypes();

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public Names names() {
        return NAMES;
    }

    @Override
    public Types types() {
        return TYPES;
    }

    @Override
    public Ddl ddl() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reflector reflector() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Normalizer normalizer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunLock lock() {
        return RunLock.NONE;
    }

    @Override
    public ScriptGrammar script() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return false;
    }

    @Override
    public @Nullable String hint(SQLException failure) {
        return null;
    }
}
