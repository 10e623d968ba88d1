package dev.retort.migration;

import static dev.retort.migration.Arguments.given;
import static dev.retort.migration.Arguments.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentTable;
import dev.retort.operation.ConstraintKind;
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
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.operation.Run;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.EnumType;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;

/**
 * Notes down, in order, what a migration wants done. Nothing runs here, and what was noted is never changed.
 *
 * <p>A name that is given as a string is that of the default schema; {@link Definitions#in} names another. Not safe for
 * use by several threads.
 */
public final class Operations {

    private final CodeLines lines;
    private final DatabaseChoice database;
    private final List<Step> noted = new ArrayList<>();

    /**
     * Begin an empty list.
     *
     * @param migrationClass the name of the class whose lines are remembered with each operation
     */
    public Operations(String migrationClass) {
        this(migrationClass, DatabaseChoice.NONE);
    }

    /** Begin an empty list, as above, for one of several databases. */
    public Operations(String migrationClass, DatabaseChoice database) {
        this.lines = new CodeLines(migrationClass);
        this.database = database;
    }

    /** Tell whether the steps are for the database that the setting {@code databases} calls {@code name}. */
    public boolean isFor(String name) {
        return database.is(name);
    }

    /** List what was noted so far. */
    public List<Step> noted() {
        return List.copyOf(noted);
    }

    /** Make a table, with the indexes that stand among {@code elements}. */
    public void createTable(String table, TableElement... elements) {
        createTable(named(table, "table"), elements);
    }

    /** Make a table, with the indexes that stand among {@code elements}. */
    public void createTable(QualifiedName table, TableElement... elements) {
        note(new CreateTable(Table.of(given(table, "table"), given(elements, "elements")), false));
    }

    /** Make a table unless one of that name exists. */
    public void createTableIfNotExists(String table, TableElement... elements) {
        createTableIfNotExists(named(table, "table"), elements);
    }

    /** Make a table unless one of that name exists. */
    public void createTableIfNotExists(QualifiedName table, TableElement... elements) {
        note(new CreateTable(Table.of(given(table, "table"), given(elements, "elements")), true));
    }

    /** Remove a table and everything it holds. */
    public void dropTable(String table) {
        dropTable(named(table, "table"));
    }

    /** Remove a table and everything it holds. */
    public void dropTable(QualifiedName table) {
        note(new DropTable(given(table, "table"), null, false));
    }

    /** Remove a table if it exists. */
    public void dropTableIfExists(String table) {
        dropTableIfExists(named(table, "table"));
    }

    /** Remove a table if it exists. */
    public void dropTableIfExists(QualifiedName table) {
        note(new DropTable(given(table, "table"), null, true));
    }

    /** Give a table another name in the same schema. */
    public void renameTable(String table, String newName) {
        renameTable(named(table, "table"), newName);
    }

    /** Give a table another name in the same schema. */
    public void renameTable(QualifiedName table, String newName) {
        note(new RenameTable(given(table, "table"), given(newName, "newName")));
    }

    /** Say what a table is for; {@code null} removes the comment. */
    public void commentTable(String table, @Nullable String comment) {
        commentTable(named(table, "table"), comment);
    }

    /** Say what a table is for; {@code null} removes the comment. */
    public void commentTable(QualifiedName table, @Nullable String comment) {
        note(new CommentTable(given(table, "table"), comment, null));
    }

    /** Add a column to a table. */
    public void addColumn(String table, Column column) {
        addColumn(named(table, "table"), column);
    }

    /** Add a column to a table. */
    public void addColumn(QualifiedName table, Column column) {
        note(new AddColumn(given(table, "table"), given(column, "column")));
    }

    /** Remove a column and everything it holds. */
    public void dropColumn(String table, String column) {
        dropColumn(named(table, "table"), column);
    }

    /** Remove a column and everything it holds. */
    public void dropColumn(QualifiedName table, String column) {
        note(new DropColumn(given(table, "table"), given(column, "column"), null));
    }

    /** Turn the column {@code before} into {@code after}; its name may change too. */
    public void alterColumn(String table, Column before, Column after) {
        alterColumn(named(table, "table"), before, after);
    }

    /** Turn the column {@code before} into {@code after}; its name may change too. */
    public void alterColumn(QualifiedName table, Column before, Column after) {
        note(AlterColumn.between(given(table, "table"), given(before, "before"), given(after, "after")));
    }

    /** Turn {@code before} into {@code after}, old values turned by {@code expression}, SQL of this database. */
    public void alterColumn(String table, Column before, Column after, String expression) {
        alterColumn(named(table, "table"), before, after, expression);
    }

    /** Turn {@code before} into {@code after}, old values turned by {@code expression}, SQL of this database. */
    public void alterColumn(QualifiedName table, Column before, Column after, String expression) {
        note(new AlterColumn(
                given(table, "table"),
                given(before, "before").name(),
                before,
                ColumnChange.between(before, given(after, "after")).withUsing(given(expression, "expression"))));
    }

    /** Change only what {@code alteration} gives. */
    public void alterColumn(String table, Alteration alteration) {
        alterColumn(named(table, "table"), alteration);
    }

    /** Change only what {@code alteration} gives. */
    public void alterColumn(QualifiedName table, Alteration alteration) {
        note(new AlterColumn(
                given(table, "table"), given(alteration, "alteration").column(), null, alteration.change()));
    }

    /** Give a column another name. */
    public void renameColumn(String table, String column, String newName) {
        renameColumn(named(table, "table"), column, newName);
    }

    /** Give a column another name. */
    public void renameColumn(QualifiedName table, String column, String newName) {
        note(new AlterColumn(
                given(table, "table"),
                given(column, "column"),
                null,
                ColumnChange.NONE.withName(given(newName, "newName"))));
    }

    /** Add a primary key, foreign key, unique or check constraint to a table. */
    public void addConstraint(String table, Constraint constraint) {
        addConstraint(named(table, "table"), constraint);
    }

    /** Add a primary key, foreign key, unique or check constraint to a table. */
    public void addConstraint(QualifiedName table, Constraint constraint) {
        note(new AddConstraint(given(table, "table"), given(constraint, "constraint")));
    }

    /** Remove a constraint, found by its name, or by what it says where it has none. */
    public void dropConstraint(String table, Constraint constraint) {
        dropConstraint(named(table, "table"), constraint);
    }

    /** Remove a constraint, found by its name, or by what it says where it has none. */
    public void dropConstraint(QualifiedName table, Constraint constraint) {
        note(new DropConstraint(
                given(table, "table"),
                ConstraintKind.of(given(constraint, "constraint")),
                constraint.name(),
                constraint));
    }

    /** Remove the primary key of that name. */
    public void dropPrimaryKey(String table, String name) {
        dropPrimaryKey(named(table, "table"), name);
    }

    /** Remove the primary key of that name. */
    public void dropPrimaryKey(QualifiedName table, String name) {
        note(new DropConstraint(given(table, "table"), ConstraintKind.PRIMARY_KEY, given(name, "name"), null));
    }

    /** Remove the foreign key of that name. */
    public void dropForeignKey(String table, String name) {
        dropForeignKey(named(table, "table"), name);
    }

    /** Remove the foreign key of that name. */
    public void dropForeignKey(QualifiedName table, String name) {
        note(new DropConstraint(given(table, "table"), ConstraintKind.FOREIGN_KEY, given(name, "name"), null));
    }

    /** Remove the unique constraint of that name. */
    public void dropUnique(String table, String name) {
        dropUnique(named(table, "table"), name);
    }

    /** Remove the unique constraint of that name. */
    public void dropUnique(QualifiedName table, String name) {
        note(new DropConstraint(given(table, "table"), ConstraintKind.UNIQUE, given(name, "name"), null));
    }

    /** Remove the check constraint of that name. */
    public void dropCheck(String table, String name) {
        dropCheck(named(table, "table"), name);
    }

    /** Remove the check constraint of that name. */
    public void dropCheck(QualifiedName table, String name) {
        note(new DropConstraint(given(table, "table"), ConstraintKind.CHECK, given(name, "name"), null));
    }

    /** Make an index. */
    public void createIndex(Index index) {
        note(new CreateIndex(given(index, "index"), false));
    }

    /** Make an index while the table stays writable, outside a transaction where the database asks for that. */
    public void createIndexConcurrently(Index index) {
        note(new CreateIndex(given(index, "index"), true));
    }

    /** Remove an index of {@code table}. */
    public void dropIndex(String name, String table) {
        dropIndex(name, named(table, "table"));
    }

    /** Remove an index of {@code table}. */
    public void dropIndex(String name, QualifiedName table) {
        note(new DropIndex(given(table, "table"), given(name, "name"), null, false));
    }

    /** Remove an index of {@code table} while the table stays writable. */
    public void dropIndexConcurrently(String name, String table) {
        dropIndexConcurrently(name, named(table, "table"));
    }

    /** Remove an index of {@code table} while the table stays writable. */
    public void dropIndexConcurrently(String name, QualifiedName table) {
        note(new DropIndex(given(table, "table"), given(name, "name"), null, true));
    }

    /** Make a sequence. */
    public void createSequence(Sequence sequence) {
        note(new CreateSequence(given(sequence, "sequence")));
    }

    /** Change how a sequence counts. */
    public void alterSequence(Sequence before, Sequence after) {
        note(new AlterSequence(given(before, "before"), given(after, "after")));
    }

    /** Remove a sequence. */
    public void dropSequence(String sequence) {
        dropSequence(named(sequence, "sequence"));
    }

    /** Remove a sequence. */
    public void dropSequence(QualifiedName sequence) {
        note(new DropSequence(given(sequence, "sequence"), null));
    }

    /** Make a named type of some words. */
    public void createEnum(String type, String... values) {
        createEnum(named(type, "type"), values);
    }

    /** Make a named type of some words. */
    public void createEnum(QualifiedName type, String... values) {
        note(new CreateEnum(new EnumType(given(type, "type"), List.of(given(values, "values")))));
    }

    /** Change the words of a named type from {@code before} to {@code after}. */
    public void alterEnum(String type, List<String> before, List<String> after) {
        alterEnum(named(type, "type"), before, after);
    }

    /** Change the words of a named type from {@code before} to {@code after}. */
    public void alterEnum(QualifiedName type, List<String> before, List<String> after) {
        note(new AlterEnum(
                new EnumType(given(type, "type"), given(before, "before")), new EnumType(type, given(after, "after"))));
    }

    /** Remove a named type that no column uses. */
    public void dropEnum(String type) {
        dropEnum(named(type, "type"));
    }

    /** Remove a named type that no column uses. */
    public void dropEnum(QualifiedName type) {
        note(new DropEnum(given(type, "type"), null));
    }

    /** Put rows into a table; all rows have the same columns. */
    public void bulkInsert(String table, List<Map<String, @Nullable Object>> rows) {
        bulkInsert(named(table, "table"), rows);
    }

    /** Put rows into a table; all rows have the same columns. */
    public void bulkInsert(QualifiedName table, List<Map<String, @Nullable Object>> rows) {
        note(new BulkInsert(given(table, "table"), given(rows, "rows")));
    }

    /** Run a statement as it is written, on every database; of several in one text, each is run for itself. */
    public void execute(String sql) {
        note(Execute.of(given(sql, "sql")));
    }

    /** Run the SQL of the dialect in use ({@code postgresql}, {@code h2} ...); nothing where it is not named. */
    public void execute(Map<String, String> perDialect) {
        note(new Execute(null, given(perDialect, "perDialect")));
    }

    /** Run the SQL of the dialect in use, or {@code sql} where the dialect is not named. */
    public void execute(String sql, Map<String, String> perDialect) {
        note(new Execute(given(sql, "sql"), given(perDialect, "perDialect")));
    }

    /**
     * Note down what {@code operations} notes. A long migration is written in parts, as Java limits the length of a method
     * but not that of all lambdas in it.
     *
     * @param title what the part is about, for the reader
     */
    public void part(String title, Runnable operations) {
        given(operations, "operations").run();
    }

    /** Run code that needs the connection; refused where only SQL is printed. */
    public void run(String description, Run.Action action) {
        note(new Run(given(description, "description"), given(action, "action")));
    }

    /** Note down an operation that was made by hand. */
    public void note(Operation operation) {
        noted.add(new Step(given(operation, "operation"), lines.calling()));
    }
}
