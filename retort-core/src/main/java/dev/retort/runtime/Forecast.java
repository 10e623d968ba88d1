package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.OperationGroup;
import dev.retort.dialect.SqlStatement;
import dev.retort.operation.Operation;
import dev.retort.operation.Run;
import dev.retort.revision.Direction;
import dev.retort.revision.Plan;
import dev.retort.revision.PlanStep;
import dev.retort.revision.RevisionHeader;
import dev.retort.script.RevisionCode;

/** Tells what a run would do, from its revisions alone: nothing runs, and no database is asked. Good for one plan. */
public final class Forecast {

    private final Dialect dialect;
    private final boolean transactionPerMigration;
    private final RevisionOperations source;
    private final RevisionLoader loader;
    private final CommitGroups commits = new CommitGroups();
    private final List<ForecastStep> steps = new ArrayList<>();

    /**
     * Prepare one look ahead.
     *
     * @param dialect the database it is for
     * @param loader gives the code of the revisions
     * @param transactionPerMigration whether each revision is a transaction of its own, where DDL is transactional
     */
    public Forecast(Dialect dialect, RevisionLoader loader, boolean transactionPerMigration) {
        this.dialect = dialect;
        this.loader = loader;
        this.transactionPerMigration = transactionPerMigration;
        this.source = new RevisionOperations(dialect, loader);
    }

    /**
     * What was found.
     *
     * @param steps the steps of the plan
     * @param commits how a run would split into transactions, in order
     */
    public record Result(List<ForecastStep> steps, List<CommitGroup> commits) {

        public Result {
            steps = List.copyOf(steps);
            commits = List.copyOf(commits);
        }
    }

    /**
     * Look at every step of {@code plan}.
     *
     * @param plan an upgrade or a downgrade
     * @param past what led from an empty database to where the plan begins
     * @param pastLoader gives the code of those revisions, asked only when a statement depends on it
     * @throws RetortException if revisions cannot be loaded
     */
    public Result of(Plan plan, Plan past, RevisionLoader pastLoader) {
        loader.prepare(plan.revisionIds());
        try (var tables = new ScriptTables(dialect, past, pastLoader)) {
            for (PlanStep step : plan.steps()) {
                step(step, tables);
            }
        }
        commits.end();
        return new Result(steps, commits.all());
    }

    private void step(PlanStep step, ScriptTables tables) {
        RevisionHeader revision = step.revision();
        if (revision == null) {
            throw new IllegalArgumentException("a stamp runs nothing that could be foretold");
        }
        RevisionCode code = loader.code(revision.id());
        boolean up = step.direction() == Direction.UPGRADE;
        List<LocatedOperation> operations = List.of();
        @Nullable String obstacle = null;
        try {
            operations = source.of(revision, code, up);
        } catch (RetortException e) {
            obstacle = e.getMessage();
        }
        var contents = new StepContents(dialect, tables, commits, revision.id());
        boolean split = OperationParts.needSeveralTransactions(dialect, operations);
        if (split) {
            commits.end();
        }
        List<Operation> plain = LocatedOperation.plain(operations);
        (split ? OperationGroup.each(plain) : OperationGroup.of(plain, dialect.ddl())).forEach(contents::add);
        commits.version(revision.id());
        if (split || transactionPerMigration || !dialect.transactionalDdl()) {
            commits.end();
        }
        steps.add(contents.describe(step, up ? irreversible(revision, code, operations) : null, obstacle));
    }

    private @Nullable String irreversible(RevisionHeader revision, RevisionCode code, List<LocatedOperation> upgrade) {
        try {
            return source.of(revision, code, false).isEmpty() && !upgrade.isEmpty()
                    ? "its downgrade does nothing"
                    : null;
        } catch (RetortException e) {
            return e.getMessage();
        }
    }

    /** Collects what the operations of one step amount to. */
    private static final class StepContents {

        private final Dialect dialect;
        private final ScriptTables tables;
        private final CommitGroups commits;
        private final String revision;
        private final List<String> operations = new ArrayList<>();
        private final List<String> code = new ArrayList<>();
        private final List<String> losses = new ArrayList<>();
        private int statements;
        private boolean exact = true;

        StepContents(Dialect dialect, ScriptTables tables, CommitGroups commits, String revision) {
            this.dialect = dialect;
            this.tables = tables;
            this.commits = commits;
            this.revision = revision;
        }

        void add(OperationGroup group) {
            for (Operation operation : group.operations()) {
                operations.add(operation.summary());
                DataLoss.of(operation, dialect).ifPresent(losses::add);
            }
            if (group.first() instanceof Run run) {
                code.add(run.description());
                return;
            }
            List<SqlStatement> spelled = new ArrayList<>();
            if (group.operations().size() > 1) {
                spelled.addAll(statements(group, group.first()));
            } else {
                for (Operation part : OperationParts.of(group.first())) {
                    spelled.addAll(statements(new OperationGroup(List.of(part)), part));
                }
            }
            tables.apply(group, spelled);
        }

        private List<SqlStatement> statements(OperationGroup group, Operation part) {
            List<SqlStatement> spelled;
            try {
                spelled = group.statements(dialect.ddl(), tables);
            } catch (RetortException e) {
                // It has to see the table first; one statement it becomes at least.
                exact = false;
                count(null);
                return List.of();
            }
            for (SqlStatement statement : spelled) {
                count(OperationParts.standsAlone(dialect, part, statement) ? statement.sql() : null);
            }
            return spelled;
        }

        private void count(@Nullable String alone) {
            statements++;
            commits.statement(revision, alone);
        }

        ForecastStep describe(PlanStep step, @Nullable String irreversible, @Nullable String obstacle) {
            return new ForecastStep(step, operations, statements, exact, code, losses, irreversible, obstacle);
        }
    }
}
