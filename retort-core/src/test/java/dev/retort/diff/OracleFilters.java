package dev.retort.diff;

import static dev.retort.diff.ObjectKind.CHECK_CONSTRAINT;
import static dev.retort.diff.ObjectKind.COLUMN;
import static dev.retort.diff.ObjectKind.FOREIGN_KEY;
import static dev.retort.diff.ObjectKind.INDEX;
import static dev.retort.diff.ObjectKind.TABLE;
import static dev.retort.diff.ObjectKind.UNIQUE_CONSTRAINT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The callbacks and settings that Alembic's own tests gave some of the recorded comparisons, by the numbers of these. */
final class OracleFilters {

    /** What is hidden is there all the same, so what is made in its place cannot be made. */
    private static final List<String> HIDES_WHAT_IS_MADE = List.of("ag0078", "ag0326", "ag0674");

    private static final String CHECK = "ck_t_x_positive";
    private static final List<String> TWO_TABLES = List.of("extra", "order");

    private final Map<String, DiffOptions> options = new TreeMap<>();

    OracleFilters() {
        checks();
        tables();
        keys();
        put(DiffOptions.DEFAULT.compareType((table, actual, desired) -> Optional.of(false)), 66);
        put(DiffOptions.DEFAULT, 44, 46, 50, 54, 68, 70, 76, 320, 322, 326, 350);
    }

    /** Give what a comparison was told to leave out, or nothing if it compares everything. */
    Optional<DiffOptions> of(String id) {
        return Optional.ofNullable(options.get(id));
    }

    /** Give the schemas that a comparison reads beside the default one. */
    String[] schemas(AutogenerateCases.Case each) {
        boolean two = each.dialect().equals("postgresql") && !each.id().equals("ag0326");
        return two ? new String[] {"test_schema"} : new String[0];
    }

    boolean canBeApplied(String id) {
        return !HIDES_WHAT_IS_MADE.contains(id);
    }

    private void checks() {
        put(names(CHECK_CONSTRAINT, name -> !name.equals(CHECK)), 2, 274);
        put(objects(CHECK_CONSTRAINT, name -> !name.equals(CHECK)), 4, 6, 276, 278);
        put(
                DiffOptions.DEFAULT.includeObject(candidate -> candidate.kind() != CHECK_CONSTRAINT
                        || (CHECK.equals(candidate.name()) && candidate.actual() == null)),
                8,
                280);
        put(
                DiffOptions.DEFAULT.includeObject(candidate -> candidate.kind() != CHECK_CONSTRAINT
                        || (CHECK.equals(candidate.name()) && candidate.desired() == null)),
                10,
                282);
    }

    private void tables() {
        put(table("my_version_table"), 52, 330);
        put(table("alembic_version"), 64, 332);
        put(names(TABLE, name -> !name.equals("parent")), 56, 58, 60, 62, 342, 344, 346, 348);
        put(names(TABLE, name -> !name.equals("extra")), 72);
        put(
                objects(TABLE, name -> !List.of("item", "extra").contains(name))
                        .includeObject(candidate -> candidate.kind() != COLUMN || !"street".equals(candidate.name())),
                74);
        put(
                names(TABLE, TWO_TABLES::contains)
                        .includeName((kind, table, name) -> kind != COLUMN || !"amount".equals(name)),
                78);
        put(
                objects(TABLE, TWO_TABLES::contains)
                        .includeObject(candidate -> candidate.kind() != COLUMN || !"amount".equals(candidate.name())),
                80);
        put(objects(TABLE, name -> name.equals("t2")), 324);
        put(objects(TABLE, name -> name.equals("t1")), 328);
    }

    private void keys() {
        put(objects(INDEX, name -> name.equals("ix2")), 178, 180);
        put(names(INDEX, name -> !name.equals("ix1")), 182);
        put(objects(INDEX, name -> !name.equals("ix1")), 522);
        put(objects(UNIQUE_CONSTRAINT, name -> name.equals("uq2")), 518, 520);
        put(names(UNIQUE_CONSTRAINT, name -> !name.equals("uq1")), 184);
        put(objects(UNIQUE_CONSTRAINT, name -> !name.equals("uq1")), 524);
        put(names(FOREIGN_KEY, name -> !name.equals("fk1")), 674, 676);
    }

    private static DiffOptions names(ObjectKind filtered, Predicate<String> filter) {
        return DiffOptions.DEFAULT.includeName(
                (kind, table, name) -> kind != filtered || name == null || filter.test(name));
    }

    private static DiffOptions objects(ObjectKind filtered, Predicate<String> filter) {
        return DiffOptions.DEFAULT.includeObject(
                candidate -> candidate.kind() != filtered || candidate.name() == null || filter.test(candidate.name()));
    }

    /** Leave the version table out, as a command does. */
    private static DiffOptions table(String versionTable) {
        return DiffOptions.DEFAULT.includeTable(name -> !name.name().equals(versionTable));
    }

    private void put(DiffOptions filtered, int... cases) {
        for (int number : cases) {
            options.put("ag%04d".formatted(number), filtered);
        }
    }
}
