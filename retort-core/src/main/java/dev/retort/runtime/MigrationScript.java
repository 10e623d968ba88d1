package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.OperationGroup;
import dev.retort.dialect.PrintedDialect;
import dev.retort.dialect.RepeatableScript;
import dev.retort.dialect.RepeatableScript.Step;
import dev.retort.dialect.ScriptClient;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.Surroundings;
import dev.retort.operation.Run;
import dev.retort.revision.Direction;
import dev.retort.revision.Plan;
import dev.retort.revision.PlanStep;
import dev.retort.revision.RevisionHeader;
import dev.retort.revision.RowChange;
import dev.retort.schema.QualifiedName;

/** Spells out what a run would execute, ready to be fed to the database's own client. */
public final class MigrationScript {

    private final VersionTable versionTable;
    private final Dialect dialect;
    private final RevisionLoader loader;
    private final RevisionOperations source;
    private final boolean transactionPerMigration;
    private final StringBuilder script = new StringBuilder();
    private Plan past = new Plan(List.of());
    private RevisionLoader pastLoader;
    private @Nullable RepeatableScript repeatable;
    private RepeatableScript.@Nullable Tables looked;
    private Map<String, List<String>> parents = Map.of();
    private boolean inTransaction;
    private boolean standsAlone;

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
        this.source = new RevisionOperations(dialect, loader);
        this.transactionPerMigration = transactionPerMigration;
        this.pastLoader = loader;
    }

    /**
     * Take the tables, where a database must know one to change it, to be as revisions before the script make them.
     *
     * @param newPast what leads from an empty database to where the script starts
     * @param newLoader gives the code of these revisions, asked only when it is needed
     */
    public MigrationScript after(Plan newPast, RevisionLoader newLoader) {
        past = newPast;
        pastLoader = newLoader;
        return this;
    }

    /**
     * Let the script look at the version table itself, so that it can be run on a database in any state.
     *
     * @param allParents all revisions with those that each follows or depends on
     * @param history the table that remembers how far a revision came that no transaction can hold
     * @throws RetortException if the database's SQL cannot do that
     */
    public MigrationScript repeatable(Map<String, List<String>> allParents, QualifiedName history) {
        repeatable = dialect.repeatable();
        if (repeatable == null) {
            throw new RetortException(
                    "A script for %s cannot look at the version table itself".formatted(dialect.name()),
                    "leave out --idempotent and name a range, as in a1b2:head" + orOnline());
        }
        parents = allParents;
        looked = new RepeatableScript.Tables(
                versionTable.name().toString(),
                versionTable.spelled(),
                versionTable.creation(true),
                dialect.names().spell(history),
                Journal.creation(dialect, history));
        return this;
    }

    /**
     * Spell out {@code plan}.
     *
     * @param rows the version rows the script starts from; with none, the version table is created first
     * @throws RetortException if an operation can only be done with a database at hand
     */
    public String write(List<String> rows, Plan plan) {
        if (plan.isEmpty() && repeatable == null) {
            return "";
        }
        loader.prepare(plan.revisionIds());
        source.check(plan);
        dialect.sessionStatements().forEach(statement -> line(statement.sql()));
        opening(rows, plan);
        try (var tables = new ScriptTables(dialect, past, pastLoader)) {
            for (PlanStep step : plan.steps()) {
                step(step, tables);
            }
            commit();
            if (repeatable != null) {
                repeatable.closing().forEach(this::line);
                line(repeatable.unlocking(versionTable.name().toString()));
            } else {
                dialect.closingStatements().forEach(statement -> line(statement.sql()));
            }
            String trust = tables.reliesOnThePast() ? trust(rows) : "";
            return plan.isEmpty()
                    ? trust + script
                    : trust + head() + script + commands(dialect.client().closing());
        }
    }

    /** Say how the script is fed to a client, prepare the client, and say that it is UTF-8 where that matters. */
    private String head() {
        ScriptClient client = dialect.client();
        boolean hasCommands = standsAlone || !client.opening().isEmpty();
        String only = hasCommands ? "\n-- and to nothing else: it has commands of this client" : "";
        String command = client.command() == null ? "" : "-- To be fed to: " + client.command() + only + "\n\n";
        String advice = command + commands(client.opening());
        boolean plain = script.chars().allMatch(character -> character < 0x80);
        return plain || client.utf8() == null ? advice : advice + dialect.ddl().terminated(client.utf8()) + "\n\n";
    }

    private static String commands(List<String> commands) {
        return commands.isEmpty() ? "" : String.join("\n", commands) + "\n\n";
    }

    private void opening(List<String> rows, Plan plan) {
        if (repeatable != null && looked != null) {
            line(repeatable.locking(looked.key()));
            repeatable.opening(looked, parents, rows).forEach(this::statement);
            commit();
        } else if (rows.isEmpty() && !plan.isEmpty()) {
            begin();
            versionTable.creation().forEach(this::statement);
            endOfStep();
        }
    }

    private static String trust(List<String> rows) {
        return "-- No database was asked: tables are taken to be as the revisions from base to %s make them.\n\n"
                .formatted(String.join(", ", rows));
    }

    private void step(PlanStep step, ScriptTables tables) {
        RevisionHeader revision = step.revision();
        script.append("-- Running ")
                .append(step.direction() == Direction.STAMP ? "stamp_revision" : word(step))
                .append(' ')
                .append(String.join(", ", step.from()))
                .append(" -> ")
                .append(String.join(", ", step.to()))
                .append("\n\n");
        if (repeatable != null && looked != null && revision != null) {
            List<Step> steps = steps(revision, source.of(step), tables);
            checkAlone(repeatable, revision, steps);
            repeatable
                    .revision(looked, revision.id(), parents.getOrDefault(revision.id(), List.of()), steps)
                    .forEach(this::statement);
            endOfStep();
            return;
        }
        begin();
        for (Step each : steps(revision, source.of(step), tables)) {
            each.statements().forEach(this::statement);
        }
        for (RowChange change : step.rowChanges()) {
            begin();
            line(versionTable.statement(change));
        }
        if (!inTransaction && !dialect.client().commits()) {
            line("COMMIT");
        }
        endOfStep();
    }

    private void checkAlone(RepeatableScript form, RevisionHeader revision, List<Step> steps) {
        for (Step step : steps) {
            boolean tooMuch = step.standsAlone()
                    && (!form.takesLoneSteps() || step.statements().size() > 1);
            if (tooMuch || !step.statements().stream().allMatch(form::takes)) {
                throw new RetortException(
                        "Revision '%s' has a statement that cannot be part of an idempotent script: %s"
                                .formatted(
                                        revision.id(), step.statements().get(0).sql()),
                        "leave out --idempotent" + orOnline());
            }
            standsAlone |= step.standsAlone();
        }
    }

    private String orOnline() {
        return dialect instanceof PrintedDialect ? "" : ", or run the upgrade online";
    }

    private List<Step> steps(
            @Nullable RevisionHeader revision, List<LocatedOperation> operations, ScriptTables tables) {
        for (LocatedOperation located : operations) {
            if (located.operation() instanceof Run run) {
                throw new RetortException(
                        "%s: step '%s' of revision '%s' is code, which --sql cannot print"
                                .formatted(located.place(), run.description(), revision == null ? "" : revision.id()),
                        "write the step in SQL" + orOnline());
            }
        }
        List<Step> all = new ArrayList<>();
        int next = 0;
        for (OperationGroup group : OperationGroup.of(LocatedOperation.plain(operations), dialect.ddl())) {
            List<SqlStatement> statements = group.statements(dialect.ddl(), tables);
            tables.apply(group, statements);
            String print = repeatable == null ? "" : operations.get(next).fingerprint();
            String first = repeatable == null || statements.isEmpty()
                    ? ""
                    : StatementMarks.fingerprint(print, statements.get(0).sql());
            all.add(new Step(statements, print, first));
            next += group.operations().size();
        }
        return surrounded(all, operations);
    }

    private List<Step> surrounded(List<Step> steps, List<LocatedOperation> operations) {
        Surroundings around = dialect.surroundings(
                LocatedOperation.plain(operations), steps.stream().noneMatch(Step::standsAlone));
        List<Step> all = new ArrayList<>(steps);
        if (!around.before().isEmpty()) {
            all.add(0, new Step(around.before(), "", ""));
        }
        if (!around.after().isEmpty()) {
            all.add(new Step(around.after(), "", ""));
        }
        return all;
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
            line(dialect.beginTransaction());
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
        script.append(dialect.ddl().terminated(sql)).append("\n\n");
    }
}
