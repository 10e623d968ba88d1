package dev.retort.diff;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.Deferral;
import dev.retort.schema.Facet;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;

/** Tells what unique constraints and indexes are, whatever they are called. */
final class KeyShapes {

    private static final String UNIQUE = "unique ";

    private final Comparison comparison;

    KeyShapes(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Give a text that is equal for any two that {@link #same} might call the same. */
    String of(TableElement element) {
        if (element instanceof UniqueConstraint unique) {
            return UNIQUE + sorted(unique.columns());
        }
        Index index = (Index) element;
        if (isPlainUnique(index)) {
            return UNIQUE + sorted(columns(index));
        }
        return (index.isUnique() ? "distinct " : "index ")
                + index.parts().stream()
                        .map(part -> (part.expression() ? "" : comparison.key(part.text())) + '\0' + part.descending())
                        .toList();
    }

    /** Tell whether {@code actual} is what {@code desired} asks for; names are not looked at. */
    boolean same(TableElement actual, Wanted<TableElement> desired) {
        TableElement written = desired.written();
        TableElement stored = desired.stored();
        if (actual instanceof Index index && written instanceof Index wanted && stored instanceof Index kept) {
            return sameIndex(index, new Wanted<>(wanted, kept)) || sameIndex(index, Wanted.of(kept));
        }
        if (!of(actual).startsWith(UNIQUE) || !of(actual).equals(of(written))) {
            return false;
        }
        if (actual instanceof UniqueConstraint unique && written instanceof UniqueConstraint wanted) {
            return sameNulls(unique, wanted)
                    && (wanted.include().isEmpty()
                            || comparison.keys(unique.include()).equals(comparison.keys(wanted.include())))
                    && (wanted.deferral() == Deferral.NOT_DEFERRABLE || unique.deferral() == wanted.deferral());
        }
        return columnsOf(actual).equals(columnsOf(written));
    }

    private boolean sameNulls(UniqueConstraint actual, UniqueConstraint wanted) {
        return actual.nullsNotDistinct() == wanted.nullsNotDistinct()
                || (actual.nullsNotDistinct() && comparison.isUnsaid(Facet.NULLS_NOT_DISTINCT));
    }

    private List<String> columnsOf(TableElement element) {
        return comparison.keys(
                element instanceof UniqueConstraint unique ? unique.columns() : columns((Index) element));
    }

    private boolean sameIndex(Index actual, Wanted<Index> desired) {
        Index wanted = desired.written();
        if (actual.isUnique() != wanted.isUnique()
                || (wanted.nullsNotDistinct() && !actual.nullsNotDistinct())
                || !Objects.equals(method(actual), method(wanted))
                || !comparison.keys(actual.include()).equals(comparison.keys(wanted.include()))
                || actual.parts().size() != wanted.parts().size()) {
            return false;
        }
        List<IndexPart> stored = desired.stored().parts();
        for (int i = 0; i < wanted.parts().size(); i++) {
            IndexPart written = wanted.parts().get(i);
            IndexPart kept = stored.size() == wanted.parts().size() ? stored.get(i) : written;
            if (!samePart(actual.parts().get(i), new Wanted<>(written, kept))) {
                return false;
            }
        }
        return samePredicate(actual.where(), wanted.where(), desired.stored().where());
    }

    private boolean samePart(IndexPart actual, Wanted<IndexPart> desired) {
        IndexPart wanted = desired.written();
        boolean sameText = actual.expression()
                ? wanted.expression()
                        && comparison.sameExpression(
                                actual.text(),
                                new Wanted<>(wanted.text(), desired.stored().text()))
                : !wanted.expression() && comparison.key(actual.text()).equals(comparison.key(wanted.text()));
        return sameText
                && actual.descending() == wanted.descending()
                && (Objects.equals(actual.nullsFirst(), wanted.nullsFirst())
                        || Objects.equals(actual.nullsFirst(), desired.stored().nullsFirst()))
                && (wanted.operatorClass() == null
                        || wanted.operatorClass().equalsIgnoreCase(actual.operatorClass())
                        || Objects.equals(
                                actual.operatorClass(), desired.stored().operatorClass()));
    }

    private boolean samePredicate(@Nullable String actual, @Nullable String written, @Nullable String stored) {
        if (actual == null || written == null) {
            return actual == null && written == null;
        }
        return comparison.sameExpression(actual, new Wanted<>(written, stored == null ? written : stored));
    }

    /** The access method that every database takes when none is given. */
    private static @Nullable String method(Index index) {
        String method = index.method();
        return method == null || method.equalsIgnoreCase("btree") ? null : method.toLowerCase(Locale.ROOT);
    }

    private static boolean isPlainUnique(Index index) {
        return index.isUnique()
                && index.where() == null
                && index.include().isEmpty()
                && index.parts().stream()
                        .allMatch(part -> !part.expression() && !part.descending() && part.operatorClass() == null);
    }

    private static List<String> columns(Index index) {
        return index.parts().stream().map(IndexPart::text).toList();
    }

    private String sorted(List<String> columns) {
        return columns.stream().map(comparison::key).sorted().collect(Collectors.joining("\0"));
    }
}
