package dev.retort.dialect.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Names;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

/**
 * Knows the indexes that InnoDB makes by itself so that a foreign key has one: named as the key is, or as its first
 * column where the key was given no name. Source: MariaDB Knowledge Base, Foreign Keys.
 */
final class ForeignKeyIndexes {

    private static final String UNNAMED = ".*_ibfk_\\d+";

    private final Names names;

    ForeignKeyIndexes(Names names) {
        this.names = names;
    }

    /** Give the name of the index that InnoDB makes for a named foreign key. */
    String ownName(ForeignKey foreignKey) {
        String name = foreignKey.name();
        return name == null || name.matches(UNNAMED) ? foreignKey.columns().get(0) : name;
    }

    /** Give the name of the index that InnoDB makes for a foreign key, as far as it can be told without its table. */
    Optional<String> ownName(String name, @Nullable Constraint before) {
        if (before instanceof ForeignKey foreignKey) {
            return Optional.of(ownName(foreignKey.named(name)));
        }
        return name.matches(UNNAMED) ? Optional.empty() : Optional.of(name);
    }

    /** Tell whether an index is there for a foreign key only. */
    boolean isOwn(Index index, List<ForeignKey> foreignKeys) {
        return foreignKeys.stream().anyMatch(foreignKey -> isOwn(index, foreignKey));
    }

    private boolean isOwn(Index index, ForeignKey foreignKey) {
        boolean plain = !index.isUnique()
                && index.method() == null
                && index.parts().stream().allMatch(part -> part.equals(IndexPart.column(part.text())));
        String own = names.columnKey(ownName(foreignKey));
        String name = names.columnKey(index.name());
        boolean numbered = foreignKey.name() != null
                && foreignKey.name().matches(UNNAMED)
                && name.startsWith(own + "_")
                && name.substring(own.length() + 1).matches("\\d+");
        boolean named = foreignKey.name() != null && name.equals(names.columnKey(foreignKey.name()));
        return plain
                && (name.equals(own) || named || numbered)
                && keys(columns(index)).equals(keys(foreignKey.columns()));
    }

    /** Tell whether the name is one that the server gives; given back by a person, it becomes its index's name too. */
    static boolean isServers(String foreignKeyName) {
        return foreignKeyName.matches(UNNAMED);
    }

    /** Name the index that nothing needs once a foreign key is gone, if there is one. */
    Optional<String> unneeded(Table table, String foreignKeyName) {
        Optional<ForeignKey> gone = table.foreignKeys().stream()
                .filter(foreignKey -> foreignKey.name() != null
                        && names.columnKey(foreignKey.name()).equals(names.columnKey(foreignKeyName)))
                .findFirst();
        if (gone.isEmpty()) {
            return Optional.empty();
        }
        String own = ownName(gone.get());
        boolean taken = table.indexes().stream()
                .anyMatch(index -> names.columnKey(index.name()).equals(names.columnKey(own)));
        boolean shared = table.foreignKeys().stream()
                .anyMatch(other -> !other.equals(gone.get()) && leads(gone.get().columns(), other.columns()));
        boolean unique = table.uniques().stream()
                .anyMatch(constraint -> constraint.name() != null
                        && names.columnKey(constraint.name()).equals(names.columnKey(own)));
        return taken || shared || unique ? Optional.empty() : Optional.of(own);
    }

    /** List the foreign keys that would have no index left without {@code indexName}. */
    List<ForeignKey> orphans(Table table, String indexName) {
        var left = new ArrayList<List<String>>();
        var dropped = new ArrayList<List<String>>();
        if (table.primaryKey() != null) {
            left.add(table.primaryKey().columns());
        }
        for (UniqueConstraint unique : table.uniques()) {
            (isNamed(String.valueOf(unique.name()), indexName) ? dropped : left).add(unique.columns());
        }
        for (Index index : table.indexes()) {
            (isNamed(index.name(), indexName) ? dropped : left).add(columns(index));
        }
        return table.foreignKeys().stream()
                .filter(foreignKey -> dropped.stream().anyMatch(index -> leads(index, foreignKey.columns())))
                .filter(foreignKey -> left.stream().noneMatch(index -> leads(index, foreignKey.columns())))
                .toList();
    }

    private boolean isNamed(String name, String wanted) {
        return names.columnKey(name).equals(names.columnKey(wanted));
    }

    private boolean leads(List<String> index, List<String> columns) {
        return index.size() >= columns.size()
                && keys(index.subList(0, columns.size())).equals(keys(columns));
    }

    private List<String> keys(List<String> columns) {
        return columns.stream().map(names::columnKey).toList();
    }

    private static List<String> columns(Index index) {
        return index.parts().stream().map(IndexPart::text).toList();
    }
}
