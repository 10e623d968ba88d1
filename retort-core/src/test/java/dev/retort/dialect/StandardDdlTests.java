package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.retort.RetortException;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.operation.Run;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;

class StandardDdlTests {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final Ddl DDL =
            new StandardDdl("standard", new StandardNames(Folding.UPPER, '"', Set.of(), 10, true), new StandardTypes());

    @Test
    void theVersionTableIsMadeAsAlembicMakesIt() {
        Ddl ddl = new StandardDdl(
                "standard", new StandardNames(Folding.UPPER, '"', Set.of(), 63, true), new StandardTypes());
        var table = Table.of(
                QualifiedName.of("alembic_version"),
                Column.of("version_num", new SqlType.VarChar(32)).notNull(),
                new PrimaryKey("alembic_version_pkc", List.of("version_num")));

        assertThat(ddl.statements(new CreateTable(table, false), TableLookup.NONE))
                .containsExactly(SqlStatement.of("""
                                CREATE TABLE alembic_version (
                                    version_num VARCHAR(32) NOT NULL,
                                    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
                                )"""));
    }

    @Test
    void everyNameThatIsTooLongIsRefusedAtOnce() {
        var table = Table.of(
                QualifiedName.of("a_long_table_name"),
                Column.of("a_long_column", new SqlType.Int()),
                Column.of("ééééé", new SqlType.Int()),
                Column.of("éééééé", new SqlType.Int()),
                new PrimaryKey("a_long_key_name", List.of("éé")),
                Index.of("a_long_index", T, List.of("éé")));

        assertThatThrownBy(() -> sql(new CreateTable(table, false)))
                .isInstanceOf(RetortException.class)
                .hasMessage("""
                        The name of table 'a_long_table_name' is too long for standard: 17 bytes, at most 10 are kept
                        The name of column 'a_long_column' of table 'a_long_table_name' is too long for standard: 13 bytes, at most 10 are kept
                        The name of column 'éééééé' of table 'a_long_table_name' is too long for standard: 12 bytes, at most 10 are kept
                        The name of constraint 'a_long_key_name' of table 'a_long_table_name' is too long for standard: 15 bytes, at most 10 are kept
                        The name of index 'a_long_index' of table 'a_long_table_name' is too long for standard: 12 bytes, at most 10 are kept""");
    }

    @Test
    void valuesOfEveryKindAreWrittenOut() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("a", null);
        row.put("b", "it's");
        row.put("c", 1);
        row.put("d", new BigDecimal("1E+3"));
        row.put("e", true);
        row.put("f", new byte[] {0, (byte) 255});
        row.put("g", UUID.fromString("00000000-0000-0000-0000-000000000001"));
        row.put("h", LocalDate.of(2026, 1, 2));
        row.put("i", LocalTime.of(3, 4));
        row.put("j", LocalDateTime.of(2026, 1, 2, 3, 4, 5, 600_000_000));
        row.put("k", Instant.EPOCH);

        assertThat(sql(new BulkInsert(T, List.of(row))))
                .containsExactly("INSERT INTO t (a, b, c, d, e, f, g, h, i, j, k) VALUES (NULL, 'it''s', 1, 1000, TRUE,"
                        + " X'00ff', '00000000-0000-0000-0000-000000000001', DATE '2026-01-02', TIME '03:04:00',"
                        + " TIMESTAMP '2026-01-02 03:04:05.6', TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00')");
    }

    @Test
    void manyRowsGoIntoFewStatements() {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (int number = 0; number < 250; number++) {
            rows.add(new HashMap<>(Map.of("id", number)));
        }

        assertThat(sql(new BulkInsert(T, rows))).hasSize(3);
        assertThat(sql(new BulkInsert(T, rows.subList(0, 2))))
                .containsExactly("INSERT INTO t (id) VALUES\n    (0),\n    (1)");
    }

    @Test
    void rowsWithDifferentColumnsAreRefused() {
        var insert = new BulkInsert(T, List.of(new HashMap<>(Map.of("a", 1)), new HashMap<>(Map.of("b", 1))));

        assertThatThrownBy(() -> sql(insert)).hasMessage("The rows for 't' have different columns: [a] and [b]");
    }

    @Test
    void aTableThatIsThereIsLeftAsItIs() {
        var table = Table.of(T, Column.of("a", new SqlType.Int()));

        assertThat(DDL.statements(new CreateTable(table, true), name -> java.util.Optional.of(table)))
                .isEmpty();
        assertThat(sql(new CreateTable(table, true)))
                .containsExactly("CREATE TABLE IF NOT EXISTS t (\n    a INTEGER\n)");
    }

    @Test
    void codeHasNoStatements() {
        assertThat(sql(new Run("backfill", connection -> {}))).isEmpty();
    }

    @Test
    void namedTypesAreRefusedWhereThereAreNone() {
        assertThatThrownBy(() -> sql(new CreateEnum(new EnumType(T, List.of("a")))))
                .isInstanceOf(RetortException.class)
                .hasMessage("standard cannot make the enum type 't': it has no named types");
    }

    private static List<String> sql(Operation operation) {
        return DDL.statements(operation, TableLookup.NONE).stream()
                .map(SqlStatement::sql)
                .toList();
    }
}
