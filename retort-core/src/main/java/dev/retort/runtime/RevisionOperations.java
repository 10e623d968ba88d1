package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.ScriptGrammar.ScriptStatement;
import dev.retort.migration.DatabaseChoice;
import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Step;
import dev.retort.operation.Execute;
import dev.retort.revision.Direction;
import dev.retort.revision.PlanStep;
import dev.retort.revision.RevisionHeader;
import dev.retort.script.JavaRevision;
import dev.retort.script.RevisionCode;
import dev.retort.script.SqlRevision;
import dev.retort.script.SqlSection;

/** Lists what a step of a plan does, without a database. */
final class RevisionOperations {

    private final Dialect dialect;
    private final RevisionLoader loader;
    private final List<String> known;

    RevisionOperations(Dialect dialect, RevisionLoader loader) {
        this.dialect = dialect;
        this.loader = loader;
        this.known = Dialects.all().stream().map(DialectProvider::name).toList();
    }

    List<LocatedOperation> of(PlanStep step) {
        RevisionHeader revision = step.revision();
        if (revision == null || step.direction() == Direction.STAMP) {
            return List.of();
        }
        return of(revision, loader.code(revision.id()), step.direction() == Direction.UPGRADE);
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
            operations.add(new LocatedOperation(noted.operation(), code.origin(), noted.line()));
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
        DatabaseChoice database = loader.database();
        code.requireSections(known, database.all());
        SqlSection section = code.section(up, database.name(), dialect.name())
                .orElseThrow(() -> new RetortException(
                        "Revision '%s' (%s) has no '-- %s' section for %s"
                                .formatted(
                                        revision.id(),
                                        code.origin(),
                                        up ? "upgrade" : "downgrade",
                                        database.name() == null ? dialect.name() : "'" + database.name() + "'"),
                        "add the section; it may be empty"));
        List<LocatedOperation> operations = new ArrayList<>();
        for (ScriptStatement statement : dialect.script().split(section.text(), section.firstLine())) {
            operations.add(new LocatedOperation(Execute.of(statement.sql()), code.origin(), statement.line()));
        }
        return operations;
    }
}
