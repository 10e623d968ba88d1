package dev.retort.hibernate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.hibernate.HibernateException;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

import dev.retort.model.ModelRequest;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

/** Turns a table of Hibernate's into one of ours. */
final class TableReader {

    private final Attributes attributes;
    private final ColumnReader columns;
    private final InitialRows rows;
    private final Spelling spelling;
    private final IndexReader indexes;
    private final List<String> problems = new ArrayList<>();

    TableReader(
            Attributes attributes, ColumnReader columns, InitialRows rows, Spelling spelling, ModelRequest request) {
        this.attributes = attributes;
        this.columns = columns;
        this.rows = rows;
        this.spelling = spelling;
        this.indexes = new IndexReader(spelling, request);
    }

    /** List what could not be read so far: attribute, column and Hibernate's reason. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    Table read(org.hibernate.mapping.Table table) {
        QualifiedName name = spelling.of(table);
        var read = new ArrayList<Column>();
        var checks = new ArrayList<CheckConstraint>();
        var unique = new LinkedHashSet<String>();
        for (org.hibernate.mapping.Column column : attributes.inOrder(table)) {
            try {
                ColumnReader.Reading reading = columns.read(column);
                read.add(reading.column());
                checks.addAll(reading.checks());
                if (reading.unique()) {
                    unique.add(reading.column().name());
                }
            } catch (HibernateException e) {
                problems.add(attributes.describe(table, column) + ": " + e.getMessage());
            }
        }
        table.getChecks().forEach(check -> checks.add(ColumnReader.check(check, spelling)));
        @Nullable PrimaryKey key = primaryKey(table);
        return new Table(
                name,
                read.stream().map(column -> inKey(column, key)).toList(),
                key,
                uniques(table, key, unique),
                foreignKeys(table),
                checks.stream().distinct().toList(),
                indexes.read(table, name),
                table.getComment(),
                rows.of(table));
    }

    /** A column of the primary key rejects NULL whatever Hibernate says of it. */
    private static Column inKey(Column column, @Nullable PrimaryKey key) {
        return key != null && key.columns().contains(column.name()) ? column.notNull() : column;
    }

    private @Nullable PrimaryKey primaryKey(org.hibernate.mapping.Table table) {
        return table.hasPrimaryKey()
                ? new PrimaryKey(null, names(table.getPrimaryKey().getColumns()))
                : null;
    }

    private List<UniqueConstraint> uniques(
            org.hibernate.mapping.Table table, @Nullable PrimaryKey key, Set<String> uniqueColumns) {
        var taken = new HashSet<Set<String>>();
        if (key != null) {
            taken.add(Set.copyOf(key.columns()));
        }
        var uniques = new ArrayList<UniqueConstraint>();
        table.getUniqueKeys().values().stream()
                .map(unique -> new UniqueConstraint(name(unique.getName()), names(unique.getColumns()), false))
                .sorted(Comparator.comparing(unique -> unique.name() == null))
                .filter(unique -> taken.add(Set.copyOf(unique.columns())))
                .forEach(uniques::add);
        uniqueColumns.stream()
                .filter(column -> taken.add(Set.of(column)))
                .map(column -> new UniqueConstraint(null, List.of(column), false))
                .forEach(uniques::add);
        return uniques.stream()
                .sorted(Comparator.comparing(unique -> String.join(",", unique.columns())))
                .toList();
    }

    private List<ForeignKey> foreignKeys(org.hibernate.mapping.Table table) {
        return AcrossVersions.foreignKeys(table).stream()
                .filter(key -> key.isCreationEnabled() && key.isPhysicalConstraint())
                .map(this::foreignKey)
                .sorted(Comparator.comparing(key -> String.join(",", key.columns())))
                .toList();
    }

    private ForeignKey foreignKey(org.hibernate.mapping.ForeignKey key) {
        org.hibernate.mapping.Table target = key.getReferencedTable();
        List<org.hibernate.mapping.Column> referenced =
                key.isReferenceToPrimaryKey() ? target.getPrimaryKey().getColumns() : key.getReferencedColumns();
        ForeignKey plain = ForeignKey.of(names(key.getColumns()), spelling.of(target), names(referenced))
                .onDelete(action(key.getOnDeleteAction()));
        @Nullable String name = name(key.getName());
        return name == null ? plain : plain.named(name);
    }

    private static ReferentialAction action(@Nullable OnDeleteAction action) {
        return action == null
                ? ReferentialAction.NO_ACTION
                : ReferentialAction.valueOf(Objects.requireNonNull(action).name());
    }

    private @Nullable String name(@Nullable String name) {
        @Nullable String chosen = GeneratedNames.chosen(name);
        return chosen == null ? null : spelling.ofText(chosen);
    }

    private List<String> names(List<org.hibernate.mapping.Column> list) {
        return list.stream().map(spelling::of).toList();
    }
}
