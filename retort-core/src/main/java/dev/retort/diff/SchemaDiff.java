package dev.retort.diff;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import dev.retort.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;

/**
 * Compares the actual schema with the desired one.
 *
 * <p>Expressions can be compared well only after the database itself has written the desired ones its own way. So a caller
 * asks {@link #tablesToNormalize} which tables are worth that, has them normalised by the dialect's {@code Normalizer},
 * and hands the result to {@link #between(Schema, Schema, Schema, Dialect, DiffOptions)}; where the first answer is empty,
 * the second step needs no database.
 */
public final class SchemaDiff {

    private static final Schema NOTHING = new Schema(List.of(), List.of(), List.of());

    private SchemaDiff() {}

    /**
     * Say what has to be done for {@code actual} to become {@code desired}, as far as the texts of expressions show it.
     *
     * @throws RetortException as {@link #between(Schema, Schema, Schema, Dialect, DiffOptions)} does
     */
    public static SchemaChanges between(Schema actual, Schema desired, Dialect dialect, DiffOptions options) {
        return between(actual, desired, NOTHING, dialect, options);
    }

    /**
     * Say what has to be done for {@code actual} to become {@code desired}.
     *
     * @param normalized those of the desired tables whose stored form is known, as the dialect's normaliser gives them; it
     *     is only compared, what goes into operations is as {@code desired} has it
     * @throws RetortException if {@code desired} has no table while {@code actual} has some, or has two tables or columns
     *     whose names this database cannot tell apart
     */
    public static SchemaChanges between(
            Schema actual, Schema desired, Schema normalized, Dialect dialect, DiffOptions options) {
        Comparison comparison = compare(actual, desired, normalized, dialect, options);
        return Rewriting.apply(comparison.draft(), options.rewriters());
    }

    /**
     * List the desired tables in which texts differ from what the database shows, so that only the database can tell
     * whether they mean the same: types, defaults, numbering, checks, generated columns, index expressions and predicates.
     *
     * @return those tables with all enum types of {@code desired}; empty where nothing differs
     * @throws RetortException as {@link #between(Schema, Schema, Schema, Dialect, DiffOptions)} does
     */
    public static Schema tablesToNormalize(Schema actual, Schema desired, Dialect dialect, DiffOptions options) {
        Comparison comparison = compare(actual, desired, NOTHING, dialect, options);
        Set<String> doubtful = new HashSet<>();
        comparison.draft().operations().forEach(operation -> {
            QualifiedName table = Doubt.about(operation);
            if (table != null) {
                doubtful.add(comparison.key(table));
            }
        });
        Schema representable = dialect.representable(desired);
        List<Table> tables = representable.tables().stream()
                .filter(table -> doubtful.contains(comparison.key(table.name())))
                .toList();
        return tables.isEmpty() ? NOTHING : new Schema(tables, List.of(), representable.enums());
    }

    private static Comparison compare(
            Schema actual, Schema desired, Schema normalized, Dialect dialect, DiffOptions options) {
        Schema present = visible(
                actual,
                options,
                table -> options.includeName()
                        .includes(ObjectKind.TABLE, table.name(), table.name().name()));
        Schema wanted = visible(dialect.representable(desired), options, table -> true);
        var comparison = new Comparison(dialect, options);
        DesiredSchemaCheck.check(desired, wanted, present, comparison);
        new EnumDiff(comparison).compare(present, wanted);
        new SequenceDiff(comparison).compare(present, wanted);
        new TablesDiff(comparison).compare(present, wanted, normalized);
        return comparison;
    }

    private static Schema visible(Schema schema, DiffOptions options, Predicate<Table> seen) {
        return new Schema(
                schema.tables().stream()
                        .filter(table -> options.includeTable().test(table.name()) && seen.test(table))
                        .toList(),
                schema.sequences(),
                schema.enums(),
                schema.kept());
    }
}
