package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.retort.RetortException;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;

/**
 * Finds out how a database would store tables by making each of them, without its foreign keys, in an empty database in
 * memory of the same product and settings.
 */
public final class TwinNormalizer implements Normalizer {

    private static final String CHECK_PREFIX = "retort_check_";
    private static final String INDEX_PREFIX = "retort_index_";

    private final Dialect dialect;
    private final Twin twin;

    /** Opens an empty database in memory that behaves like the one behind a connection, and goes when it is closed. */
    @FunctionalInterface
    public interface Twin {

        /** Open the twin of the database behind {@code connection}. */
        Connection open(Connection connection) throws SQLException;
    }

    /** Try tables out in a twin. */
    public TwinNormalizer(Dialect dialect, Twin twin) {
        this.dialect = dialect;
        this.twin = twin;
    }

    @Override
    public Schema normalize(Connection connection, Schema desired) throws SQLException {
        Schema representable = dialect.representable(desired);
        try (Connection memory = twin.open(connection)) {
            representable.enums().forEach(type -> attempt(memory, new CreateEnum(type)));
            representable.sequences().forEach(sequence -> attempt(memory, new CreateSequence(sequence)));
            var tables = new ArrayList<Table>();
            for (Table table : representable.tables()) {
                tables.add(normalize(memory, table));
            }
            return new Schema(tables, representable.sequences(), representable.enums());
        }
    }

    /** What a table needs beside itself; where that is refused, so is the table, and it stays as it is. */
    private void attempt(Connection memory, Operation operation) {
        try {
            for (SqlStatement statement : dialect.ddl().statements(operation, TableLookup.NONE)) {
                run(memory, statement);
            }
        } catch (SQLException | RetortException ignored) {
            // the tables that use it tell
        }
    }

    private Table normalize(Connection memory, Table desired) {
        Table trial = trial(desired);
        try {
            for (SqlStatement statement : dialect.ddl().statements(new CreateTable(trial, false), TableLookup.NONE)) {
                run(memory, statement);
            }
            return dialect.reflector().read(memory, Scope.table(trial.name())).tables().stream()
                    .findFirst()
                    .map(stored -> merge(desired, stored))
                    .orElse(desired);
        } catch (SQLException | RetortException e) {
            return desired;
        } finally {
            drop(memory, trial.name());
        }
    }

    private void drop(Connection memory, QualifiedName name) {
        try {
            for (SqlStatement statement : dialect.ddl().statements(new DropTable(name, null, true), TableLookup.NONE)) {
                run(memory, statement);
            }
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot drop '%s' in a database in memory: %s".formatted(name, e.getMessage()),
                    "report this as a bug of Retort",
                    e);
        }
    }

    private static void run(Connection memory, SqlStatement sql) throws SQLException {
        try (var statement = memory.createStatement()) {
            statement.execute(sql.sql());
        }
    }

    /** Checks and indexes are found again by names of our own. */
    private static Table trial(Table desired) {
        var checks = new ArrayList<CheckConstraint>();
        for (CheckConstraint check : desired.checks()) {
            checks.add(check.named(CHECK_PREFIX + checks.size()));
        }
        var indexes = new ArrayList<Index>();
        QualifiedName name = QualifiedName.of(desired.name().name());
        for (Index index : desired.indexes()) {
            indexes.add(new Index(
                    INDEX_PREFIX + indexes.size(),
                    name,
                    index.parts(),
                    index.isUnique(),
                    index.where(),
                    index.method(),
                    index.include()));
        }
        return new Table(
                name,
                desired.columns(),
                desired.primaryKey(),
                desired.uniques(),
                List.of(),
                checks,
                indexes,
                desired.comment(),
                List.of());
    }

    private Table merge(Table desired, Table stored) {
        var columns = new ArrayList<Column>();
        for (Column column : desired.columns()) {
            columns.add(stored.columns().stream()
                    .filter(candidate -> same(candidate.name(), column.name()))
                    .findFirst()
                    .map(candidate -> candidate.named(column.name()))
                    .orElse(column));
        }
        return new Table(
                desired.name(),
                columns,
                desired.primaryKey(),
                desired.uniques(),
                desired.foreignKeys(),
                checks(desired, stored),
                indexes(desired, stored),
                desired.comment(),
                desired.initialRows());
    }

    private boolean same(String one, String other) {
        return dialect.names().columnKey(one).equals(dialect.names().columnKey(other));
    }

    private List<CheckConstraint> checks(Table desired, Table stored) {
        Map<String, String> expressions = new HashMap<>();
        stored.checks().forEach(check -> expressions.put(String.valueOf(check.name()), check.expression()));
        var checks = new ArrayList<CheckConstraint>();
        for (CheckConstraint check : desired.checks()) {
            String expression = expressions.getOrDefault(CHECK_PREFIX + checks.size(), check.expression());
            checks.add(new CheckConstraint(check.name(), expression));
        }
        return checks;
    }

    private static List<Index> indexes(Table desired, Table stored) {
        Map<String, Index> found = new HashMap<>();
        stored.indexes().forEach(index -> found.put(index.name(), index));
        var indexes = new ArrayList<Index>();
        for (Index index : desired.indexes()) {
            Index made = found.get(INDEX_PREFIX + indexes.size());
            indexes.add(made == null || made.parts().size() != index.parts().size() ? index : merge(index, made));
        }
        return indexes;
    }

    private static Index merge(Index desired, Index stored) {
        var parts = new ArrayList<IndexPart>();
        for (int i = 0; i < desired.parts().size(); i++) {
            IndexPart made = stored.parts().get(i);
            String text =
                    made.expression() ? made.text() : desired.parts().get(i).text();
            parts.add(
                    new IndexPart(text, made.expression(), made.descending(), made.nullsFirst(), made.operatorClass()));
        }
        return new Index(
                desired.name(),
                desired.table(),
                parts,
                desired.isUnique(),
                stored.where(),
                stored.method(),
                stored.include());
    }
}
