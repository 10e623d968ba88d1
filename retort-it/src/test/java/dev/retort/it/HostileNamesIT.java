package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.schema.Schema;
import dev.retort.testing.TestDatabases;

/** Names that nobody should choose, in tables, columns, messages and folders. */
class HostileNamesIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite", "postgresql", "mariadb"})
    void namesThatNobodyShouldChoose(String product) throws IOException, SQLException {
        Path odd = Files.createDirectories(folder.resolve("it's my \"proj\" & \u00fc \ud83d\ude80 $HOME"));
        Project project = new Project(odd, TestDatabases.create(product));
        project.retort("init").done();
        for (String message : messages()) {
            project.retort("revision", "-m", message).done();
        }
        assertThat(project.revisionFiles()).hasSize(messages().size());
        assertThat(project.retort("history").done().out()).contains(messages());

        String face = product.equals("mariadb") ? "\u00e4rger" : "\ud83d\ude00 face";
        project.write("migrations/versions/names.java.txt", "not a revision");
        String head = project.retort("heads").done().out().replaceFirst(" .*\\s*", "");
        project.write("migrations/versions/Names.java", revision(head, face));
        project.retort("upgrade", "head").done();

        Schema schema = project.schema();
        assertThat(schema.tables()).extracting(table -> table.columns().size()).containsExactly(6, 2);
        assertThat(project.retort("current").done().out()).isEqualTo("names (head)\n");
        project.retort("downgrade", "-1").done();
        assertThat(project.schema().tables()).isEmpty();

        String script =
                project.retort("upgrade", head + ":names", "--sql").done().out();
        assertThat(script).contains(face);
        project.retort("upgrade", "head").done();
        assertThat(project.schema()).isEqualTo(schema);
        project.retort("downgrade", "base").done();
        assertThat(project.tables()).isSubsetOf("alembic_version", "retort_history");
    }

    private static List<String> messages() {
        return List.of(
                "it's \"quoted\" */ \\u002a/ and \\ back",
                "-- drop table x; ' \u00fcml\u00e4ut \ud83d\ude00",
                "%s %(rev)s ${HOME} $1");
    }

    private static String revision(String parent, String face) {
        return """
                import static dev.retort.migration.Definitions.*;
                import static dev.retort.migration.Types.*;

                import dev.retort.migration.Migration;
                import dev.retort.migration.Operations;
                import dev.retort.migration.Revision;

                /** hostile names */
                @Revision(id = "names", downRevision = "%s")
                public class Names implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("a table; with \\"quotes\\", 'more' and `these`",
                                column("select", integer()).notNull(),
                                column("it's", varchar(20)).defaultSql("'it''s %%s'"),
                                column("%s", varchar(20)),
                                column("CamelCase", varchar(20)),
                                column("a\\"b`c", integer()),
                                column("-- comment", integer()),
                                primaryKey("select"),
                                unique("it's", "%s").named("uq 'odd' \\"name\\""));
                        op.createTable("order",
                                column("group", integer()).notNull(),
                                column("user", integer()),
                                primaryKey("group"),
                                foreignKey("user").references("a table; with \\"quotes\\", 'more' and `these`", "select"));
                        op.createIndex(index("ix; odd '\\"`", "order", "user"));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("order");
                        op.dropTable("a table; with \\"quotes\\", 'more' and `these`");
                    }
                }
                """.formatted(parent, face, face);
    }
}
