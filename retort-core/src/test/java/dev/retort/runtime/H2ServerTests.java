package dev.retort.runtime;

import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Types.bigint;
import static dev.retort.migration.Types.varchar;
import static dev.retort.runtime.Chain.rows;
import static dev.retort.runtime.Chain.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;

import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.RetortException;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Scope;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.testing.TestDatabase;

/** H2 behind its own server, as a team may share it. */
@Timeout(120)
class H2ServerTests {

    @TempDir
    private Path folder;

    private Server server;
    private TestDatabase database;

    @BeforeEach
    void start() throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString())
                .start();
        database = new TestDatabase("h2", "jdbc:h2:tcp://localhost:" + server.getPort() + "/./shared");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void revisionsComeAndGoAndTheSchemaIsRead() throws SQLException {
        Chain chain = accounts();

        assertThat(chain.upgrade(database).applied()).hasSize(2);

        assertThat(version(database)).containsExactly("bbbb");
        try (var connection = database.connect()) {
            var dialect = Dialects.of(connection);
            assertThat(dialect.name()).isEqualTo("h2");
            var desired = dialect.reflector().read(connection, Scope.DEFAULT_SCHEMA);
            assertThat(desired.table(QualifiedName.of("account")).orElseThrow().columns())
                    .extracting(Column::name)
                    .containsExactly("id", "name");
            assertThat(dialect.normalizer().normalize(connection, desired).tables())
                    .hasSameSizeAs(desired.tables());
        }

        chain.downgrade(database, "aaaa");
        assertThat(version(database)).containsExactly("aaaa");
    }

    @Test
    void aRunThatFailedHalfWayIsContinued() throws SQLException {
        Chain chain = accounts().add("cccc", op -> {
            op.addColumn("account", column("code", varchar(5)));
            op.execute("UPDATE account SET code = 'x'");
            op.execute("INSERT INTO missing VALUES (1)");
            op.addColumn("account", column("last", varchar(5)));
        });

        assertThatThrownBy(() -> chain.upgrade(database)).hasMessageContaining("missing");
        assertThat(version(database)).containsExactly("bbbb");

        database.run("CREATE TABLE missing (id INT)");
        chain.upgrade(database);

        assertThat(version(database)).containsExactly("cccc");
        assertThat(rows(database, "SELECT last FROM account")).isEmpty();
    }

    @Test
    void twoRunnersOfTheServerAreKeptApart() throws SQLException {
        var refused = new ArrayList<RetortException>();
        Chain outer = accounts().with((step, connection) -> {
            try {
                accounts().waiting(Duration.ofMillis(300)).upgrade(database);
            } catch (RetortException e) {
                refused.add(e);
            }
        });

        outer.upgrade(database);

        assertThat(refused).isNotEmpty();
        assertThat(refused.get(0)).hasMessageContaining("user ''").hasMessageContaining("127.0.0.1");
        assertThat(version(database)).containsExactly("bbbb");
    }

    private static Chain accounts() {
        return new Chain()
                .add(
                        "aaaa",
                        op -> op.createTable("account", column("id", bigint()).notNull()),
                        op -> op.dropTable("account"))
                .add(
                        "bbbb",
                        op -> op.addColumn("account", column("name", varchar(50))),
                        op -> op.dropColumn("account", "name"));
    }
}
