package dev.retort.dialect.h2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.h2.H2Keys.Reference;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Deferral;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableComment;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;

/** Puts the rows of the catalog together. Rows of tables that were not added are left out. */
final class H2Catalog {

    private final H2Names names;
    private final H2TypeReader reader;
    private final H2Keys keys;
    private final String defaultSchema;
    private final Map<QualifiedName, List<TableElement>> tables = new LinkedHashMap<>();
    private final Map<String, List<IndexPart>> indexParts = new HashMap<>();
    private final Map<QualifiedName, EnumType> enums = new LinkedHashMap<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<QualifiedName> kept = new ArrayList<>();
    private final Set<String> rowsOfViews = new HashSet<>();

    H2Catalog(H2Names names, H2TypeReader reader, H2Keys keys, String defaultSchema) {
        this.names = names;
        this.reader = reader;
        this.keys = keys;
        this.defaultSchema = defaultSchema;
    }

    /** Take note of a relation that is no table. A materialized view has its rows in a table of its name and {@code $1}. */
    void keep(CatalogRow row) {
        kept.add(table(row));
        if (row.get("TABLE_CLASS").endsWith(".MaterializedView")) {
            rowsOfViews.add(row.get("TABLE_SCHEMA") + '\0' + row.get("TABLE_NAME") + "$1");
        }
    }

    /** Add a table; those that are kept must have been named before. */
    void addTable(CatalogRow row) {
        if (rowsOfViews.contains(row.get("TABLE_SCHEMA") + '\0' + row.get("TABLE_NAME"))) {
            return;
        }
        List<TableElement> elements = elements(row);
        String comment = row.find("REMARKS");
        if (comment != null && !comment.isEmpty()) {
            elements.add(new TableComment(comment));
        }
        tables.put(table(row), elements);
    }

    /** A domain of words is a named enum. */
    void addDomain(CatalogRow row) {
        QualifiedName name = name(row.get("DOMAIN_SCHEMA"), row.get("DOMAIN_NAME"));
        enums.put(name, new EnumType(name, reader.words(row.get("DOMAIN_SCHEMA"), row.get("DOMAIN_NAME"), "TYPE")));
    }

    void addColumn(CatalogRow row) {
        String expression = row.get("IS_GENERATED").equals("ALWAYS") ? row.find("GENERATION_EXPRESSION") : null;
        String comment = row.find("REMARKS");
        elements(row)
                .add(new Column(
                        names.read(row.get("COLUMN_NAME")),
                        type(row),
                        row.is("IS_NULLABLE"),
                        readable(row.find("COLUMN_DEFAULT")),
                        row.is("IS_IDENTITY") ? identity(row) : null,
                        expression == null ? null : new Generated(UnicodeText.readable(expression), true),
                        null,
                        comment == null || comment.isEmpty() ? null : comment));
    }

    private static @Nullable String readable(@Nullable String sql) {
        return sql == null ? null : UnicodeText.readable(sql);
    }

    private SqlType type(CatalogRow row) {
        String domain = row.find("DOMAIN_NAME");
        if (domain == null) {
            return reader.type(row, row.get("TABLE_SCHEMA"), row.get("TABLE_NAME"), row.get("DTD_IDENTIFIER"));
        }
        QualifiedName name = name(row.get("DOMAIN_SCHEMA"), domain);
        EnumType words = enums.get(name);
        return words == null ? new SqlType.Named(names.spell(name)) : new SqlType.Enumeration(name, words.values());
    }

    /** What H2 does where nothing is said, is not said. */
    private static Identity identity(CatalogRow row) {
        Long start = row.number("IDENTITY_START");
        Long increment = row.number("IDENTITY_INCREMENT");
        return new Identity(
                row.get("IDENTITY_GENERATION").equals("ALWAYS"),
                start == null || start == 1 ? null : start,
                increment == null || increment == 1 ? null : increment);
    }

    void addConstraint(CatalogRow row) {
        String name = names.read(row.get("CONSTRAINT_NAME"));
        List<String> columns = keys.columns(row).stream().map(names::read).toList();
        switch (row.get("CONSTRAINT_TYPE")) {
            case "PRIMARY KEY" -> elements(row).add(new PrimaryKey(name, columns));
            case "UNIQUE" ->
                elements(row)
                        .add(new UniqueConstraint(
                                name, columns, row.get("NULLS_DISTINCT").equals("NO")));
            case "FOREIGN KEY" ->
                keys.reference(row).ifPresent(reference -> elements(row).add(foreignKey(name, columns, reference)));
            default ->
                keys.check(row)
                        .ifPresent(condition ->
                                elements(row).add(new CheckConstraint(name, UnicodeText.readable(condition))));
        }
    }

    private ForeignKey foreignKey(String name, List<String> columns, Reference reference) {
        return new ForeignKey(
                name,
                columns,
                name(reference.schema(), reference.table()),
                reference.columns().stream().map(names::read).toList(),
                action(reference.onDelete()),
                action(reference.onUpdate()),
                Deferral.NOT_DEFERRABLE);
    }

    private static ReferentialAction action(String rule) {
        for (ReferentialAction action : ReferentialAction.values()) {
            if (action.sql().equals(rule)) {
                return action;
            }
        }
        return ReferentialAction.NO_ACTION;
    }

    void addIndexColumn(CatalogRow row) {
        boolean descending = "DESC".equals(row.find("ORDERING_SPECIFICATION"));
        String nulls = row.find("NULL_ORDERING");
        boolean usual = nulls == null || nulls.equals(descending ? "LAST" : "FIRST");
        Boolean nullsFirst = usual ? null : (Boolean) "FIRST".equals(nulls);
        indexParts
                .computeIfAbsent(indexKey(row), key -> new ArrayList<>())
                .add(new IndexPart(names.read(row.get("COLUMN_NAME")), false, descending, nullsFirst, null));
    }

    void addIndex(CatalogRow row) {
        String kind = row.get("INDEX_TYPE_NAME");
        String method = kind.contains("HASH") ? "hash" : kind.contains("SPATIAL") ? "spatial" : null;
        List<IndexPart> parts = indexParts.getOrDefault(indexKey(row), List.of());
        if (!parts.isEmpty()) {
            elements(row)
                    .add(new Index(
                            names.read(row.get("INDEX_NAME")),
                            table(row),
                            parts,
                            kind.startsWith("UNIQUE"),
                            null,
                            method,
                            List.of()));
        }
    }

    void addSequence(CatalogRow row) {
        Long start = row.number("START_VALUE");
        Long increment = row.number("INCREMENT");
        sequences.add(new Sequence(
                name(row.get("SEQUENCE_SCHEMA"), row.get("SEQUENCE_NAME")),
                start == null ? 1 : start,
                increment == null ? 1 : increment));
    }

    /** Describe everything that was added; enums of these schemas alone. */
    Schema schema(List<String> schemas) {
        List<QualifiedName> readable = new ArrayList<>();
        tables.forEach((name, elements) -> {
            if (elements.stream().anyMatch(Column.class::isInstance)) {
                readable.add(name);
            }
        });
        return new Schema(
                readable.stream()
                        .map(name -> Table.of(name, tables.getOrDefault(name, List.of())))
                        .toList(),
                sequences,
                enums.values().stream()
                        .filter(type -> schemas.contains(
                                type.name().schema() == null
                                        ? defaultSchema
                                        : names.catalog(type.name().schema())))
                        .toList(),
                kept);
    }

    /** Rows of views and system tables go into a list of their own that nobody reads. */
    private List<TableElement> elements(CatalogRow row) {
        return tables.getOrDefault(table(row), new ArrayList<>());
    }

    private QualifiedName table(CatalogRow row) {
        return name(row.get("TABLE_SCHEMA"), row.get("TABLE_NAME"));
    }

    private QualifiedName name(String schema, @Nullable String name) {
        return QualifiedName.of(
                schema.equals(defaultSchema) ? null : names.read(schema), names.read(String.valueOf(name)));
    }

    private static String indexKey(CatalogRow row) {
        return row.get("INDEX_SCHEMA") + '\0' + row.get("INDEX_NAME");
    }
}
