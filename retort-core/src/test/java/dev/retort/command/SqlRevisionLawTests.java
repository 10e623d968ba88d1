package dev.retort.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.retort.RetortException;
import dev.retort.command.CreateRevision.Request;
import dev.retort.config.Overrides;
import dev.retort.config.Setting;
import dev.retort.config.Settings;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Scope;
import dev.retort.model.ModelRequest;
import dev.retort.model.ModelSource;
import dev.retort.runtime.RunListener;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testing.RandomSchemas;
import dev.retort.testing.SchemaOrder;
import dev.retort.testing.TestDatabase;

/** The law of autogenerate, by files: what is written in SQL makes the database follow the model, and finds back. */
class SqlRevisionLawTests {

    private static final int ROUNDS = 4;

    @TempDir
    private Path folder;

    /** A model of a number and a seed: {@code drawn:3/42} is the third schema that is drawn from 42. */
    public static final class DrawnModel implements ModelSource {

        @Override
        public String scheme() {
            return "drawn";
        }

        @Override
        public Schema read(ModelRequest request) {
            String[] words = request.spec().split("/");
            var schemas = new RandomSchemas(new Random(Long.parseLong(words[1])));
            for (int i = 1; i < Integer.parseInt(words[0]); i++) {
                schemas.next();
            }
            return schemas.next();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.retort.testing.TestDatabases#all")
    void aDatabaseFollowsTheModelAndFindsBackByFiles(TestDatabase database) throws SQLException, IOException {
        new Init(folder).run("migrations", "sql", "retort.toml", null);
        Files.createDirectories(folder.resolve("model/META-INF/services"));
        Files.writeString(
                folder.resolve("model/META-INF/services/" + ModelSource.class.getName()), DrawnModel.class.getName());
        long seed = new Random().nextLong();
        for (int round = 1; round <= ROUNDS; round++) {
            try {
                play(database, round, seed);
            } catch (RetortException | AssertionError e) {
                throw new AssertionError("%s, seed %d, round %d: %s".formatted(database, seed, round, e), e);
            }
        }
    }

    private void play(TestDatabase database, int round, long seed) throws SQLException, IOException {
        Settings settings = settings(database, "drawn:" + round + "/" + seed);
        List<Table> before = tables(database);
        Optional<WrittenRevision> written = new CreateRevision(workspace(settings)).autogenerate(request(round));
        if (written.isEmpty()) {
            return;
        }
        String text = Files.readString(written.get().file());

        new Upgrade(workspace(settings)).run("head");
        assertThat(new Check(workspace(settings)).run().summaries()).as(text).isEmpty();
        List<Table> after = tables(database);

        new Downgrade(workspace(settings)).run("-1", false);
        assertThat(tables(database)).as(text).isEqualTo(before);

        new Upgrade(workspace(settings)).run("head");
        assertThat(tables(database)).as(text).isEqualTo(after);
    }

    private Settings settings(TestDatabase database, String model) {
        return Settings.load(
                folder,
                Overrides.of(Map.of("RETORT_CACHE", folder.resolve("cache").toString()))
                        .with(Setting.URL, database.url())
                        .with(Setting.REVISION_FORMAT, "sql")
                        .with(Setting.CLASS_PATH, "model")
                        .with(Setting.MODEL, model));
    }

    private static Workspace workspace(Settings settings) {
        return new Workspace(settings, null, RunListener.NONE, note -> {});
    }

    private static Request request(int round) {
        return new Request(
                Optional.of("round" + round),
                Optional.of("round " + round),
                "head",
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                Path.of(""));
    }

    /** Read what the model is about; Retort's own tables come with the first run and stay. */
    private static List<Table> tables(TestDatabase database) throws SQLException {
        try (var connection = database.connect()) {
            Schema schema = Dialects.of(connection).reflector().read(connection, Scope.DEFAULT_SCHEMA);
            return SchemaOrder.of(schema).stream()
                    .filter(table -> !table.name().name().matches("(?i)alembic_version|retort_history.*"))
                    .toList();
        }
    }
}
