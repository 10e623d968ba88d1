package dev.retort.hibernate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.hibernate.mapping.Selectable;
import org.jspecify.annotations.Nullable;

import dev.retort.dialect.ReadableNames;
import dev.retort.model.ModelRequest;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.QualifiedName;

/** Turns the indexes of a table of Hibernate's into ours. */
final class IndexReader {

    private final Spelling spelling;
    private final ModelRequest request;

    IndexReader(Spelling spelling, ModelRequest request) {
        this.spelling = spelling;
        this.request = request;
    }

    List<Index> read(org.hibernate.mapping.Table table, QualifiedName name) {
        return table.getIndexes().values().stream()
                .map(index -> index(index, name))
                .sorted(Comparator.comparing(Index::name))
                .toList();
    }

    private Index index(org.hibernate.mapping.Index index, QualifiedName table) {
        var parts = new ArrayList<IndexPart>();
        for (Selectable selectable : index.getSelectables()) {
            parts.add(part(selectable, index.getSelectableOrderMap().get(selectable)));
        }
        @Nullable String chosen = GeneratedNames.chosen(index.getName());
        String name = chosen == null
                ? ReadableNames.of(
                        request.dialect().names(),
                        "ix",
                        table.name(),
                        parts.stream().map(IndexPart::text).toList())
                : spelling.ofText(chosen);
        return new Index(name, table, parts, index.isUnique(), null, null, List.of());
    }

    /** Hibernate keeps an expression as if it were the name of a column. */
    private IndexPart part(Selectable selectable, @Nullable String order) {
        IndexPart part = selectable instanceof org.hibernate.mapping.Column column && !isExpression(column)
                ? IndexPart.column(spelling.of(column))
                : IndexPart.expression(selectable.getText());
        String words = order == null ? "" : order.toLowerCase(Locale.ROOT);
        if (words.startsWith("desc")) {
            part = part.descendingOrder();
        }
        return words.contains("nulls") ? part.withNulls(words.endsWith("first")) : part;
    }

    private static boolean isExpression(org.hibernate.mapping.Column column) {
        return column.getName().indexOf('(') >= 0;
    }
}
