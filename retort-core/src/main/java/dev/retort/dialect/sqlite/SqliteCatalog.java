package dev.retort.dialect.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Names;
import dev.retort.dialect.sqlite.IndexParser.IndexDefinition;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;

/** Turns the statements of one schema into tables. */
final class SqliteCatalog {

    private final Names names;
    private final SqliteTypes types;
    private final @Nullable String schema;
    private final Map<String, TableDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, List<IndexDefinition>> indexes = new LinkedHashMap<>();

    SqliteCatalog(Names names, SqliteTypes types, @Nullable String schema) {
        this.names = names;
        this.types = types;
        this.schema = schema;
    }

    /** Add the statement of a table, or of an index of a table. */
    void add(String type, String sql) {
        if (type.equals("table")) {
            TableDefinition definition = TableParser.parse(sql);
            definitions.put(key(definition.name()), definition);
        } else {
            IndexDefinition index = IndexParser.parse(sql);
            indexes.computeIfAbsent(key(index.table()), key -> new ArrayList<>())
                    .add(index);
        }
    }

    /** Describe all tables. */
    List<Table> tables() {
        return definitions.values().stream().map(this::describe).toList();
    }

    /** Describe one table. */
    Optional<Table> table(String name) {
        return Optional.ofNullable(definitions.get(names.tableKey(name))).map(this::describe);
    }

    private String key(String catalogName) {
        return names.tableKey(names.read(catalogName));
    }

    private Table describe(TableDefinition definition) {
        var elements = new ArrayList<TableElement>();
        for (ColumnDefinition column : definition.columns()) {
            elements.add(column(definition, column));
        }
        for (Clause clause : definition.allClauses()) {
            if (clause.constraint() != null) {
                elements.add(read(definition, clause.constraint()));
            }
        }
        QualifiedName name = QualifiedName.of(schema, names.read(definition.name()));
        for (IndexDefinition index : indexes.getOrDefault(key(definition.name()), List.of())) {
            elements.add(index(definition, name, index));
        }
        return Table.of(name, elements);
    }

    private Column column(TableDefinition table, ColumnDefinition column) {
        boolean numbered = table.numbersItself(column);
        boolean alwaysThere =
                numbered || (table.withoutRowid() && table.primaryKeyColumns().contains(column.name()));
        var generated = column.generated();
        return new Column(
                names.read(column.name()),
                types.parse(column.type()),
                !alwaysThere && column.find(Clause.Kind.NOT_NULL).isEmpty(),
                column.find(Clause.Kind.DEFAULT)
                        .map(Clause::value)
                        .filter(value -> !value.equalsIgnoreCase("null"))
                        .orElse(null),
                numbered ? Identity.byDefault() : null,
                generated
                        .map(clause -> new Generated(clause.value(), clause.kind() == Clause.Kind.GENERATED_STORED))
                        .orElse(null),
                column.find(Clause.Kind.COLLATE)
                        .map(Clause::value)
                        .filter(collation -> !collation.equalsIgnoreCase("binary"))
                        .map(names::read)
                        .orElse(null),
                null);
    }

    private Constraint read(TableDefinition table, Constraint constraint) {
        String name = constraint.name() == null ? null : names.read(constraint.name());
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(name, columns(table, key.columns()));
        }
        if (constraint instanceof UniqueConstraint unique) {
            return new UniqueConstraint(name, columns(table, unique.columns()), false);
        }
        if (constraint instanceof ForeignKey reference) {
            return reference(table, name, reference);
        }
        return new CheckConstraint(name, ((CheckConstraint) constraint).expression());
    }

    private ForeignKey reference(TableDefinition table, @Nullable String name, ForeignKey reference) {
        String written = reference.target().name();
        TableDefinition target = definitions.get(key(written));
        List<String> targetColumns = reference.targetColumns();
        if (target != null) {
            targetColumns = columns(target, targetColumns.isEmpty() ? target.primaryKeyColumns() : targetColumns);
        } else {
            targetColumns = targetColumns.stream().map(names::read).toList();
        }
        return new ForeignKey(
                name,
                columns(table, reference.columns()),
                QualifiedName.of(schema, names.read(target == null ? written : target.name())),
                targetColumns,
                reference.onDelete(),
                reference.onUpdate(),
                reference.deferral());
    }

    /** Columns are listed as the table defines them, however a rule writes them. */
    private List<String> columns(TableDefinition table, List<String> written) {
        return written.stream()
                .map(name -> table.column(name).map(ColumnDefinition::name).orElse(name))
                .map(names::read)
                .toList();
    }

    private Index index(TableDefinition table, QualifiedName name, IndexDefinition index) {
        List<IndexPart> parts = index.parts().stream()
                .map(part -> part.expression()
                        ? part
                        : new IndexPart(
                                columns(table, List.of(part.text())).get(0),
                                false,
                                part.descending(),
                                null,
                                part.operatorClass()))
                .toList();
        return new Index(names.read(index.name()), name, parts, index.isUnique(), index.where(), null, List.of());
    }
}
