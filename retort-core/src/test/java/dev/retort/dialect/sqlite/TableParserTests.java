package dev.retort.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.dialect.LiveDatabase;

/** What the parser reads from a statement, SQLite itself reads from it too. */
class TableParserTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t(a)",
                "CREATE TABLE t(a int, b text)",
                "create table if not exists \"t\" ([a b] varchar ( 10 , 2 ) not null default -1, `c``d` \"odd type\")",
                "CREATE TABLE 't' (a INTEGER PRIMARY KEY DESC, b CHECK (b <> ')' and b <> ',')) ",
                "CREATE TABLE t (a /* , b */ int, -- c int,\n d double precision)",
                "CREATE TABLE t (a int primary key on conflict ignore, b text collate nocase default 'x,y'' (')",
                "CREATE TABLE t (a int, b int, constraint u unique (a collate nocase desc, b) check (a > 0) "
                        + "foreign key (a) references p (x) on delete set null not deferrable initially immediate)",
                "CREATE TABLE t (a int references p deferrable initially deferred not null, b default (1+(2)))",
                "CREATE TABLE t (a int, b as (a + 1), c int generated always as (a * 2) stored unique)",
                "CREATE TABLE t (a text not null, b text, primary key (a, b)) without rowid, strict",
                "CREATE TABLE t (a integer constraint x primary key autoincrement, b int constraint y constraint z null)",
                "CREATE TABLE t (a default x'00ff', b default 1.5e-3, c default +3, d default null, e default true)",
                "CREATE TABLE t (\"primary\" text, \"check\" int, key int, action text, \"a\"\"b\" timestamp with time zone(6))"
            })
    void theParserAndSqliteAgree(String sql) throws SQLException {
        try (var database = new LiveDatabase("jdbc:sqlite::memory:")) {
            database.run(sql);
            String stored = database.rows("SELECT sql FROM sqlite_master WHERE name = 't'")
                    .get(0);

            TableDefinition definition = TableParser.parse(stored);

            assertThat(definition.columns().stream().map(ColumnDefinition::name))
                    .containsExactlyElementsOf(database.rows("SELECT name FROM pragma_table_xinfo('t') ORDER BY cid"));
            assertThat(definition.columns().stream()
                            .filter(column -> column.find(Clause.Kind.NOT_NULL).isPresent())
                            .map(ColumnDefinition::name)
                            .filter(name -> !definition.primaryKeyColumns().contains(name)))
                    .containsExactlyElementsOf(database.rows(
                            "SELECT name FROM pragma_table_xinfo('t') WHERE \"notnull\" AND pk = 0 ORDER BY cid"));
            assertThat(definition.primaryKeyColumns())
                    .containsExactlyElementsOf(
                            database.rows("SELECT name FROM pragma_table_xinfo('t') WHERE pk > 0 ORDER BY pk"));
            database.run("DROP TABLE t", definition.sql("t"));
            assertThat(TableParser.parse(definition.sql("t")).columns()).isEqualTo(definition.columns());
        }
    }
}
