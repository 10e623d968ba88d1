package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** What MariaDB keeps of the session, and what its client does to a text, is the same by script and by run. */
class MariaDbScriptIT {

    private static final List<String> STORED = List.of(
            "SELECT ROUTINE_NAME, ROUTINE_DEFINITION, SQL_MODE, CHARACTER_SET_CLIENT, COLLATION_CONNECTION"
                    + " FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE() ORDER BY 1",
            "SELECT TRIGGER_NAME, ACTION_STATEMENT, SQL_MODE, DEFINER, CHARACTER_SET_CLIENT, COLLATION_CONNECTION"
                    + " FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE() ORDER BY 1",
            "SELECT TABLE_NAME, CHARACTER_SET_CLIENT, COLLATION_CONNECTION"
                    + " FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE() ORDER BY 1",
            "SELECT TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, CHARACTER_SET_NAME, COLUMN_COMMENT"
                    + " FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()"
                    + " AND TABLE_NAME NOT LIKE 'retort%' ORDER BY 1, 2",
            "SELECT * FROM spelled ORDER BY id");

    @TempDir
    private Path folder;

    @Test
    void bodiesModesCharactersAndTextsAreTheSame() throws SQLException {
        Project online = project(TestDatabases.mariadb());
        online.retort("upgrade", "head").done();

        for (List<String> options : List.of(List.of("--sql"), List.of("--sql", "--idempotent"))) {
            Project offline = new Project(folder, TestDatabases.mariadb());
            String[] words = List.of("upgrade", "head", options.get(0), options.get(options.size() - 1))
                    .toArray(String[]::new);
            String script = online.retort(words).done().out();

            new ScriptFeed(offline.database(), folder).done(script);

            for (String question : STORED) {
                assertThat(offline.rows(question))
                        .isEqualTo(online.rows(question))
                        .isNotEmpty();
            }
        }
        assertThat(online.rows("SELECT w FROM spelled ORDER BY id")).containsExactly("c:\\dir\\", "3");
        assertThat(online.rows(STORED.get(0)).get(0)).contains("/* kept */").doesNotContain("IGNORE_SPACE");
    }

    private Project project(TestDatabase database) {
        Project project = new Project(folder, database);
        project.retort("init").done();
        project.write("retort.toml", "script_location = \"migrations\"\nhistory_table = false\n");
        project.sqlRevision("aaaa", "", """
                CREATE TABLE count (c int);
                CREATE TABLE text_of_a_query AS SELECT 'abc' AS c;
                CREATE VIEW seen AS SELECT 'x' AS x;
                CREATE PROCEDURE kept() BEGIN /* kept */ SELECT 1; -- and this
                SELECT 2; END;
                DELIMITER ;;
                /*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 trigger trg before insert on count
                for each row begin set new.c=new.c+1; set new.c=new.c+2; end */;;
                DELIMITER ;
                SET @sql = 'ALTER TABLE count ADD d int';
                PREPARE prepared FROM @sql;
                EXECUTE prepared;
                DEALLOCATE PREPARE prepared;
                EXECUTE IMMEDIATE 'CREATE TABLE made (a int)' -- ended
                ;
                SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES';
                CREATE FUNCTION moded() RETURNS varchar(9) RETURN 'a\\b';
                """, "");
        project.write("migrations/versions/Second.java", SECOND);
        return project;
    }

    private static final String SECOND = """
            import static dev.retort.migration.Definitions.*;
            import static dev.retort.migration.Types.*;
            import dev.retort.migration.*;
            import java.util.List;
            import java.util.Map;

            /** second */
            @Revision(id = "bbbb", downRevision = "aaaa")
            public class Second implements Migration {
                @Override
                public void upgrade(Operations op) {
                    op.createTable("spelled",
                            column("id", integer()).notNull().comment("it's c:\\\\dir; \u00fc"),
                            column("w", varchar(200)),
                            primaryKey("id"));
                    op.bulkInsert("spelled", List.of(Map.of("id", 1, "w", "c:\\\\dir\\\\")));
                    op.execute("INSERT INTO spelled SELECT 2, CHAR_LENGTH('a\\\\b')");
                }

                @Override
                public void downgrade(Operations op) {}
            }
            """;
}
