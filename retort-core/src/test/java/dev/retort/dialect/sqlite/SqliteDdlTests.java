package dev.retort.dialect.sqlite;

import static dev.retort.migration.Definitions.alter;
import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Definitions.primaryKey;
import static dev.retort.migration.Definitions.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.retort.RetortException;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableLookup;
import dev.retort.migration.Types;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CommentTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;

/** What SQLite does by itself is left to it; expected statements of recorded cases ddl0353 to ddl0367. */
class SqliteDdlTests {

    private static final QualifiedName T1 = QualifiedName.of("t1");

    @Test
    void aPlainColumnIsAdded() {
        assertThat(sql(new AddColumn(T1, column("c1", Types.integer()))))
                .containsExactly("ALTER TABLE t1 ADD COLUMN c1 INTEGER");
    }

    @Test
    void commentsAreLeftOut() {
        assertThat(sql(new AddColumn(T1, column("c1", Types.integer()).comment("c1 comment"))))
                .containsExactly("ALTER TABLE t1 ADD COLUMN c1 INTEGER");
        assertThat(sql(new CommentTable(T1, "x", null))).isEmpty();
        assertThat(sql(new AlterColumn(T1, "c1", null, alter("c1").comment("x").change())))
                .isEmpty();
    }

    @Test
    void aColumnIsRenamedInPlace() {
        assertThat(sql(new AlterColumn(
                        T1, "old", null, alter("old").renamedTo("new").change())))
                .containsExactly("ALTER TABLE t1 RENAME COLUMN old TO new");
    }

    @Test
    void anIndexStandsInTheSchemaOfItsTable() {
        assertThat(sql(new CreateIndex(index("ix_data", "foo", "data").unique(), false)))
                .containsExactly("CREATE UNIQUE INDEX ix_data ON foo (data)");
        assertThat(sql(new CreateIndex(index("ix", QualifiedName.of("aux", "foo"), "data"), false)))
                .containsExactly("CREATE INDEX aux.ix ON foo (data)");
    }

    @Test
    void aNumberedKeyIsTheNumberOfTheRow() {
        Table table = Table.of(T1, column("id", Types.bigint()).identity(), primaryKey("id"));

        assertThat(sql(new CreateTable(table, false)))
                .containsExactly("CREATE TABLE t1 (\n    id INTEGER NOT NULL,\n    PRIMARY KEY (id)\n)");
    }

    @Test
    void onlyAKeyCanBeNumbered() {
        Table table = Table.of(T1, column("id", Types.bigint()).identity());

        assertThatThrownBy(() -> sql(new CreateTable(table, false)))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("'t1.id', which is not the whole primary key");
    }

    @Test
    void valuesAreSpelledAsSqliteKeepsThem() {
        assertThat(sql(new BulkInsert(T1, List.of(Map.of("at", java.time.LocalDateTime.of(2026, 11, 23, 10, 15))))))
                .containsExactly("INSERT INTO t1 (at) VALUES ('2026-11-23 10:15:00')");
        assertThat(sql(new BulkInsert(T1, List.of(Map.of("yes", true)))))
                .containsExactly("INSERT INTO t1 (yes) VALUES (1)");
    }

    @Test
    void aSequenceIsRefused() {
        assertThatThrownBy(() -> sql(new CreateSequence(sequence("s", 1, 1))))
                .isInstanceOf(RetortException.class)
                .hasMessage("sqlite has no sequences: 's'");
    }

    private static List<String> sql(Operation operation) {
        return new SqliteDialect()
                .ddl().statements(operation, TableLookup.NONE).stream()
                        .map(SqlStatement::sql)
                        .toList();
    }
}
