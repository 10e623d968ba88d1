package dev.retort.operation;

/**
 * One step of a migration, as data.
 *
 * <p>A revision file notes operations down, autogenerate proposes them, and a dialect turns them into SQL. None of these
 * changes them.
 */
public sealed interface Operation
        permits CreateTable,
                DropTable,
                RenameTable,
                CommentTable,
                AddColumn,
                DropColumn,
                AlterColumn,
                AddConstraint,
                DropConstraint,
                CreateIndex,
                DropIndex,
                CreateSequence,
                AlterSequence,
                DropSequence,
                CreateEnum,
                AlterEnum,
                DropEnum,
                BulkInsert,
                Execute,
                Run {

    /**
     * Build the operation that takes this one back.
     *
     * @throws IrreversibleOperationException if what was there before is not known
     */
    Operation inverse();

    /** Answer {@code visitor} with the method of this kind of operation. */
    <R> R accept(OperationVisitor<R> visitor);

    /** Say in a few words what the operation does, for progress, plans and errors; names are not quoted. */
    String summary();
}
