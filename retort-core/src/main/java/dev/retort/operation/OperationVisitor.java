package dev.retort.operation;

/**
 * One answer for every kind of {@link Operation}; javac names the kind you forgot.
 *
 * @param <R> what an answer is
 */
public interface OperationVisitor<R> {

    R createTable(CreateTable operation);

    R dropTable(DropTable operation);

    R renameTable(RenameTable operation);

    R commentTable(CommentTable operation);

    R addColumn(AddColumn operation);

    R dropColumn(DropColumn operation);

    R alterColumn(AlterColumn operation);

    R addConstraint(AddConstraint operation);

    R dropConstraint(DropConstraint operation);

    R createIndex(CreateIndex operation);

    R dropIndex(DropIndex operation);

    R createSequence(CreateSequence operation);

    R alterSequence(AlterSequence operation);

    R dropSequence(DropSequence operation);

    R createEnum(CreateEnum operation);

    R alterEnum(AlterEnum operation);

    R dropEnum(DropEnum operation);

    R bulkInsert(BulkInsert operation);

    R execute(Execute operation);

    R run(Run operation);
}
