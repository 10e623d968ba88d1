package dev.retort.runtime;

import static dev.retort.migration.Definitions.alter;
import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.retort.dialect.Dialects;
import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.revision.Plan;
import dev.retort.script.JavaRevision;

class ForecastTests {

    @Test
    void statementsAreCountedPerRevision() {
        Chain chain = new Chain()
                .add("aaaa", ForecastTests::one, ForecastTests::noOne)
                .sql("bbbb", "INSERT INTO one VALUES (1); INSERT INTO one VALUES (2);", "DELETE FROM one;");

        Forecast.Result found = upgrade(chain, "postgresql", true);

        assertThat(found.steps()).extracting(ForecastStep::statements).containsExactly(1, 2);
        assertThat(found.steps()).allMatch(ForecastStep::exact);
        assertThat(found.commits())
                .containsExactly(new CommitGroup(List.of("aaaa"), 1, null), new CommitGroup(List.of("bbbb"), 2, null));
        assertThat(upgrade(chain, "postgresql", false).commits())
                .containsExactly(new CommitGroup(List.of("aaaa", "bbbb"), 3, null));
    }

    @Test
    void aStatementThatNoTransactionHoldsSplitsItsRevisionAndThoseAroundIt() {
        Chain chain = new Chain()
                .add("aaaa", ForecastTests::one, ForecastTests::noOne)
                .add(
                        "bbbb",
                        op -> {
                            op.execute("UPDATE one SET id = 1");
                            op.createIndexConcurrently(index("ix_one", "one", "id"));
                            op.execute("UPDATE one SET id = 2");
                        },
                        op -> op.dropIndex("ix_one", "one"))
                .add("cccc", op -> op.execute("UPDATE one SET id = 3"), op -> op.execute("SELECT 1"));

        assertThat(upgrade(chain, "postgresql", false).commits())
                .containsExactly(
                        new CommitGroup(List.of("aaaa"), 1, null),
                        new CommitGroup(List.of("bbbb"), 1, null),
                        new CommitGroup(List.of("bbbb"), 1, "CREATE INDEX CONCURRENTLY ix_one ON one (id)"),
                        new CommitGroup(List.of("bbbb"), 1, null),
                        new CommitGroup(List.of("cccc"), 1, null));
    }

    @Test
    void whereDdlIsNotRolledBackEachOfItsStatementsStandsAlone() {
        Chain chain = new Chain()
                .add(
                        "aaaa",
                        op -> {
                            one(op);
                            op.execute("INSERT INTO one VALUES (1)");
                        },
                        ForecastTests::noOne);

        assertThat(upgrade(chain, "mariadb", true).commits())
                .extracting(group -> group.alone() == null ? group.statements() : -1)
                .containsExactly(-1, 1);
    }

    @Test
    void codeIsNamedAndNotRun() {
        Chain chain = new Chain()
                .add(
                        "aaaa",
                        op -> op.run("fill one", connection -> {
                            throw new IllegalStateException("run");
                        }),
                        ForecastTests::noOne);

        ForecastStep step = upgrade(chain, "h2", true).steps().get(0);

        assertThat(step.code()).containsExactly("fill one");
        assertThat(step.statements()).isZero();
        assertThat(step.obstacle()).isNull();
    }

    @Test
    void whatTakesDataAwayIsNamed() {
        Chain chain = new Chain()
                .add(
                        "aaaa",
                        op -> {
                            op.dropTable("one");
                            op.dropColumn("two", "name");
                            op.execute(Map.of("h2", "DELETE FROM three", "postgresql", "SELECT 1"));
                            op.alterEnum("mood", List.of("happy", "sad"), List.of("happy"));
                        },
                        ForecastTests::one);

        assertThat(upgrade(chain, "h2", true).steps().get(0).losses())
                .containsExactly(
                        "table one and its rows",
                        "column two.name and its values",
                        "DELETE FROM three",
                        "'sad' of enum mood");
        assertThat(upgrade(chain, "postgresql", true).steps().get(0).losses()).doesNotContain("DELETE FROM three");
    }

    @Test
    void anUpgradeWithoutADowngradeCannotBeUndone() {
        Chain chain = new Chain()
                .add("aaaa", ForecastTests::one, ForecastTests::noOne)
                .add("bbbb", ForecastTests::noOne, op -> {})
                .put("cccc", new JavaRevision((Migration) ForecastTests::one, "cccc.java"))
                .add("dddd", op -> {}, op -> {});

        List<ForecastStep> steps = upgrade(chain, "h2", true).steps();

        assertThat(steps.get(0).irreversible()).isNull();
        assertThat(steps.get(1).irreversible()).isEqualTo("its downgrade does nothing");
        assertThat(steps.get(2).irreversible()).contains("cannot be downgraded: it has no downgrade()");
        assertThat(steps.get(3).irreversible()).isNull();
    }

    @Test
    void aStepThatCannotRunSaysWhy() {
        Chain chain = new Chain()
                .add("aaaa", ForecastTests::one, ForecastTests::noOne)
                .put("bbbb", new JavaRevision((Migration) ForecastTests::one, "b"));

        Forecast.Result found = new Forecast(Dialects.offline("h2"), chain, true)
                .of(chain.graph().downgrade("base", List.of("bbbb"), false), new Plan(List.of()), chain);

        assertThat(found.steps().get(0).obstacle()).contains("cannot be downgraded");
        assertThat(found.steps().get(1).obstacle()).isNull();
        assertThat(found.steps().get(1).losses()).containsExactly("table one and its rows");
    }

    @Test
    void aStatementThatMustSeeTheTableFirstIsCountedAsAtLeastOne() {
        Chain chain = new Chain()
                .add("aaaa", op -> op.alterColumn("old", alter("name").notNull()), ForecastTests::one);

        ForecastStep step = upgrade(chain, "sqlite", true).steps().get(0);

        assertThat(step.statements()).isEqualTo(1);
        assertThat(step.exact()).isFalse();
    }

    @Test
    void tablesAreKnownFromTheRevisionsBeforeThePlan() {
        Chain chain = new Chain()
                .add("aaaa", op -> op.createTable("old", column("name", integer())), ForecastTests::noOne)
                .add("bbbb", op -> op.alterColumn("old", alter("name").notNull()), ForecastTests::noOne);

        ForecastStep step = new Forecast(Dialects.offline("sqlite"), chain, true)
                .of(
                        chain.graph().upgrade("head", List.of("aaaa")),
                        chain.graph().upgrade("aaaa", List.of()),
                        chain)
                .steps()
                .get(0);

        assertThat(step.exact()).isTrue();
        assertThat(step.statements()).isGreaterThan(2);
    }

    private static void one(Operations op) {
        op.createTable("one", column("id", integer()));
    }

    private static void noOne(Operations op) {
        op.dropTable("one");
    }

    private static Forecast.Result upgrade(Chain chain, String product, boolean transactionPerMigration) {
        return new Forecast(Dialects.offline(product), chain, transactionPerMigration)
                .of(chain.graph().upgrade("head", List.of()), new Plan(List.of()), chain);
    }
}
