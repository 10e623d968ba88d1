package dev.retort.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

import dev.retort.testing.TestDatabase;

/** A process that runs an upgrade or a downgrade and dies, as if killed, right before or after a certain statement. */
final class MortalRun {

    static final int DIED = 77;

    private final boolean after;
    private final String text;

    private MortalRun(boolean after, String text) {
        this.after = after;
        this.text = text;
    }

    /** Take product, URL, {@code before} or {@code after}, a text that the fatal statement contains, and which chain. */
    public static void main(String[] arguments) throws Exception {
        var database = new TestDatabase(arguments[0], arguments[1]);
        if (arguments[2].equals("index")) {
            KilledRunTests.indexed().upgrade(database);
            return;
        }
        var mortal = new MortalRun(arguments[2].equals("after"), arguments[3]);
        if (arguments[4].equals("back")) {
            KilledRunTests.back().downgrade(() -> mortal.watch(Connection.class, database.connect()), "aaaa");
            return;
        }
        Chain chain = switch (arguments[4]) {
            case "alter" -> KilledRunTests.altering();
            case "words" -> KilledRunTests.words();
            case "vacuum" -> KilledRunTests.vacuum();
            case "compute" -> KilledRunTests.computing();
            default -> KilledRunTests.chain();
        };
        chain.upgrade(() -> mortal.watch(Connection.class, database.connect()), "head");
    }

    private <T> T watch(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                MortalRun.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, parameters) -> {
                    boolean fatal = real instanceof Statement
                            && method.getName().equals("execute")
                            && parameters != null
                            && String.valueOf(parameters[0]).contains(text);
                    dieIf(fatal && !after);
                    @Nullable Object result;
                    try {
                        result = method.invoke(real, parameters);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    dieIf(fatal && after);
                    return result instanceof Statement statement
                                    && method.getName().equals("createStatement")
                            ? watch(Statement.class, statement)
                            : result;
                }));
    }

    private static void dieIf(boolean now) {
        if (now) {
            Runtime.getRuntime().halt(DIED);
        }
    }
}
