package dev.retort.runtime;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Dialect;
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
 * @param dialect the database that SQL is looked at for
 */
record OperationTables(Dialect dialect) implements OperationVisitor<Optional<List<QualifiedName>>> {

    private static Optional<List<QualifiedName>> one(QualifiedName table) {
        return Optional.of(List.of(table));
    }

    private static Optional<List<QualifiedName>> none() {
        return Optional.of(List.of());
    }

    @Override
    public Optional<List<QualifiedName>> createTable(CreateTable operation) {
        return one(operation.table().name());
    }

    @Override
    public Optional<List<QualifiedName>> dropTable(DropTable operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<QualifiedName>> renameTable(RenameTable operation) {
        return Optional.of(List.of(operation.table(), operation.table().sibling(operation.newName())));
    }

    @Override
    public Optional<List<QualifiedName>> commentTable(CommentTable operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<QualifiedName>> addColumn(AddColumn operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<QualifiedName>> dropColumn(DropColumn operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<QualifiedName>> alterColumn(AlterColumn operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<QualifiedName>> addConstraint(AddConstraint operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<QualifiedName>> dropConstraint(DropConstraint operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<QualifiedName>> createIndex(CreateIndex operation) {
        return one(operation.index().table());
    }

    @Override
    public Optional<List<QualifiedName>> dropIndex(DropIndex operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<QualifiedName>> createSequence(CreateSequence operation) {
        return none();
    }

    @Override
    public Optional<List<QualifiedName>> alterSequence(AlterSequence operation) {
        return none();
    }

    @Override
    public Optional<List<QualifiedName>> dropSequence(DropSequence operation) {
        return none();
    }

    @Override
    public Optional<List<QualifiedName>> createEnum(CreateEnum operation) {
        return none();
    }

    @Override
    public Optional<List<QualifiedName>> alterEnum(AlterEnum operation) {
        return none();
    }

    @Override
    public Optional<List<QualifiedName>> dropEnum(DropEnum operation) {
        return none();
    }

    @Override
    public Optional<List<QualifiedName>> bulkInsert(BulkInsert operation) {
        return one(operation.table());
    }

    @Override
    public Optional<List<QualifiedName>> execute(Execute operation) {
        @Nullable String sql = operation.on(dialect.name());
        return sql == null ? none() : new WrittenSql(sql).tables(dialect.names());
    }

    @Override
    public Optional<List<QualifiedName>> run(Run operation) {
        return Optional.empty();
    }
}
