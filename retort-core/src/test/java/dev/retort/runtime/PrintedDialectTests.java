package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.retort.RetortException;
import dev.retort.dialect.Ddl;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Folding;
import dev.retort.dialect.Names;
import dev.retort.dialect.PrintedDialect;
import dev.retort.dialect.PrintedDialectProvider;
import dev.retort.dialect.ScriptGrammar;
import dev.retort.dialect.ScriptSplitter;
import dev.retort.dialect.StandardDdl;
import dev.retort.dialect.StandardNames;
import dev.retort.dialect.StandardTypes;
import dev.retort.dialect.Types;

class PrintedDialectTests {

    @Test
    void whateverNeedsADatabaseIsRefused() {
        PrintedDialect paper = new Paper();

        for (Runnable asked : List.<Runnable>of(paper::reflector, paper::normalizer, paper::lock)) {
            assertThatThrownBy(asked::run).isInstanceOfSatisfying(RetortException.class, failure -> {
                assertThat(failure).hasMessage("Retort prints scripts for Paper, it does not run them");
                assertThat(failure.hint()).contains("retort upgrade base:head --sql > FILE");
            });
        }
    }

    @Test
    void itsProviderRefusesBeforeADriverIsLoadedAndWhateverConnectionItGets() {
        PrintedDialectProvider provider = new PaperProvider();
        Connection connection = connection("jdbc:paper:");

        assertThatThrownBy(provider::requireRuns).hasMessageContaining("does not run them");
        assertThatThrownBy(provider::driverClass).hasMessageContaining("does not run them");
        assertThatThrownBy(() -> provider.of(connection)).hasMessageContaining("does not run them");
        assertThat(Dialects.provider("jdbc:h2:mem:").driverClass()).isEqualTo("org.h2.Driver");
    }

    @Test
    void anAddressIsRefusedBeforeADriverIsLoaded() {
        ClassLoader noDriver = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) {
                throw new AssertionError("the driver " + name + " was looked for");
            }
        };
        var address = new JdbcAddress("jdbc:sqlserver://localhost", "jdbc:sqlserver:", null, null, noDriver);

        assertThatThrownBy(address::open)
                .isInstanceOf(RetortException.class)
                .hasMessage("Retort prints scripts for SQL Server, it does not run them");
    }

    @Test
    void aRunOnAConnectionThatSomebodyElseOpenedIsRefused() {
        var chain = new Chain().add("aaaa", op -> op.execute("SELECT 1"));

        assertThatThrownBy(() -> chain.upgrade(() -> connection("jdbc:sqlserver://localhost"), "head"))
                .hasMessage("Retort prints scripts for SQL Server, it does not run them");
    }

    /** Knows its URL, and nothing else may be asked of it. */
    private static Connection connection(String url) {
        return proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getMetaData" -> proxy(DatabaseMetaData.class, (data, asked, none) -> url);
            case "close" -> null;
            default -> throw new AssertionError("the connection was asked for " + method.getName());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    @Test
    void aScriptBeginsItsTransactionsAsTheDialectSays() {
        var chain = new Chain().add("aaaa", op -> op.execute("CREATE TABLE a (id int)"));

        assertThat(chain.script(new Paper(), List.of(), "head", true))
                .contains("TURN THE PAGE;\n\nCREATE TABLE alembic_version")
                .contains("TURN THE PAGE;\n\nCREATE TABLE a (id int);")
                .doesNotContain("BEGIN");
    }

    /** A product that nothing but scripts can reach. */
    private static final class Paper implements PrintedDialect {

        private final Names names = new StandardNames(Folding.LOWER, '"', Set.of(), 30, false);

        @Override
        public String name() {
            return "paper";
        }

        @Override
        public String productName() {
            return "Paper";
        }

        @Override
        public boolean transactionalDdl() {
            return true;
        }

        @Override
        public String beginTransaction() {
            return "TURN THE PAGE";
        }

        @Override
        public Names names() {
            return names;
        }

        @Override
        public Types types() {
            return new StandardTypes();
        }

        @Override
        public Ddl ddl() {
            return new StandardDdl("paper", names, types());
        }

        @Override
        public ScriptGrammar script() {
            return ScriptSplitter.with();
        }
    }

    private static final class PaperProvider implements PrintedDialectProvider {

        @Override
        public String name() {
            return "paper";
        }

        @Override
        public boolean accepts(String url) {
            return url.startsWith("jdbc:paper:");
        }

        @Override
        public PrintedDialect offline() {
            return new Paper();
        }
    }
}
