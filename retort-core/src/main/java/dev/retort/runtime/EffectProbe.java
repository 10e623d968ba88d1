package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.ConstraintNames;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Scope;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.CommentTable;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;

/** Asks the catalog whether an operation that a killed run had begun took effect. */
final class EffectProbe {

    /** What the catalog says. */
    enum Effect {
        PRESENT,
        ABSENT,
        UNKNOWN
    }

    private final Dialect dialect;
    private final Connection connection;

    EffectProbe(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /**
     * Tell whether one of several statements of {@code operation} took effect.
     *
     * @param place of the statement among those that are needed now, from 0
     */
    Effect ofOneOf(Operation operation, int place) throws SQLException {
        if (operation instanceof CreateTable || operation instanceof AddColumn) {
            // What follows are comments, which may be said twice.
            return place == 0 ? of(operation) : Effect.ABSENT;
        }
        if (operation instanceof DropColumn) {
            // What goes before the column is listed only where it is still there.
            return of(operation);
        }
        return operation instanceof AlterEnum || (operation instanceof AlterColumn alter && isRepeatable(alter))
                ? Effect.ABSENT
                : Effect.UNKNOWN;
    }

    /** Tell whether {@code operation}, which is a single statement, took effect. */
    Effect of(Operation operation) throws SQLException {
        if (operation instanceof CreateTable create) {
            return effect(table(create.table().name()).isPresent());
        }
        if (operation instanceof DropTable drop) {
            return effect(table(drop.table()).isEmpty());
        }
        if (operation instanceof RenameTable rename) {
            return effect(table(rename.table().sibling(rename.newName())).isPresent());
        }
        if (operation instanceof AddColumn add) {
            return effect(hasColumn(add.table(), add.column().name()));
        }
        if (operation instanceof DropColumn drop) {
            return effect(!hasColumn(drop.table(), drop.column()));
        }
        if (operation instanceof AlterColumn alter) {
            return altered(alter);
        }
        if (operation instanceof CreateIndex create) {
            return effect(hasIndex(create.index().table(), create.index().name()));
        }
        if (operation instanceof DropIndex drop) {
            return effect(!hasIndex(drop.table(), drop.name()));
        }
        if (operation instanceof AddConstraint add) {
            return add.constraint() instanceof PrimaryKey
                    ? primaryKey(add.table(), true)
                    : constraint(add.table(), add.constraint().name(), true);
        }
        if (operation instanceof DropConstraint drop) {
            return dropped(drop);
        }
        if (operation instanceof AlterEnum) {
            // The words are made what they shall be, and a dialect that needs more for it looks what is missing.
            return Effect.ABSENT;
        }
        // Saying the same comment twice does no harm.
        return operation instanceof CommentTable ? Effect.ABSENT : global(operation);
    }

    private Effect global(Operation operation) throws SQLException {
        var names = new GlobalObject(operation);
        if (names.name() == null) {
            return operation instanceof Execute written
                    ? dialect.tookEffect(connection, written)
                            .map(EffectProbe::effect)
                            .orElse(Effect.UNKNOWN)
                    : Effect.UNKNOWN;
        }
        Schema schema = dialect.reflector().read(connection, Scope.DEFAULT_SCHEMA);
        return effect(names.isIn(schema, dialect.names()) == names.creates());
    }

    private Effect altered(AlterColumn alter) throws SQLException {
        String newName = alter.change().name();
        if (newName != null) {
            return effect(hasColumn(alter.table(), newName));
        }
        return isRepeatable(alter) ? Effect.ABSENT : recounted(alter);
    }

    /** What numbers or computes a column shows in the catalog; not which values an expression has made already. */
    private Effect recounted(AlterColumn alter) throws SQLException {
        String key = dialect.names().columnKey(alter.column());
        Optional<Column> column = table(alter.table()).stream()
                .flatMap(table -> table.columns().stream())
                .filter(each -> dialect.names().columnKey(each.name()).equals(key))
                .findFirst();
        var generated = alter.change().generated();
        var numbering = alter.change().numbering();
        if (column.isEmpty() || alter.change().using() != null) {
            return Effect.UNKNOWN;
        }
        if (generated != null) {
            return generated.value() == null ? effect(column.get().generated() == null) : Effect.UNKNOWN;
        }
        if (numbering != null && (numbering.value() == null || column.get().numbering() == null)) {
            return effect((column.get().numbering() == null) == (numbering.value() == null));
        }
        return Effect.UNKNOWN;
    }

    /**
     * A type, default or comment may be changed again to the same. Values must not be computed twice from what they were, and
     * what numbers or computes a column can be taken away only once. A new name comes last, and is looked for before.
     */
    private static boolean isRepeatable(AlterColumn alter) {
        return alter.change().using() == null
                && alter.change().numbering() == null
                && alter.change().generated() == null;
    }

    private Effect dropped(DropConstraint drop) throws SQLException {
        if (drop.kind() == ConstraintKind.PRIMARY_KEY) {
            return primaryKey(drop.table(), false);
        }
        if (drop.name() != null) {
            return constraint(drop.table(), drop.name(), false);
        }
        Optional<Table> table = table(drop.table());
        return table.isEmpty()
                ? Effect.UNKNOWN
                : effect(ConstraintNames.alike(drop, table.get(), dialect.names(), dialect.types())
                        .isEmpty());
    }

    /** A table has one primary key, whatever its name. */
    private Effect primaryKey(QualifiedName tableName, boolean wanted) throws SQLException {
        Optional<Table> table = table(tableName);
        return table.isEmpty() ? Effect.UNKNOWN : effect((table.get().primaryKey() != null) == wanted);
    }

    private Effect constraint(QualifiedName tableName, @Nullable String name, boolean wanted) throws SQLException {
        if (name == null) {
            return Effect.UNKNOWN;
        }
        Optional<Table> table = table(tableName);
        if (table.isEmpty()) {
            return Effect.UNKNOWN;
        }
        String key = dialect.names().columnKey(name);
        Predicate<Constraint> same = constraint -> constraint.name() != null
                && dialect.names().columnKey(constraint.name()).equals(key);
        boolean present = table.get().elements().stream()
                .anyMatch(element -> element instanceof Constraint constraint && same.test(constraint));
        return effect(present == wanted);
    }

    private boolean hasColumn(QualifiedName tableName, String column) throws SQLException {
        String key = dialect.names().columnKey(column);
        return table(tableName).stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(
                        candidate -> dialect.names().columnKey(candidate.name()).equals(key));
    }

    private boolean hasIndex(QualifiedName tableName, String index) throws SQLException {
        String key = dialect.names().columnKey(index);
        return table(tableName).stream()
                .flatMap(table -> table.indexes().stream())
                .anyMatch(
                        candidate -> dialect.names().columnKey(candidate.name()).equals(key));
    }

    private Optional<Table> table(QualifiedName name) throws SQLException {
        return dialect.reflector().read(connection, Scope.table(name)).tables().stream()
                .findFirst();
    }

    private static Effect effect(boolean present) {
        return present ? Effect.PRESENT : Effect.ABSENT;
    }
}
