package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.testing.TestDatabases;

/** What Env.java can change, through the shipped jar, with the shop's entities. */
class EnvironmentIT {

    @TempDir
    private Path folder;

    private Project shop = new Project(Path.of(""), TestDatabases.postgresql());

    @BeforeEach
    void firstVersionIsApplied() {
        shop = new Project(folder, shop.database()).initWithShop("generic", "");
        shop.retort("revision", "--autogenerate", "-m", "first").done();
        shop.retort("upgrade", "head").done();
    }

    @Test
    void filtersLeaveThingsAlone() throws SQLException {
        shop.database()
                .run(
                        "CREATE TABLE tmp_import (id integer)",
                        "CREATE TABLE legacy (id integer)",
                        "CREATE INDEX ix_by_hand ON customer (id)",
                        "ALTER TABLE customer ADD by_hand integer");
        assertThat(shop.retort("check").out()).contains("tmp_import", "legacy", "ix_by_hand", "customer.by_hand");

        env("""
                context.exclude("tmp_*");
                context.includeName((kind, table, name) -> kind != ObjectKind.INDEX || !"ix_by_hand".equals(name));
                context.includeObject(candidate -> candidate.kind() != ObjectKind.TABLE || candidate.desired() != null);
                """);
        assertThat(shop.retort("check").out())
                .contains("customer.by_hand")
                .doesNotContain("tmp_", "legacy", "ix_by_hand");
        env("context.include(\"product\");");
        shop.retort("check").done();
    }

    @Test
    void typesAreComparedAsTheUserSays() throws SQLException {
        shop.database().run("ALTER TABLE customer ALTER full_name TYPE varchar(777)");
        assertThat(shop.retort("check").out()).contains("customer.full_name");

        env("""
                context.compareType((table, actual, desired) ->
                        actual.name().equals("full_name") ? Optional.of(false) : Optional.empty());
                """);
        shop.retort("check").done();
    }

    @Test
    void operationsAreRewritten() throws SQLException {
        Shop.buildSecondVersion(folder);
        env("""
                context.rewrite(CreateIndex.class, create -> List.of());
                context.rewrite(AddColumn.class, add -> List.of(add, Execute.of("UPDATE customer SET full_name = 'rewritten'")));
                """);

        shop.retort("revision", "--autogenerate", "-m", "second").done();

        assertThat(shop.revisionText("second"))
                .contains("op.addColumn(\"customer\"", "op.execute(\"UPDATE customer SET full_name = 'rewritten'\")")
                .doesNotContain("createIndex");
        shop.database()
                .run("INSERT INTO customer (full_name, email, version, created_at) VALUES ('Ada', 'a@b', 0, now())");
        shop.retort("upgrade", "head").done();
        assertThat(shop.rows("SELECT full_name FROM customer")).containsExactly("rewritten");
    }

    @Test
    void callbacksAreToldOfEachStepInItsTransaction() throws SQLException {
        shop.database().run("CREATE TABLE told (kind varchar(20), revision varchar(40), rows varchar(80))");
        shop.write("migrations/versions/second.sql", """
                -- revision: second
                -- down_revision: %s
                -- upgrade
                CREATE TABLE more (id integer);
                -- downgrade
                DROP TABLE more;
                """.formatted(
                        shop.retort("heads").done().out().split(" ")[0]));
        env("""
                context.onVersionApply((step, connection) -> {
                    try (var insert = connection.prepareStatement("INSERT INTO told VALUES (?, ?, ?)")) {
                        insert.setString(1, step.kind());
                        insert.setString(2, step.revision());
                        insert.setString(3, String.join(",", step.after()));
                        insert.executeUpdate();
                    }
                });
                if (context.argument("fail").isPresent()) {
                    context.onVersionApply((step, connection) -> { throw new java.sql.SQLException("not today"); });
                }
                """);

        shop.retort("-x", "fail=1", "upgrade", "head").failed("not today");
        assertThat(shop.rows("SELECT * FROM told")).isEmpty();
        assertThat(shop.tables()).doesNotContain("more");
        shop.retort("upgrade", "head").done();
        shop.retort("downgrade", "base").done();
        shop.retort("stamp", "second").done();

        assertThat(shop.rows("SELECT kind, revision, rows FROM told"))
                .hasSize(4)
                .startsWith("upgrade|second|second")
                .endsWith("stamp|null|second");
    }

    private void env(String body) {
        shop.write("migrations/Env.java", """
                import dev.retort.diff.ObjectKind;
                import dev.retort.environment.Environment;
                import dev.retort.environment.EnvironmentContext;
                import dev.retort.operation.*;
                import java.util.List;
                import java.util.Optional;

                public class Env implements Environment {
                    @Override
                    public void configure(EnvironmentContext context) {
                        %s
                    }
                }
                """.formatted(body));
    }
}
