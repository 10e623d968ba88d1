package dev.retort.dialect.postgresql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableComment;
import dev.retort.schema.TableElement;

/** A table as it grows while the catalog is read. */
final class TableParts {

    private final QualifiedName name;
    private final List<TableElement> elements = new ArrayList<>();
    private final Map<String, Index> indexes = new LinkedHashMap<>();

    TableParts(QualifiedName name, @Nullable String comment) {
        this.name = name;
        if (comment != null) {
            elements.add(new TableComment(comment));
        }
    }

    QualifiedName name() {
        return name;
    }

    void add(TableElement element) {
        elements.add(element);
    }

    /** Add a part to the index of {@code empty}'s name, which is there or begins with it. */
    void addPart(Index empty, IndexPart part) {
        Index index = indexes.getOrDefault(empty.name(), empty);
        var parts = new ArrayList<>(index.parts());
        parts.add(part);
        put(index, parts, index.include());
    }

    /** Add a column that the index carries but does not search. */
    void addIncluded(Index empty, String column) {
        Index index = indexes.getOrDefault(empty.name(), empty);
        var include = new ArrayList<>(index.include());
        include.add(column);
        put(index, index.parts(), include);
    }

    private void put(Index index, List<IndexPart> parts, List<String> include) {
        indexes.put(index.name(), index.withParts(parts).including(include.toArray(String[]::new)));
    }

    Table table() {
        var all = new ArrayList<>(elements);
        all.addAll(indexes.values());
        return Table.of(name, all);
    }
}
