package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.OperationGroup;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableImage;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.Run;
import dev.retort.revision.Plan;
import dev.retort.revision.PlanStep;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;

/**
 * The tables while a script is printed. What was there before the script is what the revisions it starts from make of an
 * empty database; they are loaded only when a table is asked for.
 */
final class ScriptTables implements TableLookup, AutoCloseable {

    private final Dialect dialect;
    private final TableImage image;
    private final Plan past;
    private final RevisionLoader pastLoader;
    private final List<Spelled> waiting = new ArrayList<>();
    private boolean asked;

    ScriptTables(Dialect dialect, Plan past, RevisionLoader pastLoader) {
        this.dialect = dialect;
        this.image = dialect.image();
        this.past = past;
        this.pastLoader = pastLoader;
    }

    private record Spelled(OperationGroup group, List<SqlStatement> statements) {}

    /** Take over what was printed. */
    void apply(OperationGroup group, List<SqlStatement> statements) {
        if (asked) {
            group.applyTo(image, statements);
        } else {
            waiting.add(new Spelled(group, statements));
        }
    }

    /** Tell whether the script relies on what revisions before it say. */
    boolean reliesOnThePast() {
        return asked && !past.isEmpty();
    }

    @Override
    public Optional<Table> find(QualifiedName name) {
        catchUp();
        return image.find(name);
    }

    @Override
    public List<String> storedSql(QualifiedName name) {
        catchUp();
        return image.storedSql(name);
    }

    private void catchUp() {
        if (asked) {
            return;
        }
        asked = true;
        pastLoader.prepare(past.revisionIds());
        var revisions = new RevisionOperations(dialect, pastLoader);
        for (PlanStep step : past.steps()) {
            OperationGroup.of(LocatedOperation.plain(revisions.of(step)), dialect.ddl())
                    .forEach(this::replay);
        }
        waiting.forEach(spelled -> spelled.group().applyTo(image, spelled.statements()));
        waiting.clear();
    }

    /** What code does to the tables is not known; mostly it fills them. */
    private void replay(OperationGroup group) {
        if (!(group.first() instanceof Run)) {
            group.applyTo(image, group.statements(dialect.ddl(), image));
        }
    }

    @Override
    public void close() {
        image.close();
    }
}
