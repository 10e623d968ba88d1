package dev.retort.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.config.Setting;
import dev.retort.config.Settings;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlStatement;
import dev.retort.environment.AppliedStep;
import dev.retort.migration.DatabaseChoice;
import dev.retort.render.SqlRenderer;
import dev.retort.revision.Plan;
import dev.retort.revision.PlanStep;
import dev.retort.revision.RevisionDetail;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;
import dev.retort.runtime.Forecast;
import dev.retort.runtime.InDoubt;
import dev.retort.runtime.MigrationRunner;
import dev.retort.runtime.MigrationScript;
import dev.retort.runtime.Planner;
import dev.retort.runtime.RevisionLoader;
import dev.retort.runtime.RunOptions;
import dev.retort.runtime.RunResult;
import dev.retort.runtime.VersionCallback;
import dev.retort.runtime.VersionTable;
import dev.retort.schema.QualifiedName;
import dev.retort.script.RevisionCode;
import dev.retort.script.RevisionCodes;

/** Runs plans on the workspace's database, or spells them out. */
final class Runs {

    private final Workspace workspace;

    Runs(Workspace workspace) {
        this.workspace = workspace;
    }

    RunResult run(Planner planner, InDoubt inDoubt) {
        try {
            return runner(inDoubt).run(planner);
        } catch (SQLException e) {
            throw workspace.database().refused("The run failed", e);
        }
    }

    RunResult stamp(Planner planner) {
        try {
            return runner(InDoubt.ASK).stamp(planner);
        } catch (SQLException e) {
            throw workspace.database().refused("The stamp failed", e);
        }
    }

    private MigrationRunner runner(InDoubt inDoubt) {
        Database database = workspace.database();
        return new MigrationRunner(
                database.address(), database.versionTableName(), new Loader(), options(inDoubt), workspace.listener());
    }

    String script(List<String> rows, Plan plan) {
        sayIfEmpty(rows, plan);
        return newScript(rows).write(rows, plan);
    }

    private void sayIfEmpty(List<String> rows, Plan plan) {
        if (plan.isEmpty()) {
            String start = rows.isEmpty() ? "base" : String.join(", ", rows);
            workspace.notes().accept("Nothing to do: the script begins at " + start);
        }
    }

    /** Write a script that looks at the version table itself. */
    String repeatableScript(List<String> rows, Plan plan) {
        sayIfEmpty(rows, plan);
        Map<String, List<String>> parents = new LinkedHashMap<>();
        RevisionGraph graph = workspace.graph();
        for (RevisionHeader revision : graph.revisions()) {
            parents.computeIfAbsent(revision.id(), id -> new ArrayList<>());
            RevisionDetail detail = graph.detail(revision.id());
            for (List<String> followers : List.of(detail.children(), detail.dependents())) {
                followers.forEach(follower -> parents.computeIfAbsent(follower, id -> new ArrayList<>())
                        .add(revision.id()));
            }
        }
        return newScript(rows).repeatable(parents, historyTable()).write(rows, plan);
    }

    private MigrationScript newScript(List<String> rows) {
        Database database = workspace.database();
        return new MigrationScript(
                        database.versionTable(database.offline()),
                        new Loader(),
                        workspace.settings().get(Setting.TRANSACTION_PER_MIGRATION))
                .after(past(rows), new Loader());
    }

    /** Plan what led from an empty database to {@code rows}. */
    private Plan past(List<String> rows) {
        List<PlanStep> steps = new ArrayList<>();
        List<String> reached = new ArrayList<>();
        for (String row : rows) {
            steps.addAll(workspace.graph().upgrade(row, reached).steps());
            reached.add(row);
        }
        return new Plan(steps);
    }

    /** Give what loads the code of revisions. */
    RevisionLoader loader() {
        return new Loader();
    }

    /** Tell what a run of {@code plan} would do to a database that is at {@code rows}. */
    Forecast.Result forecast(List<String> rows, Plan plan, Dialect dialect) {
        return new Forecast(dialect, new Loader(), workspace.settings().get(Setting.TRANSACTION_PER_MIGRATION))
                .of(plan, past(rows), new Loader());
    }

    /** Create the version table unless it is there, and tell whether it was created. */
    boolean ensureVersion() {
        Database database = workspace.database();
        try (Connection connection = database.address().open();
                Statement statement = connection.createStatement()) {
            VersionTable table = database.versionTable(database.dialect(connection));
            if (table.read(connection).isPresent()) {
                return false;
            }
            try {
                for (SqlStatement sql : table.creation()) {
                    statement.execute(sql.sql());
                }
            } catch (SQLException e) {
                // Many may be starting at once, and one of them was quicker.
                if (table.read(connection).isPresent()) {
                    return false;
                }
                throw e;
            }
            return true;
        } catch (SQLException e) {
            throw database.refused(
                    "The version table '%s' cannot be created".formatted(database.versionTableName()), e);
        }
    }

    String ensureVersionScript() {
        Database database = workspace.database();
        Dialect dialect = database.offline();
        List<String> statements = new ArrayList<>();
        for (SqlStatement sql : database.versionTable(dialect).creation()) {
            statements.add(sql.sql());
        }
        List<String> lines = new ArrayList<>(dialect.client().opening());
        lines.addAll(SqlRenderer.statements(statements, dialect.ddl().terminator()));
        lines.addAll(dialect.client().closing());
        return String.join("\n", lines) + "\n";
    }

    private RunOptions options(InDoubt inDoubt) {
        Settings settings = workspace.settings();
        List<VersionCallback> callbacks = new ArrayList<>();
        for (dev.retort.environment.VersionCallback callback :
                workspace.adjustments().callbacks()) {
            callbacks.add((step, connection) -> callback.onVersionApply(applied(step), connection));
        }
        return new RunOptions(
                settings.get(Setting.TRANSACTION_PER_MIGRATION),
                settings.get(Setting.LOCK_TIMEOUT),
                settings.get(Setting.HISTORY_TABLE),
                historyTable(),
                inDoubt,
                callbacks);
    }

    private QualifiedName historyTable() {
        return QualifiedName.of(
                workspace.settings().get(Setting.VERSION_TABLE_SCHEMA).orElse(null), Database.HISTORY_TABLE);
    }

    private static AppliedStep applied(PlanStep step) {
        RevisionHeader revision = step.revision();
        return new AppliedStep(
                step.direction().name().toLowerCase(Locale.ROOT),
                revision == null ? null : revision.id(),
                revision == null ? "" : revision.message(),
                step.from(),
                step.to());
    }

    /** Looks through the code of all revisions of a run at once. */
    private final class Loader implements RevisionLoader {

        private @Nullable RevisionCodes codes;

        @Override
        public void prepare(List<String> ids) {
            codes = workspace.prepare(ids);
        }

        @Override
        public DatabaseChoice database() {
            return workspace.choice();
        }

        @Override
        public RevisionCode code(String id) {
            return prepared().code(id);
        }

        @Override
        public boolean isSql(String id) {
            return prepared().isSql(id);
        }

        /** A long run must not hold on to what is done. */
        @Override
        public void forget(String id) {
            prepared().forget(id);
        }

        private RevisionCodes prepared() {
            if (codes == null) {
                throw new IllegalStateException("nothing was prepared");
            }
            return codes;
        }
    }
}
