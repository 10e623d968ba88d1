package dev.retort.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import dev.retort.schema.Facet;
import dev.retort.schema.QualifiedName;

/**
 * What a person may change about a comparison.
 *
 * @param includeTable the tables that are compared, of both schemas; the version table is left out through it
 * @param includeName the objects of the actual schema that are looked at, by name
 * @param includeObject the objects that take part in the comparison
 * @param compareType whether the types of two columns differ
 * @param compareDefault whether the defaults of two columns differ
 * @param implicitName the names of constraints and indexes that no person chose, as the model's source tells them
 *     ({@code UK3dd4...}); such an object is found by what it is, not by its name
 * @param unsaid what the desired schema has no words for
 * @param rewriters what puts other operations in the place of those proposed, in the order in which they are asked
 */
public record DiffOptions(
        Predicate<QualifiedName> includeTable,
        NameFilter includeName,
        ObjectFilter includeObject,
        ColumnComparison compareType,
        ColumnComparison compareDefault,
        Predicate<String> implicitName,
        Set<Facet> unsaid,
        List<OperationRewriter> rewriters) {

    /** Compares everything, by the rules of the dialect, and holds every name to be somebody's choice. */
    public static final DiffOptions DEFAULT = new DiffOptions(
            table -> true,
            (kind, table, name) -> true,
            candidate -> true,
            ColumnComparison.DIALECT,
            ColumnComparison.DIALECT,
            name -> false,
            Set.of(),
            List.of());

    public DiffOptions {
        unsaid = Set.copyOf(unsaid);
        rewriters = List.copyOf(rewriters);
    }

    /** Compare only the tables that {@code filter} accepts too. */
    public DiffOptions includeTable(Predicate<QualifiedName> filter) {
        return new DiffOptions(
                includeTable.and(filter),
                includeName,
                includeObject,
                compareType,
                compareDefault,
                implicitName,
                unsaid,
                rewriters);
    }

    /** Look only at the actual objects that {@code filter} accepts too. */
    public DiffOptions includeName(NameFilter filter) {
        NameFilter both =
                (kind, table, name) -> includeName.includes(kind, table, name) && filter.includes(kind, table, name);
        return new DiffOptions(
                includeTable, both, includeObject, compareType, compareDefault, implicitName, unsaid, rewriters);
    }

    /** Compare only the objects that {@code filter} accepts too. */
    public DiffOptions includeObject(ObjectFilter filter) {
        ObjectFilter both = candidate -> includeObject.includes(candidate) && filter.includes(candidate);
        return new DiffOptions(
                includeTable, includeName, both, compareType, compareDefault, implicitName, unsaid, rewriters);
    }

    /** Ask {@code comparison} whether types differ. */
    public DiffOptions compareType(ColumnComparison comparison) {
        return new DiffOptions(
                includeTable, includeName, includeObject, comparison, compareDefault, implicitName, unsaid, rewriters);
    }

    /** Ask {@code comparison} whether defaults differ. */
    public DiffOptions compareDefault(ColumnComparison comparison) {
        return new DiffOptions(
                includeTable, includeName, includeObject, compareType, comparison, implicitName, unsaid, rewriters);
    }

    /** Hold the names that {@code names} accepts to be nobody's choice too. */
    public DiffOptions implicitName(Predicate<String> names) {
        return new DiffOptions(
                includeTable,
                includeName,
                includeObject,
                compareType,
                compareDefault,
                implicitName.or(names),
                unsaid,
                rewriters);
    }

    /** Leave {@code facets} as they are in the database where the desired schema does not ask for anything special. */
    public DiffOptions unsaid(Set<Facet> facets) {
        return new DiffOptions(
                includeTable, includeName, includeObject, compareType, compareDefault, implicitName, facets, rewriters);
    }

    /** Ask one more rewriter, after those that are there. */
    public DiffOptions rewriter(OperationRewriter rewriter) {
        var more = new ArrayList<>(rewriters);
        more.add(rewriter);
        return new DiffOptions(
                includeTable, includeName, includeObject, compareType, compareDefault, implicitName, unsaid, more);
    }
}
