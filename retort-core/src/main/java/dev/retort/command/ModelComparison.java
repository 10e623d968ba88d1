package dev.retort.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import dev.retort.RetortException;
import dev.retort.config.Setting;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Scope;
import dev.retort.dialect.TableImage;
import dev.retort.diff.DiffOptions;
import dev.retort.diff.SchemaChanges;
import dev.retort.diff.SchemaDiff;
import dev.retort.environment.Adjustments;
import dev.retort.environment.TableGlobs;
import dev.retort.model.DatabaseFacts;
import dev.retort.model.DesiredSchema;
import dev.retort.revision.RevisionHeader;
import dev.retort.schema.Schema;

/** Compares the database, which must be at head, with the model: what autogenerate and {@code check} share. */
final class ModelComparison {

    private final Workspace workspace;
    private final List<String> notes = new ArrayList<>();

    ModelComparison(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What was found.
     *
     * @param changes what makes the database follow the model, and what takes that back
     * @param actual what the database holds
     * @param dialect the database's dialect
     * @param image the tables as the database holds them
     * @param difference the same for people
     */
    record Found(SchemaChanges changes, Schema actual, Dialect dialect, TableImage image, Difference difference) {}

    Found run() {
        Database database = workspace.databaseToRead();
        try (Connection connection = database.address().toRead().open()) {
            Dialect dialect = database.dialect(connection);
            requireHeads(database.versionTable(dialect).read(connection).orElse(List.of()));
            return compare(connection, dialect);
        } catch (SQLException e) {
            throw database.refused("The schema cannot be read", e);
        }
    }

    private Found compare(Connection connection, Dialect dialect) throws SQLException {
        Adjustments adjusted = workspace.adjustments();
        DatabaseFacts facts = DatabaseFacts.of(connection);
        FutureTask<DesiredSchema> model = new FutureTask<>(
                () -> workspace.models().read(workspace.modelSettings(adjusted), dialect, facts, this::note));
        Thread reader = new Thread(model, "retort-model");
        reader.setDaemon(true);
        reader.start();
        Schema actual = dialect.reflector().read(connection, new Scope(schemas(adjusted), null));
        DesiredSchema read = result(model);
        Schema desired = dialect.representable(read.schema());

        DiffOptions options =
                options(adjusted, dialect).implicitName(read::isImplicit).unsaid(read.unsaid());
        Schema doubtful = SchemaDiff.tablesToNormalize(actual, desired, dialect, options);
        SchemaChanges changes = doubtful.tables().isEmpty()
                ? SchemaDiff.between(actual, desired, dialect, options)
                : SchemaDiff.between(
                        actual, desired, dialect.normalizer().normalize(connection, doubtful), dialect, options);
        List<String> remarks = new ArrayList<>(notes);
        remarks.addAll(changes.notes());
        TableImage image = dialect.image(connection, actual);
        return new Found(changes, actual, dialect, image, new Difference(changes.upgrade(), remarks));
    }

    /** What the model's reader remarks comes from another thread. */
    private synchronized void note(String remark) {
        notes.add(remark);
    }

    private List<String> schemas(Adjustments adjusted) {
        List<String> schemas = new ArrayList<>(workspace.settings().get(Setting.SCHEMAS));
        schemas.addAll(adjusted.schemas());
        return schemas;
    }

    private DiffOptions options(Adjustments adjusted, Dialect dialect) {
        String versionTable =
                dialect.names().tableKey(workspace.database().versionTableName().name());
        String history = dialect.names().tableKey(Database.HISTORY_TABLE);
        return adjusted.comparison()
                .includeTable(TableGlobs.of(
                        workspace.settings().get(Setting.INCLUDE),
                        workspace.settings().get(Setting.EXCLUDE)))
                .includeTable(table -> !isOurs(dialect.names().tableKey(table.name()), versionTable, history));
    }

    private static boolean isOurs(String table, String versionTable, String history) {
        return table.equals(versionTable) || table.startsWith(history);
    }

    private void requireHeads(List<String> rows) {
        List<RevisionHeader> missing = workspace.graph().missingHeads(rows);
        if (missing.isEmpty()) {
            return;
        }
        List<String> heads = new ArrayList<>();
        for (RevisionHeader head : missing) {
            heads.add(head.id());
        }
        throw new RetortException(
                "Target database is not up to date: it is at %s, and %s %s not applied"
                        .formatted(
                                rows.isEmpty() ? "base" : String.join(", ", rows),
                                String.join(", ", heads),
                                heads.size() == 1 ? "is" : "are"),
                "run 'retort upgrade heads' first");
    }

    private static DesiredSchema result(FutureTask<DesiredSchema> model) {
        try {
            return model.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetortException("Interrupted while reading the model", "run the command again", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        }
    }
}
