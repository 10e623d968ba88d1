package dev.retort.runtime;

import static dev.retort.migration.Definitions.alter;
import static dev.retort.migration.Definitions.check;
import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.comment;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Definitions.primaryKey;
import static dev.retort.migration.Definitions.unique;
import static dev.retort.migration.Types.integer;
import static dev.retort.runtime.Chain.journal;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.retort.dialect.LiveDatabase;
import dev.retort.migration.Operations;
import dev.retort.schema.Index;
import dev.retort.schema.Schema;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/**
 * Operations whose statements depend on what the database holds, on databases that cannot take statements back: the line is
 * cut before and after every statement of the run, and the next run must lead where one without a cut does.
 */
class CutOperationTests {

    /** An operation and the tables it needs. */
    record Case(String product, String name, List<String> before, Consumer<Operations> operation) {
        @Override
        public String toString() {
            return product + ": " + name;
        }
    }

    static Stream<Case> cases() {
        List<String> moods = List.of(
                "CREATE DOMAIN mood AS ENUM('sad', 'ok')",
                "CREATE TABLE a (id integer, m mood DEFAULT 'ok' NOT NULL)",
                "CREATE TABLE b (m mood, n mood)",
                "INSERT INTO a VALUES (1, 'sad')");
        List<String> keyed = List.of(
                "CREATE TABLE p (id integer NOT NULL PRIMARY KEY)",
                "CREATE TABLE t (id integer NOT NULL, a integer, b integer, CONSTRAINT uq UNIQUE (a, b),"
                        + " CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id), CONSTRAINT ck CHECK (a > b))",
                "CREATE INDEX ix ON t (a, id)");
        List<String> plain = List.of("CREATE TABLE t (id integer NOT NULL, a integer)");
        return Stream.of(
                new Case(
                        "h2",
                        "enum gets a word",
                        moods,
                        op -> op.alterEnum("mood", List.of("sad", "ok"), List.of("happy", "ok", "sad"))),
                new Case(
                        "h2",
                        "enum loses a word",
                        moods,
                        op -> op.alterEnum("mood", List.of("sad", "ok"), List.of("sad"))),
                new Case("h2", "column that keys stand on goes", keyed, op -> op.dropColumn("t", "a")),
                new Case(
                        "h2",
                        "table that is not there yet",
                        plain,
                        op -> op.createTableIfNotExists(
                                "new",
                                column("id", integer()).notNull().comment("key"),
                                primaryKey("id"),
                                comment("why"),
                                index("ix_new", "new", "id"))),
                new Case(
                        "h2",
                        "commented column",
                        plain,
                        op -> op.addColumn("t", column("b", integer()).comment("why"))),
                new Case(
                        "h2",
                        "unnamed unique goes",
                        List.of("CREATE TABLE t (id integer, UNIQUE (id))"),
                        op -> op.dropConstraint("t", unique("id"))),
                new Case("mariadb", "foreign key goes", keyed, op -> op.dropForeignKey("t", "fk")),
                new Case(
                        "mariadb",
                        "a person decides whether the column is numbered",
                        plain,
                        op -> op.alterColumn("t", alter("id").identity())),
                new Case("mariadb", "numbered column before its key", plain, op -> {
                    op.addColumn("t", column("n", integer()).notNull().identity());
                    op.addConstraint("t", primaryKey("n"));
                    op.dropPrimaryKey("t", "PRIMARY");
                    op.addConstraint("t", unique("n").named("uq_n"));
                }),
                new Case(
                        "mariadb",
                        "index of a foreign key goes",
                        List.of(
                                "CREATE TABLE p (id integer NOT NULL PRIMARY KEY)",
                                "CREATE TABLE t (a integer, KEY ix (a), CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id))"),
                        op -> op.dropIndex("ix", "t")),
                new Case(
                        "mariadb",
                        "a person decides whether the column was virtual",
                        List.of(
                                "CREATE TABLE t (a integer, v integer AS (a + 1) VIRTUAL CHECK (v > 0), z integer)",
                                "INSERT INTO t (a) VALUES (1)"),
                        op -> op.alterColumn("t", alter("v").withoutGenerated())),
                new Case(
                        "mariadb",
                        "check of a column goes",
                        List.of("CREATE TABLE t (a integer CHECK (a > 0))"),
                        op -> op.dropConstraint("t", check("`a` > 0").named("a"))),
                new Case(
                        "mariadb",
                        "unnamed unique goes",
                        List.of("CREATE TABLE t (id integer, UNIQUE (id))"),
                        op -> op.dropConstraint("t", unique("id"))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whereverTheLineIsCutTheNextRunFinishesTheOperation(Case it) throws SQLException {
        Result expected = result(it, ready(it), null);
        for (boolean after : new boolean[] {false, true}) {
            var line = new Line(1, after);
            while (true) {
                TestDatabase database = ready(it);
                Result result = result(it, database, line);
                if (line.left > 0) {
                    break;
                }
                assertThat(result).as(line.toString()).isEqualTo(expected);
                line = new Line(line.number + 1, after);
            }
            assertThat(line.number).isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void aTableThatIsThereGetsNeitherIndexesNorComments(TestDatabase database) throws SQLException {
        database.run("CREATE TABLE t (id integer)", "CREATE INDEX ix ON t (id)");

        new Chain()
                .add(
                        "aaaa",
                        op -> op.createTableIfNotExists(
                                "t",
                                column("id", integer()).comment("why"),
                                index("ix", "t", "id"),
                                index("iy", "t", "id")))
                .upgrade(database);

        try (var live = new LiveDatabase(database.url())) {
            assertThat(live.table("t").indexes()).extracting(Index::name).containsExactly("ix");
            assertThat(live.table("t").columns().get(0).comment()).isNull();
        }
    }

    /** What is left of a run: tables, and rows of those that have any. */
    private record Result(Schema schema, Map<String, List<String>> rows) {}

    private static TestDatabase ready(Case it) throws SQLException {
        TestDatabase database = TestDatabases.create(it.product());
        database.run(it.before().toArray(String[]::new));
        return database;
    }

    private static Result result(Case it, TestDatabase database, @Nullable Line line) throws SQLException {
        Chain chain = new Chain().add("aaaa", it.operation());
        if (line != null) {
            try {
                chain.upgrade(() -> line.watch(Connection.class, database.connect(), null), "head");
            } catch (SQLException | RuntimeException e) {
                assertThat(line.left).as(e.getMessage()).isZero();
            }
        }
        try {
            chain.upgrade(database);
        } catch (RunFailedException e) {
            assertThat(it.name()).as(e.getMessage()).startsWith("a person decides");
            assertThat(e).hasMessageContaining("nothing tells whether it took effect");
            chain.with(line != null && line.after ? InDoubt.APPLIED : InDoubt.REPEAT)
                    .upgrade(database);
        }
        assertThat(journal(database)).isEmpty();
        try (var live = new LiveDatabase(database.url())) {
            var rows = new TreeMap<String, List<String>>();
            for (var table : live.schema().tables()) {
                if (!table.name().name().equals("retort_history")) {
                    rows.put(
                            table.name().name(),
                            live.rows("SELECT * FROM " + table.name().name()));
                }
            }
            return new Result(live.schema(), rows);
        }
    }

    /** A line to the database that is cut at a certain statement. */
    private static final class Line {

        final int number;
        private final boolean after;
        int left;

        Line(int number, boolean after) {
            this.number = number;
            this.after = after;
            this.left = number;
        }

        <T> T watch(Class<T> type, T real, @Nullable Connection connection) {
            return type.cast(Proxy.newProxyInstance(
                    Line.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, parameters) -> {
                        boolean fatal = connection != null
                                && method.getName().equals("execute")
                                && parameters != null
                                && left > 0
                                && --left == 0;
                        @Nullable Connection cut = fatal ? connection : null;
                        if (cut != null && !after) {
                            cut.close();
                        }
                        @Nullable Object result;
                        try {
                            result = method.invoke(real, parameters);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                        if (cut != null) {
                            cut.close();
                            throw new SQLException("The line was cut");
                        }
                        return result instanceof Statement statement
                                        && method.getName().equals("createStatement")
                                ? watch(Statement.class, statement, (Connection) real)
                                : result;
                    }));
        }

        @Override
        public String toString() {
            return (after ? "after" : "before") + " statement " + number;
        }
    }
}
