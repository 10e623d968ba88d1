package dev.retort.runtime;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CommentTable;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.OperationVisitor;
import dev.retort.operation.RenameTable;
import dev.retort.operation.Run;
import dev.retort.schema.QualifiedName;

/**
 * Names the tables that an operation changes; nothing where that cannot be told.
 *
 * @param dialectName the database that SQL is looked at for
 */
record OperationTables(String dialectName) implements OperationVisitor<Optional<List<String>>> {

    private static Optional<List<String>> one(QualifiedName table) {
        return Optional.of(List.of(table.toString()));
    }

    private static Optional<List<String>> none() {
        return Optional.of(List.of());
    }

    @Override
    public Optional<List<String>> createTable(CreateTable operation) {
        return one(operation.table().name());
    }

    @Override
    public Optional<List<String>> dropTable(DropTable operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<String>> renameTable(RenameTable operation) {
        return Optional.of(List.of(
                operation.table().toString(),
                operation.table().sibling(operation.newName()).toString()));
    }

    @Override
    public Optional<List<String>> commentTable(CommentTable operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<String>> addColumn(AddColumn operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<String>> dropColumn(DropColumn operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<String>> alterColumn(AlterColumn operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<String>> addConstraint(AddConstraint operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<String>> dropConstraint(DropConstraint operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<String>> createIndex(CreateIndex operation) {
        return one(operation.index().table());
    }

    @Override
    public Optional<List<String>> dropIndex(DropIndex operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<String>> createSequence(CreateSequence operation) {
        return none();
    }

    @Override
    public Optional<List<String>> alterSequence(AlterSequence operation) {
        return none();
    }

    @Override
    public Optional<List<String>> dropSequence(DropSequence operation) {
        return none();
    }

    @Override
    public Optional<List<String>> createEnum(CreateEnum operation) {
        return none();
    }

    @Override
    public Optional<List<String>> alterEnum(AlterEnum operation) {
        return none();
    }

    @Override
    public Optional<List<String>> dropEnum(DropEnum operation) {
        return none();
    }

    @Override
    public Optional<List<String>> bulkInsert(BulkInsert operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<String>> execute(Execute operation) {
        @Nullable String sql = operation.on(dialectName);
        return sql == null ? none() : new WrittenSql(sql).tables();
    }

    @Override
    public Optional<List<String>> run(Run operation) {
        return Optional.empty();
    }
}
