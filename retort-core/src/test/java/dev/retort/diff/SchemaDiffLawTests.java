package dev.retort.diff;

import static dev.retort.diff.Schemas.summaries;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.schema.Schema;
import dev.retort.testing.RandomSchemas;
import dev.retort.testing.SchemaOrder;

class SchemaDiffLawTests {

    private static final int ROUNDS = 8;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite", "postgresql", "mariadb"})
    void aDatabaseFollowsTheModelAndFindsBack(String product) throws SQLException {
        long seed = new Random().nextLong();
        var schemas = new RandomSchemas(new Random(seed));
        try (var database = new LiveDatabase(product)) {
            for (int round = 0; round < ROUNDS; round++) {
                Schema desired = schemas.next();
                Schema before = database.read();
                SchemaChanges changes = database.compare(desired);
                String place =
                        "%s, seed %d, round %d%n%s".formatted(product, seed, round, summaries(changes.upgrade()));

                database.apply(changes.upgrade());
                assertThat(database.compare(desired).upgrade()).as(place).isEmpty();

                database.apply(changes.downgrade());
                assertThat(SchemaOrder.of(database.read())).as(place).isEqualTo(SchemaOrder.of(before));

                database.apply(changes.upgrade());
                assertThat(database.compare(desired).upgrade()).as(place).isEmpty();
            }
        }
    }
}
