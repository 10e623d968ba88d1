package dev.retort.dialect;

import java.util.List;

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

/** Leads every kind of operation to its method of {@link StandardDdl}, with the tables as they are before it. */
record OperationDispatch(StandardDdl ddl, TableLookup tables) implements OperationVisitor<List<SqlStatement>> {

    @Override
    public List<SqlStatement> createTable(CreateTable operation) {
        return ddl.createTable(operation, tables);
    }

    @Override
    public List<SqlStatement> dropTable(DropTable operation) {
        return ddl.dropTable(operation, tables);
    }

    @Override
    public List<SqlStatement> renameTable(RenameTable operation) {
        return ddl.renameTable(operation, tables);
    }

    @Override
    public List<SqlStatement> commentTable(CommentTable operation) {
        return ddl.commentTable(operation, tables);
    }

    @Override
    public List<SqlStatement> addColumn(AddColumn operation) {
        return ddl.addColumn(operation, tables);
    }

    @Override
    public List<SqlStatement> dropColumn(DropColumn operation) {
        return ddl.dropColumn(operation, tables);
    }

    @Override
    public List<SqlStatement> alterColumn(AlterColumn operation) {
        return ddl.alterColumn(operation, tables);
    }

    @Override
    public List<SqlStatement> addConstraint(AddConstraint operation) {
        return ddl.addConstraint(operation, tables);
    }

    @Override
    public List<SqlStatement> dropConstraint(DropConstraint operation) {
        return ddl.dropConstraint(operation, tables);
    }

    @Override
    public List<SqlStatement> createIndex(CreateIndex operation) {
        return ddl.createIndex(operation, tables);
    }

    @Override
    public List<SqlStatement> dropIndex(DropIndex operation) {
        return ddl.dropIndex(operation, tables);
    }

    @Override
    public List<SqlStatement> createSequence(CreateSequence operation) {
        return ddl.createSequence(operation, tables);
    }

    @Override
    public List<SqlStatement> alterSequence(AlterSequence operation) {
        return ddl.alterSequence(operation, tables);
    }

    @Override
    public List<SqlStatement> dropSequence(DropSequence operation) {
        return ddl.dropSequence(operation, tables);
    }

    @Override
    public List<SqlStatement> createEnum(CreateEnum operation) {
        return ddl.createEnum(operation, tables);
    }

    @Override
    public List<SqlStatement> alterEnum(AlterEnum operation) {
        return ddl.alterEnum(operation, tables);
    }

    @Override
    public List<SqlStatement> dropEnum(DropEnum operation) {
        return ddl.dropEnum(operation, tables);
    }

    @Override
    public List<SqlStatement> bulkInsert(BulkInsert operation) {
        return ddl.bulkInsert(operation, tables);
    }

    @Override
    public List<SqlStatement> execute(Execute operation) {
        return ddl.execute(operation, tables);
    }

    @Override
    public List<SqlStatement> run(Run operation) {
        return List.of();
    }
}
