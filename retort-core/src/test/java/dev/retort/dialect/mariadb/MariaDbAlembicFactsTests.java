package dev.retort.dialect.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;

/** What Alembic writes for the same operations, without a database: cases ddl0219 to ddl0257, in our spelling. */
class MariaDbAlembicFactsTests {

    private static final QualifiedName T1 = QualifiedName.of("t1");
    private static final Column C1 = Column.of("c1", new SqlType.Int());

    static Stream<Arguments> facts() {
        Column commented = C1.comment("existing column comment");
        Column flag = Column.of("c1", new SqlType.Bool());
        Column one = Column.of("column one", new SqlType.Int());
        return Stream.of(
                arguments(
                        new AddColumn(T1, Column.of("q", new SqlType.Int()).comment("a comment")),
                        "ALTER TABLE t1 ADD COLUMN q int COMMENT 'a comment'"),
                arguments(
                        AlterColumn.between(QualifiedName.of("foo", "t1"), flag, flag.comment("a 'column' comment")),
                        "ALTER TABLE foo.t1 MODIFY COLUMN c1 tinyint(1) COMMENT 'a ''column'' comment'"),
                arguments(
                        AlterColumn.between(T1, commented, commented.comment(null)),
                        "ALTER TABLE t1 MODIFY COLUMN c1 int"),
                arguments(
                        AlterColumn.between(T1, commented, commented.notNull()),
                        "ALTER TABLE t1 MODIFY COLUMN c1 int NOT NULL COMMENT 'existing column comment'"),
                arguments(
                        AlterColumn.between(
                                T1, C1.defaultSql("5"), C1.defaultSql("5").notNull()),
                        "ALTER TABLE t1 MODIFY COLUMN c1 int NOT NULL DEFAULT 5"),
                arguments(
                        new AlterColumn(T1, "c", null, ColumnChange.NONE.withDefault("'1'")),
                        "ALTER TABLE t1 ALTER COLUMN c SET DEFAULT '1'"),
                arguments(
                        AlterColumn.between(T1, C1.notNull(), C1.notNull().identity()),
                        "ALTER TABLE t1 MODIFY COLUMN c1 int NOT NULL AUTO_INCREMENT"),
                arguments(drop(ConstraintKind.CHECK, "MyCheck"), "ALTER TABLE t1 DROP CONSTRAINT `MyCheck`"),
                arguments(
                        drop(ConstraintKind.FOREIGN_KEY, "f1"),
                        "ALTER TABLE t1 DROP FOREIGN KEY f1, DROP INDEX IF EXISTS f1"),
                arguments(drop(ConstraintKind.UNIQUE, "f1"), "ALTER TABLE t1 DROP INDEX f1"),
                arguments(drop(ConstraintKind.PRIMARY_KEY, "pk"), "ALTER TABLE t1 DROP PRIMARY KEY"),
                arguments(
                        AlterColumn.between(T1, commented, commented.notNull().named("newc1")),
                        "ALTER TABLE t1 CHANGE COLUMN c1 newc1 int NOT NULL COMMENT 'existing column comment'"),
                arguments(
                        AlterColumn.between(QualifiedName.of("my table"), one, one.named("column two")),
                        "ALTER TABLE `my table` RENAME COLUMN `column one` TO `column two`"));
    }

    private static Operation drop(ConstraintKind kind, String name) {
        return new DropConstraint(T1, kind, name, null);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void anOperationIsSpelledWithoutADatabase(Operation operation, String sql) {
        assertThat(new MariaDbDialectProvider().offline().ddl().statements(operation, TableLookup.NONE))
                .containsExactly(SqlStatement.of(sql));
    }
}
