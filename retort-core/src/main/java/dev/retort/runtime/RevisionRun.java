package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.OperationGroup;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.Surroundings;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.operation.Run;
import dev.retort.revision.PlanStep;
import dev.retort.revision.RowChange;

/**
 * Applies one step of a plan on the run's connection.
 *
 * <p>Where one transaction can hold the step, it does, together with the version rows. Where it cannot, each statement that
 * stands alone is written down in the journal before it runs and after, and everything between two such statements is one
 * transaction that also holds its own marks.
 */
final class RevisionRun {

    private static final String NOT_NULL_VIOLATION = "23502";

    private final Session session;
    private final Connection connection;
    private final Dialect dialect;
    private final VersionTable versionTable;
    private final RunOptions options;
    private final Journal journal;
    private final PlanStep step;
    private final List<LocatedOperation> operations;
    private final StatementMarks marks;
    private final boolean journaled;

    private int current;
    private boolean unfinishedAlone;
    private @Nullable String running;
    private RowChange.@Nullable Update moving;
    private boolean stoodAlone;
    private boolean closed;
    private boolean calling;

    RevisionRun(Session session, PlanStep step, List<LocatedOperation> operations, List<Journal.Entry> unfinished) {
        this.session = session;
        this.connection = session.connection();
        this.dialect = session.dialect();
        this.versionTable = session.versionTable();
        this.options = session.options();
        this.journal = session.journal();
        this.step = step;
        this.operations = operations;
        this.journaled = OperationParts.needSeveralTransactions(dialect, operations);
        this.marks = new StatementMarks(
                session, revision(step), step.direction().name().toLowerCase(Locale.ROOT), operations, unfinished);
    }

    /** Say which operation is the first that remains, from 1. */
    int resumedAt() {
        return marks.firstRemaining();
    }

    boolean journaled() {
        return journaled;
    }

    /** Say what of the step stays applied if it stops now. */
    String kept() {
        return journaled ? marks.kept() : "nothing of this revision was kept";
    }

    int current() {
        return current;
    }

    /** Tell whether a callback is at work, and the step otherwise done. */
    boolean calling() {
        return calling;
    }

    @Nullable
    String running() {
        return moving == null ? running : versionTable.statement(moving) + ";\n" + journal.insertion() + ";\nCOMMIT";
    }

    /** Run the operations and change the version rows; what of that is not committed is left for the caller to commit. */
    void run() throws Exception {
        Instant begun = Instant.now();
        if (journaled) {
            journal.ensure(connection);
            commit();
        }
        Surroundings around = dialect.surroundings(LocatedOperation.plain(operations), !journaled);
        executeAll(around.before());
        current = 1;
        for (OperationGroup group : groups()) {
            if (!marks.isDone(current, 0)) {
                group(group);
            }
            current += group.operations().size();
        }
        current = 0;
        executeAll(around.after());
        if (isOneCall()) {
            move((RowChange.Update) step.rowChanges().get(0), begun);
            return;
        }
        for (RowChange change : step.rowChanges()) {
            change(change);
        }
        // A callback may commit by what it does: then the version row must not be alone.
        journal.applied(connection, marks.summary(), begun, journaled);
        for (VersionCallback callback : options.callbacks()) {
            calling = true;
            callback.onVersionApply(step, StepConnection.of(connection, dialect.transactionControl()));
            calling = false;
        }
    }

    /** What the journal remembers, it remembers of single operations. */
    private List<OperationGroup> groups() {
        List<Operation> all = LocatedOperation.plain(operations);
        return journaled ? OperationGroup.each(all) : OperationGroup.of(all, dialect.ddl());
    }

    private void group(OperationGroup group) throws Exception {
        if (group.operations().size() == 1) {
            operation(group.first());
            return;
        }
        executeAll(group.statements(dialect.ddl(), lookup()));
    }

    /** Where nothing comes between the version row, the row of history and the commit, they go to the database at once. */
    private boolean isOneCall() {
        return options.history()
                && options.transactionPerMigration()
                && options.callbacks().isEmpty()
                && !journaled
                && step.rowChanges().size() == 1
                && step.rowChanges().get(0) instanceof RowChange.Update
                && journal.canMove(versionTable);
    }

    private void operation(Operation operation) throws Exception {
        stoodAlone = false;
        closed = false;
        if (operation instanceof Run code) {
            code.action().run(StepConnection.of(connection, dialect.transactionControl()));
        } else {
            parts(operation);
        }
        if (journaled) {
            finished();
        }
        if (stoodAlone) {
            // Nothing else is in this transaction: what fails after it must not take the mark back.
            connection.commit();
            marks.committedUpTo(current);
        }
    }

    private void parts(Operation operation) throws SQLException {
        int before = 0;
        List<Operation> parts = remaining(operation);
        int left = parts.size();
        for (Operation part : parts) {
            left--;
            List<SqlStatement> statements = statements(part);
            List<Integer> numbers = marks.numbers(current, before, statements, parts.size() == 1);
            for (int place = 0; place < statements.size(); place++) {
                marks.checkSame(
                        current, before + place + 1, statements.get(place).sql());
                var placed = new PlacedStatement(
                        part,
                        statements.get(place),
                        numbers.get(place),
                        place,
                        statements.size() == 1,
                        left == 0 && place == statements.size() - 1);
                statement(placed);
            }
            before += statements.size();
        }
    }

    /** What cannot be rolled back is written down for good before anything else is tried. */
    private void finished() throws SQLException {
        if (!closed) {
            marks.checkComplete(current);
            marks.done(current);
        }
        if (unfinishedAlone) {
            commit();
            marks.committedUpTo(current);
            unfinishedAlone = false;
        }
    }

    private void commit() throws SQLException {
        session.commit();
    }

    /**
     * Take an operation apart, without what needs nothing more. A column gets its new name last of all, and nobody can say
     * then how the old one was to be changed; nor what a constraint without a name was called, once it is gone.
     */
    private List<Operation> remaining(Operation operation) throws SQLException {
        boolean underWay = marks.isUnderWay(current);
        if (operation instanceof CreateTable create && create.ifNotExists() && !underWay) {
            return lookup().find(create.table().name()).isPresent() ? List.of() : OperationParts.of(operation);
        }
        boolean isLost =
                (operation instanceof AlterColumn alter && alter.change().name() != null)
                        || (operation instanceof DropConstraint drop && drop.name() == null);
        return underWay && isLost && new EffectProbe(dialect, connection).of(operation) == EffectProbe.Effect.PRESENT
                ? List.of()
                : OperationParts.of(operation);
    }

    /** A table that was not there when the operation began is ours, and has to get the rest. */
    private List<SqlStatement> statements(Operation part) {
        return dialect.ddl()
                .statements(
                        part, part instanceof CreateTable && marks.isUnderWay(current) ? TableLookup.NONE : lookup());
    }

    private void statement(PlacedStatement placed) throws SQLException {
        if (marks.isDone(current, placed.number())) {
            return;
        }
        SqlStatement statement = placed.statement();
        stoodAlone = OperationParts.standsAlone(dialect, placed.part(), statement);
        if (stoodAlone) {
            if (!tookEffect(placed)) {
                alone(placed);
            }
            unfinishedAlone = true;
        } else {
            execute(statement.sql());
            if (journaled) {
                marks.done(current, placed.number(), statement.sql());
            }
        }
    }

    private void alone(PlacedStatement placed) throws SQLException {
        SqlStatement statement = placed.statement();
        session.lock().check();
        marks.started(current, placed.number(), statement.sql());
        commit();
        marks.committedUpTo(current - 1);
        try {
            outsideTransaction(List.of(statement));
        } catch (SQLException e) {
            noteRefusal(placed.number(), statement, e);
            throw e;
        }
        marks.done(current, placed.number(), statement.sql());
        if (placed.last()) {
            // In one transaction: of the last statement alone nobody could say that it was the last.
            marks.checkComplete(current);
            marks.done(current);
            closed = true;
        }
        connection.commit();
        marks.partOf(current);
    }

    /** Run statements that are transactions of their own; none is open before and after. */
    private void outsideTransaction(List<SqlStatement> statements) throws SQLException {
        connection.setAutoCommit(true);
        for (SqlStatement statement : statements) {
            if (!statement.transactional()) {
                journal.release();
            }
            execute(statement.sql());
        }
        connection.setAutoCommit(false);
    }

    /** Where the connection is gone as well, it is the first failure that people must see. */
    private void noteRefusal(int number, SqlStatement statement, SQLException failure) {
        try {
            connection.setAutoCommit(false);
            marks.failed(current, number, statement.sql());
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Ask the catalog about a statement that an earlier run had begun; {@code true} if it need not run again. */
    private boolean tookEffect(PlacedStatement placed) throws SQLException {
        if (!marks.isBegun(current, placed.number())) {
            return false;
        }
        List<SqlStatement> leftovers = dialect.leftovers(connection, placed.part());
        if (!leftovers.isEmpty()) {
            commit();
            outsideTransaction(leftovers);
            return false;
        }
        if (marks.isFailed(current, placed.number())) {
            return false;
        }
        var probe = new EffectProbe(dialect, connection);
        var effect = placed.single() ? probe.of(placed.part()) : probe.ofOneOf(placed.part(), placed.place());
        boolean present = switch (effect) {
            case PRESENT -> true;
            case ABSENT -> false;
            case UNKNOWN -> decided(placed.statement());
        };
        if (present) {
            marks.done(current, placed.number(), placed.statement().sql());
        }
        return present;
    }

    private boolean decided(SqlStatement statement) {
        return switch (options.inDoubt()) {
            case APPLIED -> true;
            case REPEAT -> false;
            case ASK ->
                throw new RetortException(
                        "The last run was killed while this statement ran, and nothing tells whether it took effect:\n  "
                                + statement.sql(),
                        "look at the database, then run the command again with --in-doubt applied or --in-doubt repeat");
        };
    }

    private void change(RowChange change) throws SQLException {
        String sql = versionTable.statement(change);
        try (Statement statement = connection.createStatement()) {
            running = sql;
            int rows = statement.executeUpdate(sql);
            running = null;
            versionTable.checkOne(rows);
        }
    }

    private void move(RowChange.Update change, Instant begun) throws SQLException {
        moving = change;
        session.check();
        try {
            journal.moved(connection, versionTable, change, marks.summary(), begun);
        } catch (SQLException e) {
            // A trigger may refuse a NULL of its own at the commit.
            if (NOT_NULL_VIOLATION.equals(e.getSQLState())
                    && String.valueOf(e.getMessage())
                            .contains(options.historyTable().name())) {
                versionTable.checkOne(0);
            }
            throw e;
        }
        moving = null;
    }

    private void executeAll(List<SqlStatement> statements) throws SQLException {
        for (SqlStatement statement : statements) {
            execute(statement.sql());
        }
    }

    private void execute(String sql) throws SQLException {
        running = sql;
        try (Statement statement = connection.createStatement()) {
            // JDBC escapes ({d '..'}) are no SQL of the database: a JSON literal would be torn apart.
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
        running = null;
    }

    private TableLookup lookup() {
        return dialect.tables(connection);
    }

    private static String revision(PlanStep step) {
        return step.revision() == null
                ? String.join(",", step.to())
                : step.revision().id();
    }
}
