package dev.retort.runtime;

import java.util.List;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.SchemaImage;
import dev.retort.dialect.SqlStatement;
import dev.retort.operation.Run;
import dev.retort.revision.Direction;
import dev.retort.revision.Plan;
import dev.retort.revision.PlanStep;
import dev.retort.revision.RevisionHeader;
import dev.retort.revision.RowChange;
import dev.retort.schema.Schema;

/** Spells out what a run would execute, ready to be fed to the database's own client. */
public final class MigrationScript {

    private final VersionTable versionTable;
    private final Dialect dialect;
    private final RevisionLoader loader;
    private final boolean transactionPerMigration;
    private final StringBuilder script = new StringBuilder();
    private boolean inTransaction;

    /**
     * Begin an empty script.
     *
     * @param versionTable where the rows are, with the dialect that the script is for
     * @param loader gives the code of the revisions
     * @param transactionPerMigration whether each revision is a transaction of its own, where DDL is transactional
     */
    public MigrationScript(VersionTable versionTable, RevisionLoader loader, boolean transactionPerMigration) {
        this.versionTable = versionTable;
        this.dialect = versionTable.dialect();
        this.loader = loader;
        this.transactionPerMigration = transactionPerMigration;
    }

    /**
     * Spell out {@code plan}.
     *
     * @param rows the version rows the script starts from; with none, the version table is created first
     * @throws RetortException if an operation can only be done with a database at hand
     */
    public String write(List<String> rows, Plan plan) {
        loader.prepare(plan.revisionIds());
        dialect.sessionStatements().forEach(statement -> line(statement.sql()));
        if (rows.isEmpty() && !plan.isEmpty()) {
            begin();
            versionTable.creation().forEach(this::statement);
            endOfStep();
        }
        SchemaImage image = new SchemaImage(new Schema(List.of(), List.of(), List.of()), dialect.names());
        for (PlanStep step : plan.steps()) {
            step(step, image);
        }
        commit();
        return script.toString();
    }

    private void step(PlanStep step, SchemaImage image) {
        RevisionHeader revision = step.revision();
        script.append("-- Running ")
                .append(step.direction() == Direction.STAMP ? "stamp_revision" : word(step))
                .append(' ')
                .append(String.join(", ", step.from()))
                .append(" -> ")
                .append(String.join(", ", step.to()))
                .append("\n\n");
        begin();
        for (LocatedOperation located : new RevisionOperations(dialect, loader).of(step)) {
            if (located.operation() instanceof Run run) {
                throw new RetortException(
                        "%s: step '%s' of revision '%s' is code, which --sql cannot print"
                                .formatted(located.place(), run.description(), revision == null ? "" : revision.id()),
                        "run the upgrade online, or write the step in SQL");
            }
            dialect.ddl().statements(located.operation(), image).forEach(this::statement);
            image.apply(located.operation());
        }
        for (RowChange change : step.rowChanges()) {
            begin();
            line(versionTable.statement(change));
        }
        endOfStep();
    }

    private static String word(PlanStep step) {
        return step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade";
    }

    private void statement(SqlStatement statement) {
        if (statement.transactional()) {
            begin();
        } else {
            commit();
        }
        line(statement.sql());
    }

    private void begin() {
        if (dialect.transactionalDdl() && !inTransaction) {
            line("BEGIN");
            inTransaction = true;
        }
    }

    private void endOfStep() {
        if (transactionPerMigration) {
            commit();
        }
    }

    private void commit() {
        if (inTransaction) {
            line("COMMIT");
            inTransaction = false;
        }
    }

    private void line(String sql) {
        String terminator = dialect.ddl().terminator();
        script.append(sql)
                .append(terminator.equals(";") ? ";" : "\n" + terminator)
                .append("\n\n");
    }
}
