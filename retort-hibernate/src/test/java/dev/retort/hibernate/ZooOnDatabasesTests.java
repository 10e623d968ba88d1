package dev.retort.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Scope;
import dev.retort.dialect.SqlStatement;
import dev.retort.diff.DiffOptions;
import dev.retort.diff.SchemaChanges;
import dev.retort.diff.SchemaDiff;
import dev.retort.hibernate.zoo.Residents;
import dev.retort.model.DatabaseFacts;
import dev.retort.model.DesiredSchema;
import dev.retort.model.ModelRequest;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** The law: what is made from the entities is what Hibernate expects, and nothing is left to do afterwards. */
class ZooOnDatabasesTests {

    private static final DiffOptions OPTIONS = DiffOptions.DEFAULT.implicitName(
            new DesiredSchema(Schema.of(), new JpaModelSource().implicitNames(), Set.of())::isImplicit);

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "h2", "mariadb"})
    void theZooIsMadeAndFoundCompleteAndTakenBack(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        try (var connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            Schema before = dialect.reflector().read(connection, Scope.DEFAULT_SCHEMA);
            Schema desired = Reading.zoo(product).read(dialect, DatabaseFacts.of(connection));
            SchemaChanges changes = compare(connection, dialect, desired);

            run(connection, dialect, changes.upgrade());
            assertThat(compare(connection, dialect, desired).upgrade()).isEmpty();

            run(connection, dialect, changes.downgrade());
            assertThat(dialect.reflector().read(connection, Scope.DEFAULT_SCHEMA))
                    .isEqualTo(before);
        }
    }

    /** What Hibernate makes is what Retort would make: nothing is left to do. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2", "mariadb"})
    void theZooThatHibernateMakesIsFoundComplete(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        open(database, "create-only", zoo -> true);
        try (var connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            Schema desired = Reading.zoo(product).read(dialect, DatabaseFacts.of(connection));

            assertThat(compare(connection, dialect, desired).upgrade()).isEmpty();
        }
    }

    /** Not on SQLite: Hibernate's validation expects a BIGINT at an identity column and finds an INTEGER. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2", "mariadb"})
    void hibernateAcceptsTheZooThatWasMadeAndLivesInIt(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        try (var connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            Schema desired = Reading.zoo(product).read(dialect, DatabaseFacts.of(connection));
            run(connection, dialect, compare(connection, dialect, desired).upgrade());
        }
        database.run("CREATE VIEW ActiveKeeper AS SELECT id, email FROM keeper");

        assertThat(open(database, "validate", ZooOnDatabasesTests::liveIn))
                .containsExactly(
                        "Ada 100.25 1203.00 NIGHT EVENING",
                        "100000 100000 100000 00000000-0000-0003-0000-000000000004",
                        "[cleaning] {home=123} Łódź",
                        "Łeo 🦁 c-1 green ada@example.com",
                        "12.50 2026-03-01 Polish",
                        "[BAD]");
    }

    private static List<String> liveIn(SessionFactory zoo) {
        try (var session = zoo.withOptions().tenantIdentifier((Object) "north").openSession()) {
            session.beginTransaction();
            Residents.moveIn(session);
            session.getTransaction().commit();
        }
        try (var session = zoo.withOptions().tenantIdentifier((Object) "north").openSession()) {
            return Residents.describe(session);
        }
    }

    private static SchemaChanges compare(Connection connection, Dialect dialect, Schema desired) throws SQLException {
        Schema actual = dialect.reflector().read(connection, Scope.DEFAULT_SCHEMA);
        Schema doubtful = SchemaDiff.tablesToNormalize(actual, desired, dialect, OPTIONS);
        Schema normalized = dialect.normalizer().normalize(connection, doubtful);
        return SchemaDiff.between(actual, desired, normalized, dialect, OPTIONS);
    }

    private static void run(Connection connection, Dialect dialect, List<Operation> operations) throws SQLException {
        for (Operation operation : operations) {
            for (SqlStatement sql : dialect.ddl().statements(operation, dialect.tables(connection))) {
                try (var statement = connection.createStatement()) {
                    statement.execute(sql.sql());
                }
            }
        }
    }

    private static <T> T open(TestDatabase database, String schemaManagement, Function<SessionFactory, T> work) {
        ManagedClasses zoo = ManagedClasses.find(new ModelRequest(
                "dev.retort.hibernate.zoo",
                Dialects.offline(database.product()),
                null,
                ZooOnDatabasesTests.class.getClassLoader(),
                Map.of(),
                Path.of(""),
                note -> {}));
        var registry = new StandardServiceRegistryBuilder()
                .applySetting("jakarta.persistence.jdbc.url", database.url())
                .applySetting("hibernate.hbm2ddl.auto", schemaManagement)
                .applySetting(
                        "hibernate.hbm2ddl.halt_on_error", !database.product().equals("sqlite"))
                .build();
        try {
            var sources = new MetadataSources(registry);
            zoo.names().forEach(sources::addAnnotatedClassName);
            try (var factory = sources.buildMetadata().buildSessionFactory()) {
                return work.apply(factory);
            }
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }
}
