package dev.retort.render;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CommentTable;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableComment;
import dev.retort.schema.UniqueConstraint;

class GoldenJavaTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/render");
    private static final QualifiedName ACCOUNT = QualifiedName.of("account");
    private static final QualifiedName ORDER = QualifiedName.of("shop", "order");

    private static final Map<String, List<Operation>> CASES = Map.of(
            "FirstTables", firstTables(),
            "ChangedTables", changedTables(),
            "ManyTables", manyTables());

    @ParameterizedTest
    @ValueSource(strings = {"FirstTables", "ChangedTables", "ManyTables"})
    void aRevisionReadsAsIfAPersonHadWrittenIt(String name) throws Exception {
        List<Operation> upgrade = requireNonNull(CASES.get(name));
        var downgrade = new ArrayList<Operation>();
        upgrade.stream()
                .filter(operation -> !(operation instanceof BulkInsert))
                .forEach(operation -> downgrade.add(0, operation.inverse()));
        String written = CompiledMigrations.wholeClass(name, JavaRenderer.render(upgrade, downgrade));
        Path golden = GOLDEN.resolve(name + ".java");
        if ("accept".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, written);
        }

        assertThat(golden).content().isEqualTo(written);
        var compiled = new CompiledMigrations();
        compiled.add(name, Files.readString(golden));
        assertThat(CompiledMigrations.upgrade(requireNonNull(compiled.compile().get(name))))
                .isEqualTo(upgrade);
    }

    @Test
    void noGoldenFileIsLeftWithoutATest() throws Exception {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".java", "")))
                    .containsExactlyInAnyOrderElementsOf(CASES.keySet());
        }
    }

    private static List<Operation> firstTables() {
        Column id = Column.of("id", new SqlType.BigInt()).notNull().identity();
        return List.of(
                new CreateEnum(new EnumType(QualifiedName.of("mood"), List.of("sad", "ok"))),
                new CreateSequence(new Sequence(QualifiedName.of("account_seq"), 1, 50)),
                new CreateTable(
                        Table.of(
                                ACCOUNT,
                                id,
                                Column.of("name", new SqlType.VarChar(50)).notNull(),
                                Column.of("created_at", new SqlType.Timestamp(null, false))
                                        .notNull()
                                        .defaultSql("CURRENT_TIMESTAMP")
                                        .comment("when the account was opened, in the time zone of the server"),
                                new PrimaryKey(null, List.of("id")),
                                new UniqueConstraint("uq_account_name", List.of("name"), false),
                                new CheckConstraint("ck_account_name", "name <> '\"'"),
                                Index.of("ix_account_created_at", ACCOUNT, List.of("created_at")),
                                new TableComment("who buys")),
                        false),
                new CreateTable(
                        Table.of(
                                ORDER,
                                id,
                                Column.of("account_id", new SqlType.BigInt()).notNull(),
                                Column.of("total", new SqlType.Decimal(12, 2)).defaultSql("0"),
                                new PrimaryKey("order_pkey", List.of("id")),
                                ForeignKey.of(List.of("account_id"), ACCOUNT, List.of("id"))
                                        .onDelete(ReferentialAction.CASCADE)
                                        .named("fk_order_account")),
                        false),
                new CreateIndex(
                        Index.of("ix_order_total", ORDER, List.of("total")).unique(), false));
    }

    private static List<Operation> changedTables() {
        Column name = Column.of("name", new SqlType.VarChar(50)).notNull();
        return List.of(
                new AddColumn(
                        ACCOUNT,
                        Column.of("is_active", new SqlType.Bool()).notNull().defaultSql("true")),
                AlterColumn.between(ACCOUNT, name, name.type(new SqlType.VarChar(100))),
                new AddConstraint(ACCOUNT, new UniqueConstraint(null, List.of("name"), false)),
                new AlterEnum(
                        new EnumType(QualifiedName.of("mood"), List.of("sad")),
                        new EnumType(QualifiedName.of("mood"), List.of("sad", "happy"))),
                new CommentTable(ORDER, "what they \\ buy\nand \ud83d\ude00", null),
                new BulkInsert(ACCOUNT, List.of(Map.of("name", "Ada"), Map.of("name", "O'Hara"))));
    }

    private static List<Operation> manyTables() {
        var operations = new ArrayList<Operation>();
        for (int i = 0; i < 42; i++) {
            var table = QualifiedName.of("table_" + i);
            operations.add(new CreateTable(
                    Table.of(table, Column.of("id", new SqlType.Int()).notNull(), new PrimaryKey(null, List.of("id"))),
                    false));
        }
        return operations;
    }
}
