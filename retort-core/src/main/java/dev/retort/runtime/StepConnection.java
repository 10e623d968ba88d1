package dev.retort.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/**
 * The run's connection as a step's code sees it: the transaction on it is the run's, and so are its end and the connection's.
 * Savepoints are the code's own; {@code unwrap} gives the driver's connection.
 */
final class StepConnection implements InvocationHandler {

    private static final Set<String> ENDING = Set.of("commit", "close", "abort");

    private final Connection connection;

    private StepConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                StepConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new StepConnection(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        int given = arguments == null ? 0 : arguments.length;
        String name = method.getName();
        boolean ends = ENDING.contains(name)
                || (name.equals("rollback") && given == 0)
                || (name.equals("setAutoCommit")
                        && arguments != null
                        && !Boolean.valueOf(connection.getAutoCommit()).equals(arguments[0]));
        if (ends) {
            throw new RetortException(
                    "The step's code called '%s' on the connection, whose transaction belongs to the run"
                            .formatted(name),
                    "leave it out; what must be committed before the rest goes into a revision of its own");
        }
        if (name.equals("unwrap") && arguments != null && ((Class<?>) arguments[0]).isInstance(connection)) {
            return connection;
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
