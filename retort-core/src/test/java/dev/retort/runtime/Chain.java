package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.retort.dialect.Dialect;
import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;
import dev.retort.schema.QualifiedName;
import dev.retort.script.JavaRevision;
import dev.retort.script.RevisionCode;
import dev.retort.script.SqlRevision;
import dev.retort.script.SqlSection;
import dev.retort.testing.TestDatabase;

/** Revisions, each upon the one before it, and runs of them on one database. */
final class Chain implements RevisionLoader {

    private final Map<String, RevisionHeader> headers = new LinkedHashMap<>();
    private final Map<String, RevisionCode> codes = new HashMap<>();
    private final List<List<String>> prepared = new ArrayList<>();
    private RunOptions options = RunOptions.DEFAULT;
    private RunListener listener = RunListener.NONE;

    /** Put a revision that notes down {@code up} and {@code down} on top. */
    Chain add(String id, Consumer<Operations> up, Consumer<Operations> down) {
        return put(id, new JavaRevision(new Noted(up, down), id + ".java"));
    }

    Chain add(String id, Consumer<Operations> up) {
        return add(id, up, op -> {});
    }

    /** Put a SQL revision on top. */
    Chain sql(String id, String up, String down) {
        return put(
                id,
                new SqlRevision(
                        List.of(
                                new SqlSection(false, Optional.empty(), "-- upgrade\n", up, 3),
                                new SqlSection(true, Optional.empty(), "-- downgrade\n", down, 9)),
                        id + ".sql"));
    }

    /** Put a revision on top, or another code in its place. */
    Chain put(String id, RevisionCode code) {
        if (!headers.containsKey(id)) {
            List<String> parents = headers.isEmpty()
                    ? List.of()
                    : List.of(List.copyOf(headers.keySet()).get(headers.size() - 1));
            headers.put(id, new RevisionHeader(id, parents, List.of(), List.of(), "make " + id, null, code.origin()));
        }
        codes.put(id, code);
        return this;
    }

    Chain allInOne() {
        return with(new RunOptions(
                false, options.lockTimeout(), options.history(), options.historyTable(), options.inDoubt(), List.of()));
    }

    Chain with(InDoubt inDoubt) {
        return with(new RunOptions(
                options.transactionPerMigration(),
                options.lockTimeout(),
                options.history(),
                options.historyTable(),
                inDoubt,
                options.callbacks()));
    }

    Chain waiting(Duration longest) {
        return with(new RunOptions(
                true, longest, options.history(), options.historyTable(), options.inDoubt(), options.callbacks()));
    }

    Chain with(RunOptions newOptions) {
        options = newOptions;
        return this;
    }

    Chain with(RunListener newListener) {
        listener = newListener;
        return this;
    }

    Chain with(VersionCallback callback) {
        return with(options.withCallbacks(List.of(callback)));
    }

    RunResult upgrade(TestDatabase database) throws SQLException {
        return upgrade(database::connect, "head");
    }

    RunResult upgrade(ConnectionSource connections, String target) throws SQLException {
        RevisionGraph graph = graph();
        return runner(connections).run(rows -> graph.upgrade(target, rows));
    }

    RunResult downgrade(TestDatabase database, String target) throws SQLException {
        return downgrade(database::connect, target);
    }

    RunResult downgrade(ConnectionSource connections, String target) throws SQLException {
        RevisionGraph graph = graph();
        return runner(connections).run(rows -> graph.downgrade(target, rows, false));
    }

    RunResult stamp(TestDatabase database, String target, boolean purge) throws SQLException {
        RevisionGraph graph = graph();
        return runner(database::connect).stamp(rows -> graph.stamp(List.of(target), rows, purge));
    }

    /** Print what an upgrade would run. */
    String script(Dialect dialect, List<String> rows, String target, boolean transactionPerMigration) {
        return script(dialect, transactionPerMigration).write(rows, graph().upgrade(target, rows));
    }

    /** Print what an upgrade would run on a database at {@code row}, knowing what led there. */
    String laterScript(Dialect dialect, String row, String target) {
        List<String> rows = List.of(row);
        return script(dialect, true)
                .after(graph().upgrade(row, List.of()), this)
                .write(rows, graph().upgrade(target, rows));
    }

    /** Print what a downgrade would run on a database at {@code row}, knowing what led there. */
    String downgradeScript(Dialect dialect, String row, String target) {
        List<String> rows = List.of(row);
        return script(dialect, true)
                .after(graph().upgrade(row, List.of()), this)
                .write(rows, graph().downgrade(target, rows, false));
    }

    private MigrationScript script(Dialect dialect, boolean transactionPerMigration) {
        return new MigrationScript(
                new VersionTable(QualifiedName.of("alembic_version"), dialect), this, transactionPerMigration);
    }

    RevisionGraph graph() {
        return RevisionGraph.of(headers.values());
    }

    List<List<String>> prepared() {
        return prepared;
    }

    private MigrationRunner runner(ConnectionSource connections) {
        return new MigrationRunner(connections, QualifiedName.of("alembic_version"), this, options, listener);
    }

    @Override
    public void prepare(List<String> ids) {
        prepared.add(ids);
    }

    @Override
    public RevisionCode code(String id) {
        RevisionCode code = codes.get(id);
        if (code == null) {
            throw new IllegalArgumentException(id);
        }
        return code;
    }

    /** Read the first column of every row, as text. */
    static List<String> rows(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** Tell where a database says it stands. */
    static List<String> version(TestDatabase database) throws SQLException {
        return rows(database, "SELECT version_num FROM alembic_version ORDER BY 1");
    }

    /** Read what the journal holds of revisions under way. */
    static List<String> journal(TestDatabase database) throws SQLException {
        return rows(database, "SELECT revision FROM retort_history WHERE operation > 0");
    }

    private record Noted(Consumer<Operations> up, Consumer<Operations> down) implements Migration {

        @Override
        public void upgrade(Operations op) {
            up.accept(op);
        }

        @Override
        public void downgrade(Operations op) {
            down.accept(op);
        }
    }
}
