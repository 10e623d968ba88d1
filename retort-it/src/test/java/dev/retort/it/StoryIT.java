package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.retort.schema.Schema;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** A small shop's entities become a database, change, and the database follows. */
class StoryIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void theDatabaseFollowsTheEntities(TestDatabase database) throws SQLException {
        Project shop = new Project(folder, database).initWithShop("generic", "");
        play(shop);

        assertThat(shop.revisionText("second")).contains("public void upgrade(Operations op)");
    }

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void theDatabaseFollowsTheEntitiesBySql(TestDatabase database) throws SQLException {
        Project shop = new Project(folder, database).initWithShop("sql", "revision_format = \"sql\"");
        play(shop);

        assertThat(shop.revisionText("second")).contains("-- upgrade\n", "-- downgrade\n");
    }

    @Test
    void aNameThatHibernateMadeUpIsNoDifference() throws SQLException {
        Project shop = new Project(folder, TestDatabases.postgresql()).initWithShop("generic", "");
        shop.retort("revision", "--autogenerate", "-m", "first version").done();
        shop.retort("upgrade", "head").done();

        shop.database().run("ALTER INDEX ix_purchase_order_placed_at RENAME TO idx3v9nh1ioevn7h2jdrpqr0ra3w");
        shop.retort("check").done();

        shop.database().run("ALTER INDEX idx3v9nh1ioevn7h2jdrpqr0ra3w RENAME TO ix_by_hand");
        assertThat(shop.retort("check").code()).isEqualTo(3);
    }

    private static void play(Project shop) throws SQLException {
        shop.retort("revision", "--autogenerate", "-m", "first version").done();
        shop.retort("upgrade", "head").done();
        assertThat(shop.retort("current").done().out()).endsWith(" (head)\n");
        assertThat(shop.retort("check").done().out()).contains("No new upgrade operations detected");
        sell(shop);
        Schema first = shop.schema();

        Shop.buildSecondVersion(shop.folder());
        assertThat(shop.retort("check").code()).isEqualTo(3);
        assertThat(shop.retort("revision", "--autogenerate", "-m", "second version")
                        .done()
                        .err()
                        .lines()
                        .filter(line -> line.startsWith("Detected: ")))
                .containsExactly(
                        "Detected: create table review",
                        "Detected: add column customer.active",
                        "Detected: alter column customer.full_name",
                        "Detected: alter column product.description",
                        "Detected: create index ix_product_name on product");
        shop.retort("upgrade", "head").done();
        assertThat(shop.retort("history").done().out().lines())
                .hasSize(2)
                .first()
                .asString()
                .endsWith(" (head), second version");
        shop.retort("check").done();
        assertThat(sold(shop)).containsExactly("ada@example.com|Ada|true|SKU-1|Pen");

        shop.retort("downgrade", "-1").done();
        assertThat(shop.schema()).isEqualTo(first);
        assertThat(shop.rows("SELECT email FROM customer")).containsExactly("ada@example.com");
        shop.retort("upgrade", "head").done();
        shop.retort("check").done();
        shop.retort("downgrade", "base").done();
        assertThat(shop.tables()).isSubsetOf("alembic_version", "retort_history");
        assertThat(shop.schema()).isEqualTo(new Schema(List.of(), List.of(), List.of()));
    }

    private static void sell(Project shop) throws SQLException {
        shop.database()
                .run(
                        "INSERT INTO customer (version, email, full_name, created_at)"
                                + " VALUES (0, 'ada@example.com', 'Ada', '2026-11-23 10:15:22')",
                        "INSERT INTO product (version, sku, name, description, price)"
                                + " VALUES (0, 'SKU-1', 'Pen', 'It writes', 1.50)",
                        "INSERT INTO purchase_order (version, number, customer_id, status, placed_at)"
                                + " SELECT 0, 'N-1', id, 'NEW', '2026-11-23 10:15:22' FROM customer");
    }

    private static List<String> sold(Project shop) throws SQLException {
        return shop.rows("SELECT c.email, c.full_name, CASE WHEN c.active THEN 'true' ELSE 'false' END, p.sku, p.name"
                + " FROM customer c JOIN purchase_order o ON o.customer_id = c.id CROSS JOIN product p");
    }
}
