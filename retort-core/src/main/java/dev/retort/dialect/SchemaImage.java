package dev.retort.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.CommentTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TableComment;
import dev.retort.schema.TableElement;

/** Knows tables by the operations on them; SQL and code written by hand are not understood. */
final class SchemaImage implements TableImage {

    private final Names names;
    private final Map<String, Table> tables = new HashMap<>();

    /** Begin with the tables of {@code schema}. */
    SchemaImage(Schema schema, Names names) {
        this.names = names;
        schema.tables().forEach(this::put);
    }

    @Override
    public Optional<Table> find(QualifiedName name) {
        return Optional.ofNullable(tables.get(key(name)));
    }

    @Override
    public void apply(Operation operation, List<SqlStatement> statements) {
        if (operation instanceof CreateTable create) {
            put(create.table());
        } else if (operation instanceof DropTable drop) {
            tables.remove(key(drop.table()));
        } else if (operation instanceof RenameTable rename) {
            rename(rename);
        } else if (operation instanceof AddColumn add) {
            change(add.table(), elements -> with(elements, add.column()));
        } else if (operation instanceof DropColumn drop) {
            change(drop.table(), elements -> without(elements, column(drop.column())));
        } else if (operation instanceof AlterColumn alter) {
            change(alter.table(), elements -> altered(elements, alter));
        } else if (operation instanceof CommentTable comment) {
            change(comment.table(), elements -> commented(elements, comment.comment()));
        } else {
            applyToKeys(operation);
        }
    }

    private void applyToKeys(Operation operation) {
        if (operation instanceof AddConstraint add) {
            change(add.table(), elements -> with(elements, add.constraint()));
        } else if (operation instanceof DropConstraint drop) {
            change(drop.table(), elements -> without(elements, element -> isDropped(element, drop)));
        } else if (operation instanceof CreateIndex create) {
            change(create.index().table(), elements -> with(elements, create.index()));
        } else if (operation instanceof DropIndex drop) {
            change(
                    drop.table(),
                    elements -> without(
                            elements, element -> element instanceof Index index && same(index.name(), drop.name())));
        }
    }

    private void rename(RenameTable rename) {
        Table table = tables.remove(key(rename.table()));
        if (table != null) {
            put(Table.of(rename.table().sibling(rename.newName()), table.elements()));
        }
    }

    private void change(QualifiedName name, UnaryOperator<List<TableElement>> change) {
        Table table = tables.get(key(name));
        if (table != null) {
            put(Table.of(table.name(), change.apply(table.elements())));
        }
    }

    private void put(Table table) {
        tables.put(key(table.name()), table);
    }

    private String key(QualifiedName name) {
        String schema = name.schema();
        return (schema == null ? "" : names.tableKey(schema)) + '\0' + names.tableKey(name.name());
    }

    private List<TableElement> altered(List<TableElement> elements, AlterColumn alter) {
        List<TableElement> changed = new ArrayList<>();
        for (TableElement element : elements) {
            changed.add(
                    element instanceof Column column && same(column.name(), alter.column())
                            ? alter.change().applyTo(column)
                            : element);
        }
        return changed;
    }

    private boolean isDropped(TableElement element, DropConstraint drop) {
        if (!(element instanceof Constraint constraint)) {
            return false;
        }
        String name = constraint.name();
        return (drop.name() != null && name != null) ? same(name, drop.name()) : constraint.equals(drop.before());
    }

    private Predicate<TableElement> column(String name) {
        return element -> element instanceof Column column && same(column.name(), name);
    }

    private boolean same(String left, String right) {
        return names.columnKey(left).equals(names.columnKey(right));
    }

    private static List<TableElement> with(List<TableElement> elements, TableElement added) {
        List<TableElement> changed = new ArrayList<>(elements);
        changed.add(added);
        return changed;
    }

    private static List<TableElement> without(List<TableElement> elements, Predicate<TableElement> dropped) {
        List<TableElement> changed = new ArrayList<>(elements);
        changed.removeIf(dropped);
        return changed;
    }

    private static List<TableElement> commented(List<TableElement> elements, @Nullable String text) {
        List<TableElement> changed = without(elements, element -> element instanceof TableComment);
        return text == null ? changed : with(changed, new TableComment(text));
    }
}
