package dev.retort.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.TransactionControl;

/**
 * The run's connection as a step's code sees it: the transaction on it is the run's, and so are its end and the connection's,
 * whether by JDBC's methods or in SQL. Savepoints by JDBC's methods are the code's own; {@code unwrap} gives the driver's
 * connection.
 */
final class StepConnection implements InvocationHandler {

    private static final Set<String> ENDING = Set.of("commit", "close", "abort");
    private static final String HINT =
            "leave it out; what must be committed before the rest goes into a revision of its own";

    private final Connection connection;
    private final TransactionControl control;

    private StepConnection(Connection connection, TransactionControl control) {
        this.connection = connection;
        this.control = control;
    }

    static Connection of(Connection connection, TransactionControl control) {
        return proxy(Connection.class, new StepConnection(connection, control));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (ends(name, arguments)) {
            throw new RetortException(
                    "The step's code called '%s' on the connection, whose transaction belongs to the run"
                            .formatted(name),
                    HINT);
        }
        if (name.equals("setCatalog")) {
            control.in("USE it").ifPresent(StepConnection::refuse);
        }
        Object result = passed(connection, method, arguments);
        return result instanceof Statement statement ? watched((Connection) proxy, statement) : result;
    }

    private boolean ends(String name, @Nullable Object @Nullable [] arguments) throws SQLException {
        int given = arguments == null ? 0 : arguments.length;
        return ENDING.contains(name)
                || (name.equals("rollback") && given == 0)
                || (name.equals("setAutoCommit")
                        && arguments != null
                        && !Boolean.valueOf(connection.getAutoCommit()).equals(arguments[0]));
    }

    private Statement watched(Connection from, Statement statement) {
        Class<? extends Statement> type = statement instanceof CallableStatement
                ? CallableStatement.class
                : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(
                type,
                (proxy, method, arguments) ->
                        method.getName().equals("getConnection") ? from : passed(statement, method, arguments));
    }

    /** Call the driver, unless SQL is handed to it that is not the code's to run. */
    private @Nullable Object passed(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (name.equals("unwrap") && arguments != null && ((Class<?>) arguments[0]).isInstance(target)) {
            return target;
        }
        boolean takesSql = name.startsWith("execute") || name.startsWith("prepare") || name.equals("addBatch");
        if (takesSql && arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
            control.anywhereIn(sql).ifPresent(StepConnection::refuse);
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void refuse(String found) {
        boolean isTransaction = !TransactionControl.isOtherDatabase(found);
        throw new RetortException(
                "The step's code ran '%s' on the connection, whose %s belongs to the run"
                        .formatted(found, isTransaction ? "transaction" : "choice of a database"),
                isTransaction
                        ? HINT
                        : "leave it out, and write the names of tables there in full, as in other.account");
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(StepConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
