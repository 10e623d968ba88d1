package dev.retort.dialect.sqlite;

import static dev.retort.migration.Definitions.alter;
import static dev.retort.migration.Definitions.check;
import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.foreignKey;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Definitions.primaryKey;
import static dev.retort.migration.Definitions.unique;
import static dev.retort.migration.Types.bigint;
import static dev.retort.migration.Types.integer;
import static dev.retort.migration.Types.text;
import static dev.retort.migration.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.retort.RetortException;
import dev.retort.dialect.LiveDatabase;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.testing.TestDatabases;

class SqliteRebuildTests {

    private LiveDatabase database;

    @BeforeEach
    void connectWithForeignKeysEnforced() throws SQLException {
        database = new LiveDatabase(TestDatabases.sqlite().url() + "?foreign_keys=true");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void aRebuildNeverFollowsOnDeleteCascade() throws SQLException {
        database.run("CREATE TABLE p (id INTEGER PRIMARY KEY, a TEXT)");
        database.run("CREATE TABLE c (p INTEGER REFERENCES p ON DELETE CASCADE)");
        database.run("INSERT INTO p VALUES (1, 'x'), (2, 'y')");
        database.run("INSERT INTO c VALUES (1), (2)");

        database.migrate(op -> op.alterColumn("p", alter("a").notNull()));

        assertThat(database.rows("SELECT p FROM c ORDER BY 1")).containsExactly("1", "2");
        assertThat(database.rows("PRAGMA foreign_keys")).containsExactly("1");
        database.run("DELETE FROM p WHERE id = 1");
        assertThat(database.rows("SELECT p FROM c ORDER BY 1")).containsExactly("2");
    }

    @Test
    void aMigrationThatLeavesReferencesToNothingIsRefused() throws SQLException {
        database.run("CREATE TABLE p (id INTEGER PRIMARY KEY)");
        database.run("CREATE TABLE c (p INTEGER REFERENCES p)");
        database.run("INSERT INTO p VALUES (1)");
        database.run("INSERT INTO c VALUES (1)");

        assertThatThrownBy(() -> database.migrate(op -> op.execute("DELETE FROM p")))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("table 'c', row 1 refers to table 'p'");
        assertThat(database.rows("SELECT id FROM p")).containsExactly("1");
    }

    @Test
    void aRebuildKeepsWhatATableRecordDoesNotHold() throws SQLException {
        database.run("CREATE TABLE log (text TEXT)");
        database.run("""
                CREATE TABLE t (
                  id INTEGER PRIMARY KEY AUTOINCREMENT, -- the key
                  a TEXT COLLATE NOCASE UNIQUE ON CONFLICT REPLACE,
                  b INTEGER CONSTRAINT positive CHECK (b > 0) DEFAULT (1 + 1),
                  c INT AS (b * 2) STORED,
                  [odd "name] REAL,
                  self INTEGER REFERENCES t (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
                ) STRICT""");
        database.run("CREATE INDEX ix ON t (a COLLATE NOCASE DESC, lower(a)) WHERE b > 5");
        database.run("CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a || ';'); END");
        database.run("CREATE VIEW v AS SELECT a, c FROM t");
        database.run("INSERT INTO t (id, a, b, self) VALUES (7, 'x', 9, 7), (8, 'y', 8, 7)");
        database.run("DELETE FROM t WHERE id = 8");

        database.migrate(op -> op.alterColumn("t", alter("b").notNull()));

        assertThat(database.rows("SELECT id || a || b || c || self FROM t")).containsExactly("7x9187");
        database.run("INSERT INTO t (a) VALUES ('X')");
        assertThat(database.rows("SELECT id || a || b || c || ifnull(self, '-') FROM t"))
                .containsExactly("9X24-");
        assertThat(database.rows("SELECT text FROM log")).containsExactly("x;", "y;", "X;");
        assertThat(database.rows("SELECT a || c FROM v")).containsExactly("X4");
        assertThat(database.rows(
                        "SELECT name FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY 1"))
                .containsExactly("ix", "log", "t", "tr", "v");
        assertThat(database.rows("SELECT sql FROM sqlite_master WHERE name = 't'")
                        .get(0))
                .contains("AUTOINCREMENT", "ON CONFLICT REPLACE", "CONSTRAINT positive", "STRICT", "NOT NULL")
                .contains("REFERENCES t (id)");
        assertThatThrownBy(() -> database.run("INSERT INTO t (b) VALUES (0)")).hasMessageContaining("positive");
    }

    @Test
    void rowsKeepTheirHiddenNumber() throws SQLException {
        database.run("CREATE TABLE t (a TEXT)");
        database.run("INSERT INTO t (rowid, a) VALUES (5, 'x'), (9, 'y')");

        database.migrate(op -> op.addConstraint("t", unique("a")));

        assertThat(database.rows("SELECT rowid || a FROM t ORDER BY 1")).containsExactly("5x", "9y");
    }

    @Test
    void constraintsComeAndGoByNameAndByWhatTheySay() throws SQLException {
        database.run("CREATE TABLE p (id INTEGER PRIMARY KEY)");
        database.run("CREATE TABLE t (id INTEGER NOT NULL, a TEXT UNIQUE, b INTEGER REFERENCES p, CHECK (b <> 3))");
        database.run("INSERT INTO t VALUES (1, 'x', NULL)");
        Table before = database.table("t");

        database.migrate(op -> {
            op.addConstraint("t", primaryKey("id").named("pk"));
            op.addConstraint("t", check("length(a) < 10").named("short"));
            op.dropConstraint("t", unique("a"));
            op.dropConstraint("t", foreignKey("b").references("p", "id"));
            op.dropConstraint("t", check("\"b\"  <> 3"));
        });
        Table between = database.table("t");
        assertThat(between.primaryKey()).isEqualTo(primaryKey("id").named("pk"));
        assertThat(between.uniques()).isEmpty();
        assertThat(between.foreignKeys()).isEmpty();
        assertThat(between.checks()).containsExactly(new CheckConstraint("short", "length(a) < 10"));

        database.migrate(op -> {
            op.dropConstraint("t", primaryKey("id").named("pk"));
            op.dropConstraint("t", check("length(a) < 10").named("short"));
            op.addConstraint("t", unique("a"));
            op.addConstraint("t", foreignKey("b").references("p", "id"));
            op.addConstraint("t", check("b <> 3"));
        });
        assertThat(database.table("t")).isEqualTo(before);
        assertThat(database.rows("SELECT id || a FROM t")).containsExactly("1x");
    }

    @Test
    void aConstraintThatIsNotThereIsNamedTogetherWithThoseThatAre() {
        assertThatThrownBy(() -> {
                    database.run("CREATE TABLE t (a TEXT, CONSTRAINT uq UNIQUE (a))");
                    database.migrate(op -> op.dropConstraint("t", unique("a").named("nope")));
                })
                .isInstanceOf(RetortException.class)
                .hasMessage("Table 't' has no unique constraint 'nope'")
                .extracting(e -> ((RetortException) e).hint())
                .asString()
                .contains("CONSTRAINT uq UNIQUE (a)");
    }

    @Test
    void aColumnIsDroppedWithItsIndexesAndConstraints() throws SQLException {
        database.run("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b INTEGER, CHECK (b > 0), UNIQUE (a, b))");
        database.run("CREATE INDEX ix ON t (b, id)");
        database.run("CREATE INDEX keep ON t (a)");
        database.run("INSERT INTO t VALUES (1, 'x', 2)");

        database.migrate(op -> op.dropColumn("t", "b"));

        assertThat(database.rows("SELECT * FROM t")).containsExactly("1|x");
        assertThat(database.rows("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"))
                .containsExactly("keep");
        assertThat(database.table("t").uniques()).containsExactly(unique("a"));
    }

    @Test
    void aColumnThatAViewUsesIsNotDropped() throws SQLException {
        database.run("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE)");
        database.run("CREATE VIEW v AS SELECT a FROM t");

        assertThatThrownBy(() -> database.migrate(op -> op.dropColumn("t", "a")))
                .hasMessageContaining("error in view v");
        assertThat(database.table("t").uniques()).hasSize(1);
    }

    @Test
    void everyKindOfColumnCanBeAdded() throws SQLException {
        database.run("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        database.run("INSERT INTO t VALUES (1)");

        database.migrate(op -> {
            op.addColumn("t", column("a", integer()));
            op.addColumn("t", column("b", varchar(9)).notNull().defaultSql("'it''s'"));
            op.addColumn("t", column("c", text()).notNull().defaultSql("CURRENT_TIMESTAMP"));
            op.addColumn("t", column("d", integer()).generatedStored("id + 1"));
            op.addColumn("t", column("e", integer()).generatedVirtual("id + 2"));
            op.addColumn("t", column("f", bigint()).defaultSql("abs(-3)"));
        });

        assertThat(database.rows("SELECT b || length(c) || d || e || f FROM t")).containsExactly("it's19233");
    }

    @Test
    void aRequiredColumnWithoutAValueIsAddedToAnEmptyTableOnly() throws SQLException {
        database.run("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        database.migrate(op -> op.addColumn("t", column("a", text()).notNull()));
        assertThat(database.table("t").columns().get(1).nullable()).isFalse();

        database.run("INSERT INTO t VALUES (1, 'x')");
        assertThatThrownBy(() -> database.migrate(
                        op -> op.addColumn("t", column("b", text()).notNull())))
                .isInstanceOf(SQLException.class)
                .satisfies(e ->
                        assertThat(database.dialect().hint((SQLException) e)).contains("give it a default"));
    }

    @Test
    void valuesAreTurnedByTheGivenExpression() throws SQLException {
        database.run("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)");
        database.run("INSERT INTO t VALUES (1, '12 EUR')");

        database.migrate(op -> op.alterColumn(
                "t", alter("a").type(integer(), "cast(a AS integer)").renamedTo("b")));

        assertThat(database.rows("SELECT typeof(b) || b FROM t")).containsExactly("integer12");
    }

    @Test
    void tablesOfAnAttachedDatabaseAreRebuiltThere() throws SQLException {
        database.run("ATTACH ':memory:' AS aux");
        database.run("CREATE TABLE aux.t (a TEXT)");
        database.run("CREATE INDEX aux.ix ON t (a)");
        database.run("CREATE TRIGGER aux.tr AFTER INSERT ON t BEGIN SELECT 1; END");
        database.run("INSERT INTO aux.t VALUES ('x')");

        database.migrate(op -> op.addConstraint(QualifiedName.of("aux", "t"), unique("a")));

        assertThat(database.rows("SELECT name FROM aux.sqlite_master WHERE sql IS NOT NULL ORDER BY 1"))
                .containsExactly("ix", "t", "tr");
        assertThat(database.rows("SELECT a FROM aux.t")).containsExactly("x");
    }

    @Test
    void aTableThatIsNotKnownIsNotRebuiltBlindly() {
        Operation operation = new AlterColumn(
                QualifiedName.of("t"), "a", null, alter("a").notNull().change());

        assertThatThrownBy(() -> new SqliteDialect().ddl().statements(operation, TableLookup.NONE))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("table 't' is not known here");
    }

    @Test
    void aTableThatOnlyARecordDescribesIsRebuiltFromIt() {
        Table table = Table.of(QualifiedName.of("t"), column("a", text()), index("ix", "t", "a"));
        Operation operation = new AlterColumn(
                QualifiedName.of("t"), "a", null, alter("a").notNull().change());

        assertThat(new SqliteDialect().ddl().statements(operation, name -> Optional.of(table)))
                .extracting(statement -> statement.sql())
                .containsExactly(
                        "CREATE TABLE _retort_t (\n    a TEXT NOT NULL\n)",
                        "INSERT INTO _retort_t (rowid, a)\nSELECT rowid, a FROM t",
                        "DROP TABLE t",
                        "PRAGMA legacy_alter_table=ON",
                        "ALTER TABLE _retort_t RENAME TO t",
                        "PRAGMA legacy_alter_table=OFF",
                        "CREATE INDEX ix ON t (a)");
    }
}
