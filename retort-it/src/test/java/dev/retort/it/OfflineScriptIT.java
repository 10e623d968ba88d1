package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.schema.Schema;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** What {@code --sql} prints does the same as a run, when the database's own client reads it. */
class OfflineScriptIT {

    private static final Pattern STATEMENT = Pattern.compile("((?:'[^']*'|\"[^\"]*\"|`[^`]*`|--[^\n]*\n|[^;])*);");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite", "postgresql", "mariadb"})
    void thePrintedScriptDoesWhatTheRunDoes(String product) throws SQLException {
        TestDatabase database = TestDatabases.create(product);
        Project shop = new Project(folder, database).initWithShop("generic", "");
        shop.retort("revision", "--autogenerate", "-m", "first version").done();
        shop.retort("upgrade", "head").done();
        Shop.buildSecondVersion(folder);
        shop.retort("revision", "--autogenerate", "-m", "second version").done();
        shop.retort("upgrade", "head").done();

        Project other = new Project(folder, TestDatabases.create(product));
        String script = shop.retort("upgrade", "head", "--sql").done().out();
        feed(other.database(), script);

        assertThat(withoutGivenNames(other.schema())).as(script).isEqualTo(withoutGivenNames(shop.schema()));
        assertThat(other.retort("current").done().out())
                .isEqualTo(shop.retort("current").done().out());
        assertThat(other.retort("check").done().out()).contains("No new upgrade operations detected");

        String back = shop.retort("downgrade", "head:base", "--sql").done().out();
        feed(other.database(), back);
        assertThat(other.tables()).as(back).isSubsetOf("alembic_version", "retort_history");
    }

    /** Describe a schema without the names that H2 gives to constraints by itself, which differ each time. */
    private static String withoutGivenNames(Schema schema) {
        return schema.toString().replaceAll("constraint_\\w+", "constraint");
    }

    /** Send statements one by one, on one connection, as the database's own client would. */
    private static void feed(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements(script)) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        Matcher matcher = STATEMENT.matcher(script);
        int end = 0;
        while (matcher.find()) {
            statements.add(matcher.group(1));
            end = matcher.end();
        }
        assertThat(script.substring(end).lines().filter(line -> !line.isBlank() && !line.startsWith("--")))
                .isEmpty();
        return statements;
    }
}
