package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** Printed scripts go through psql, mariadb and sqlite3 and leave what the online run leaves, hostile text included. */
class ClientScriptIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite", "h2"})
    void aScriptDoesWhatTheRunDoesAndIsTakenBack(String product) throws SQLException {
        Project online = story(product);
        Project offline = new Project(folder, TestDatabases.create(product));
        online.retort("upgrade", "head").done();

        String script = online.retort("upgrade", "head", "--sql").done().out();
        feed(offline.database(), script);

        assertSame(offline, online);
        use(online.database());
        use(offline.database());
        assertSame(offline, online);
        assertThat(offline.rows("SELECT count(*) FROM trail"))
                .as(product)
                .isEqualTo(List.of(product.equals("h2") ? "0" : "1"));

        online.retort("downgrade", "base").done();
        feed(
                offline.database(),
                online.retort("downgrade", "head:base", "--sql").done().out());
        assertThat(offline.tables()).isEqualTo(List.of("alembic_version"));
        assertThat(offline.rows("SELECT * FROM alembic_version")).isEmpty();
        ScriptFeed.assumeClient(product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void anIdempotentScriptDoesWhatTheRunDoes(String product) throws SQLException {
        ScriptFeed.assumeClient(product);
        Project online = story(product);
        Project offline = new Project(folder, TestDatabases.create(product));
        online.retort("upgrade", "head").done();
        String script =
                online.retort("upgrade", "head", "--sql", "--idempotent").done().out();

        for (int time = 1; time <= 2; time++) {
            feed(offline.database(), script);
            assertSame(offline, online);
        }
        use(online.database());
        use(offline.database());
        assertSame(offline, online);
        assertThat(offline.rows("SELECT count(*) FROM trail")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite", "h2"})
    void aRangeContinuesWhatARunBegan(String product) throws SQLException {
        Project online = story(product);
        Project mixed = new Project(folder, TestDatabases.create(product));
        online.retort("upgrade", "head").done();

        mixed.retort("upgrade", "aaaa0002").done();
        feed(
                mixed.database(),
                mixed.retort("upgrade", "aaaa0002:head", "--sql").done().out());
        assertSame(mixed, online);
        feed(
                mixed.database(),
                mixed.retort("downgrade", "head:aaaa0001", "--sql").done().out());
        online.retort("downgrade", "aaaa0001").done();
        assertSame(mixed, online);
        feed(
                mixed.database(),
                mixed.retort("stamp", "aaaa0001:base", "--sql").done().out());
        assertThat(mixed.retort("current").done().out()).isEmpty();
        ScriptFeed.assumeClient(product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void anErrorInAScriptLeavesTheRevisionsBeforeItAndNothingOfItsOwn(String product) throws SQLException {
        Project online = story(product);
        Project offline = new Project(folder, TestDatabases.create(product));
        online.sqlRevision("aaaa0005", "aaaa0004", "CREATE TABLE half (id integer);\nSELECT * FROM nowhere;", "");
        online.sqlRevision("aaaa0006", "aaaa0005", "CREATE TABLE whole (id integer);", "");
        String script = online.retort("upgrade", "head", "--sql").done().out();

        assertThat(new ScriptFeed(offline.database(), folder).said(script)).contains("nowhere");

        assertThat(offline.rows("SELECT * FROM alembic_version")).containsExactly("aaaa0004");
        assertThat(offline.tables()).contains("note").doesNotContain("half", "whole");
        ScriptFeed.assumeClient(product);
    }

    private Project story(String product) {
        Project project = new Project(folder, TestDatabases.create(product));
        project.retort("init").done();
        project.write("retort.toml", "script_location = \"migrations\"\nhistory_table = false\n");
        project.write("migrations/versions/First.java", FIRST);
        project.sqlRevision("aaaa0002", "aaaa0001", rows(product), "DELETE FROM note WHERE id > 10;");
        project.sqlRevision(
                "aaaa0003",
                "aaaa0002",
                "CREATE TABLE trail (id integer);\n" + body(product) + longLines(product),
                "DROP TABLE long_line;\n" + taken(product));
        project.write("migrations/versions/Fourth.java", FOURTH);
        return project;
    }

    private void feed(TestDatabase database, String script) {
        new ScriptFeed(database, folder).done(script);
    }

    private static void use(TestDatabase database) throws SQLException {
        database.run("INSERT INTO note (id, words) VALUES (99, 'used')");
    }

    private static void assertSame(Project offline, Project online) throws SQLException {
        assertThat(offline.schema().toString().replaceAll("constraint_\\w+", "constraint"))
                .isEqualTo(online.schema().toString().replaceAll("constraint_\\w+", "constraint"));
        List<String> tables = online.tables().stream()
                .filter(table -> !table.startsWith("retort_"))
                .toList();
        for (String table : tables) {
            String all = "SELECT * FROM " + table + " ORDER BY 1";
            assertThat(offline.rows(all)).as(table).isEqualTo(online.rows(all));
        }
    }

    private static String rows(String product) {
        String backslash = product.equals("mariadb") ? "\\\\" : "\\";
        return """
                -- a comment; with a semicolon and a 'quote
                INSERT INTO note (id, words) VALUES (11, 'it''s; not -- a comment /* nor this */ :name $1 $$ # \u00fc \ud83d\ude00');
                INSERT INTO note (id, words) VALUES (12, 'two lines
                .quit
                .read nothing
                @q
                @! false
                @.
                GO
                DELIMITER x
                delimiter //
                :name :"name" :''name''
                /
                end'); -- behind it; too
                /* between; */
                INSERT INTO note (id, words) VALUES (13, 'a backslash @ and its quote @''');
                """.replace("@", backslash);
    }

    /** Clients read lines into buffers. */
    private static String longLines(String product) {
        return "CREATE TABLE long_line (id integer, words " + (product.equals("mariadb") ? "longtext" : "text") + ");\n"
                + "INSERT INTO long_line (id, words) VALUES (1, '" + "0123456789 it''s; ".repeat(6_000) + "');\n"
                + "INSERT INTO long_line (id, words) VALUES (2, 'short');\n";
    }

    private static String body(String product) {
        return switch (product) {
            case "postgresql" -> """
                    CREATE FUNCTION note_trail() RETURNS trigger LANGUAGE plpgsql AS $body$
                    BEGIN
                        INSERT INTO trail VALUES (NEW.id); -- one; of two
                        IF (ARRAY[1, 2, 3])[1:2] <> '{1,2}'::integer[] OR '
                    \\q' = ':name' THEN
                            RETURN NULL;
                        END IF;
                        RETURN NEW;
                    END $body$;
                    CREATE TRIGGER note_added AFTER INSERT ON note FOR EACH ROW EXECUTE FUNCTION note_trail();
                    CREATE INDEX CONCURRENTLY ix_trail ON trail (id);
                    """;
            case "mariadb" -> """
                    CREATE TRIGGER note_added AFTER INSERT ON note FOR EACH ROW
                    BEGIN
                        IF NEW.id > 0 THEN
                            INSERT INTO trail VALUES (NEW.id); -- one; of two // three
                        END IF;
                    END;
                    CREATE INDEX ix_trail ON trail (id);
                    """;
            case "sqlite" -> """
                    CREATE TRIGGER note_added AFTER INSERT ON note
                    BEGIN
                        INSERT INTO trail VALUES (CASE WHEN NEW.id > 0 THEN NEW.id END); -- one; of two
                    END;
                    CREATE INDEX ix_trail ON trail (id);
                    """;
            default -> "CREATE INDEX ix_trail ON trail (id);\n";
        };
    }

    private static String taken(String product) {
        return switch (product) {
            case "postgresql" -> "DROP TRIGGER note_added ON note;\nDROP FUNCTION note_trail();\nDROP TABLE trail;";
            case "h2" -> "DROP TABLE trail;";
            default -> "DROP TRIGGER note_added;\nDROP TABLE trail;";
        };
    }

    private static final String FIRST = """
            import static dev.retort.migration.Definitions.*;
            import static dev.retort.migration.Types.*;
            import dev.retort.migration.*;
            import java.util.List;
            import java.util.Map;

            /**
             * a message of two lines; with a semicolon
             * -- and a comment
             */
            @Revision(id = "aaaa0001")
            public class First implements Migration {
                @Override
                public void upgrade(Operations op) {
                    op.createTable("note",
                            column("id", integer()).notNull(),
                            column("words", varchar(200)).defaultSql("'a;b'"),
                            primaryKey("id"));
                    op.bulkInsert("note", List.of(
                            Map.of("id", 1, "words", "it's; \\u00e4\\u4e2d\\ud83d\\ude00"),
                            Map.of("id", 2, "words", "C:\\\\new\\\\table\\\\'"),
                            Map.of("id", 3, "words", "one\\r\\ntwo\\nthree\\ttab"),
                            Map.of("id", 4, "words", "\\\\q\\n.quit\\n:name :'x' $$ -- # \\"")));
                }

                @Override
                public void downgrade(Operations op) {
                    op.dropTable("note");
                }
            }
            """;

    private static final String FOURTH = """
            import static dev.retort.migration.Definitions.*;
            import static dev.retort.migration.Types.*;
            import dev.retort.migration.*;

            /** fourth */
            @Revision(id = "aaaa0004", downRevision = "aaaa0003")
            public class Fourth implements Migration {
                @Override
                public void upgrade(Operations op) {
                    op.execute("UPDATE note SET words = 'ended' WHERE id = 4;  ");
                    op.execute("INSERT INTO note (id, words) VALUES (20, 'x') -- the end");
                    op.execute("DELETE FROM trail");
                    op.createIndex(index("ix_note_words", "note", "words"));
                    op.addColumn("note", column("mark", integer()));
                }

                @Override
                public void downgrade(Operations op) {
                    op.dropColumn("note", "mark");
                    op.dropIndex("ix_note_words", "note");
                }
            }
            """;
}
