package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** The shop's entities on three databases of different products, with one history. */
class SeveralDatabasesIT {

    @TempDir
    private Path folder;

    private final TestDatabase main = TestDatabases.h2();
    private final TestDatabase copy = TestDatabases.postgresql();
    private final TestDatabase archive = TestDatabases.sqlite();

    @Test
    void oneRevisionFollowsTheModelOfEach() throws SQLException {
        Project shop =
                new Project(folder, main).initWithShop("multidb", "databases = [\"main\", \"copy\", \"archive\"]");
        shop.write("retort.toml", """
                script_location = "migrations"
                model = "jpa:com.acme.shop"
                class_path = ["target/classes", "lib/*.jar"]
                databases = ["main", "copy", "archive"]
                [env.main]
                url = "%s"
                [env.copy]
                url = "%s"
                [env.archive]
                url = "%s"
                exclude = ["review"]
                """.formatted(main.url(), copy.url(), archive.url()));

        JarRun first = retort("revision", "--autogenerate", "-m", "first").done();
        assertThat(first.err())
                .contains("Detected: main: create table customer", "Detected: archive: create table customer");
        retort("upgrade", "head").done();
        assertThat(retort("check").done().out()).isEqualTo("""
                        [main] No new upgrade operations detected.
                        [copy] No new upgrade operations detected.
                        [archive] No new upgrade operations detected.
                        """);
        // As docs/json.md says.
        assertThat(retort("-n", "main", "--json", "check").done().out())
                .isEqualTo("{\n  \"clean\": true,\n  \"operations\": [],\n  \"notes\": []\n}\n");
        Shop.buildSecondVersion(folder);
        assertThat(retort("check").code()).isEqualTo(3);

        retort("revision", "--autogenerate", "--sql", "-m", "second").done();
        String second = shop.revisionText("second");
        assertThat(second).contains("\n-- upgrade main\n", "\n-- upgrade copy\n", "\n-- downgrade archive\n");
        assertThat(second.substring(second.indexOf("-- upgrade archive"), second.indexOf("-- downgrade")))
                .contains("customer")
                .doesNotContain("review");
        retort("upgrade", "head").done();
        retort("check").done();
        assertThat(retort("revision", "--autogenerate", "-m", "third").done().err())
                .contains("No changes detected");
        retort("downgrade", "base").done();
        for (TestDatabase database : List.of(main, copy, archive)) {
            assertThat(new Project(folder, database).tables()).isSubsetOf("alembic_version", "retort_history");
        }
    }

    @Test
    void noFileIsWrittenWhereOneOfThemIsNotAtHead() {
        Project shop = new Project(folder, main).initWithShop("multidb", "");
        shop.write("retort.toml", """
                script_location = "migrations"
                model = "jpa:com.acme.shop"
                class_path = ["target/classes", "lib/*.jar"]
                databases = ["main", "copy"]
                [env.main]
                url = "%s"
                [env.copy]
                url = "%s"
                """.formatted(main.url(), copy.url()));
        retort("revision", "--autogenerate", "-m", "first").done();
        retort("upgrade", "head", "--database", "main").done();

        retort("revision", "--autogenerate", "-m", "second")
                .failed("Database 'copy': Target database is not up to date", "retort upgrade heads");

        assertThat(shop.revisionFiles()).hasSize(1);
    }

    private JarRun retort(String... words) {
        return RetortJar.run(folder, Map.of(), List.of(words));
    }
}
