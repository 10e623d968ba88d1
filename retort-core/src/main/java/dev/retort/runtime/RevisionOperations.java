package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.ScriptGrammar.ScriptStatement;
import dev.retort.dialect.TransactionControl;
import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Step;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.revision.Direction;
import dev.retort.revision.Plan;
import dev.retort.revision.PlanStep;
import dev.retort.revision.RevisionHeader;
import dev.retort.script.JavaRevision;
import dev.retort.script.RevisionCode;
import dev.retort.script.ScriptProblems;
import dev.retort.script.SqlRevision;
import dev.retort.script.SqlSection;

/** Lists what a step of a plan does, without a database. */
final class RevisionOperations {

    private final Dialect dialect;
    private final RevisionLoader loader;
    private final SectionReader sections;
    private final ExecutedText text;

    RevisionOperations(Dialect dialect, RevisionLoader loader) {
        this.dialect = dialect;
        this.loader = loader;
        this.sections = new SectionReader(dialect, loader.database());
        this.text = new ExecutedText(dialect);
    }

    List<LocatedOperation> of(PlanStep step) {
        RevisionHeader revision = step.revision();
        if (revision == null || step.direction() == Direction.STAMP) {
            return List.of();
        }
        List<LocatedOperation> operations =
                of(revision, loader.code(revision.id()), step.direction() == Direction.UPGRADE);
        ScriptProblems problems = new ScriptProblems();
        noteTransactionControl(operations, problems);
        problems.throwIfAny("Revision '%s' cannot run".formatted(revision.id()));
        return operations;
    }

    /** List what the upgrade of a revision does, or its downgrade. */
    List<LocatedOperation> of(RevisionHeader revision, RevisionCode code, boolean up) {
        return code instanceof JavaRevision java ? noted(revision, java, up) : split(revision, (SqlRevision) code, up);
    }

    private List<LocatedOperation> noted(RevisionHeader revision, JavaRevision code, boolean up) {
        Migration migration = code.migration();
        Operations op = new Operations(migration.getClass().getName(), loader.database());
        try {
            if (up) {
                migration.upgrade(op);
            } else {
                migration.downgrade(op);
            }
        } catch (RetortException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new RetortException(
                    "Revision '%s' failed in %s()%s: %s"
                            .formatted(revision.id(), up ? "upgrade" : "downgrade", place(code, e), e),
                    "correct the revision; nothing of it was run",
                    e);
        }
        List<LocatedOperation> operations = new ArrayList<>();
        for (Step noted : op.noted()) {
            var located = new LocatedOperation(noted.operation(), code.origin(), noted.line());
            for (Operation each : text.statements(noted.operation(), located.place())) {
                operations.add(new LocatedOperation(each, code.origin(), noted.line()));
            }
        }
        return operations;
    }

    private static String place(JavaRevision code, Throwable failure) {
        String name = code.migration().getClass().getName();
        for (StackTraceElement element : failure.getStackTrace()) {
            if (element.getClassName().equals(name) && element.getLineNumber() > 0) {
                return " at %s:%d".formatted(code.origin(), element.getLineNumber());
            }
        }
        return "";
    }

    private List<LocatedOperation> split(RevisionHeader revision, SqlRevision code, boolean up) {
        List<LocatedOperation> operations = new ArrayList<>();
        for (ScriptStatement statement : sections.statements(revision.id(), code, up)) {
            operations.add(new LocatedOperation(Execute.of(statement.sql()), code.origin(), statement.line()));
        }
        return operations;
    }

    /**
     * Look through the SQL revisions of a plan before the first of them runs, so that what is wrong with them is told together.
     * Only what is suspicious at a glance is read here; everything is read when its turn comes.
     *
     * @throws RetortException with everything that was found
     */
    void check(Plan plan) {
        ScriptProblems problems = new ScriptProblems();
        for (PlanStep step : plan.steps()) {
            RevisionHeader revision = step.revision();
            boolean up = step.direction() == Direction.UPGRADE;
            if (revision != null
                    && step.direction() != Direction.STAMP
                    && loader.isSql(revision.id())
                    && loader.code(revision.id()) instanceof SqlRevision sql
                    && isSuspicious(sql, up)) {
                try {
                    noteTransactionControl(split(revision, sql, up), problems);
                } catch (RetortException e) {
                    problems.add(e);
                }
            }
        }
        problems.throwIfAny("Nothing was run, because of what the revisions hold");
    }

    private boolean isSuspicious(SqlRevision code, boolean up) {
        SqlSection likely = sections.likely(code, up);
        return likely == null
                || !code.isPlain()
                || !sections.isForKnown(code)
                || dialect.transactionControl().mayStandIn(likely.text())
                || !Glance.showsAllClosed(likely.text());
    }

    /** The transaction that holds a revision belongs to the run, which would no longer know what was kept. */
    private void noteTransactionControl(List<LocatedOperation> operations, ScriptProblems problems) {
        for (LocatedOperation operation : operations) {
            String sql = operation.operation() instanceof Execute execute ? execute.on(dialect.name()) : null;
            if (sql != null) {
                dialect.transactionControl()
                        .anywhereIn(sql)
                        .ifPresent(found -> note(operation.place(), found, problems));
            }
        }
    }

    private static void note(String place, String found, ScriptProblems problems) {
        if (TransactionControl.isOtherDatabase(found)) {
            problems.add(
                    place,
                    "'%s' leads to another database, in which the version row would be looked for".formatted(found),
                    "take it out, and write the names of tables there in full, as in other.account");
        } else {
            problems.add(
                    place,
                    "'%s' begins or ends a transaction, which is for the run to do".formatted(found),
                    "take it out; what must be committed before the rest goes into a revision of its own");
        }
    }
}
