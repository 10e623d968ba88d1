package dev.retort.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

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
import dev.retort.model.DatabaseFacts;
import dev.retort.model.ModelRequest;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** The law: what is made from the entities is what Hibernate expects, and nothing is left to do afterwards. */
class ZooOnDatabasesTests {

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
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

    /** Not on SQLite: there Hibernate's validation refuses the identity columns of Hibernate's own tables. */
    @ParameterizedTest
    @ValueSource(strings = "postgresql")
    void hibernateAcceptsTheZooThatWasMade(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        try (var connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            Schema desired = Reading.zoo(product).read(dialect, DatabaseFacts.of(connection));
            run(connection, dialect, compare(connection, dialect, desired).upgrade());
        }
        database.run("CREATE VIEW ActiveKeeper AS SELECT id, email FROM keeper");

        assertThatCode(() -> validate(database)).doesNotThrowAnyException();
    }

    private static SchemaChanges compare(Connection connection, Dialect dialect, Schema desired) throws SQLException {
        Schema actual = dialect.reflector().read(connection, Scope.DEFAULT_SCHEMA);
        Schema doubtful = SchemaDiff.tablesToNormalize(actual, desired, dialect, DiffOptions.DEFAULT);
        Schema normalized = dialect.normalizer().normalize(connection, doubtful);
        return SchemaDiff.between(actual, desired, normalized, dialect, DiffOptions.DEFAULT);
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

    private static void validate(TestDatabase database) {
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
                .applySetting("hibernate.hbm2ddl.auto", "validate")
                .build();
        try {
            var sources = new MetadataSources(registry);
            zoo.names().forEach(sources::addAnnotatedClassName);
            sources.buildMetadata().buildSessionFactory().close();
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }
}
