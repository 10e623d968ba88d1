package dev.retort.revision;

import static dev.retort.revision.Drawn.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;

class RevisionGraphTests {

    private final RevisionGraph fork = graph("aaaa1 <- bbbb1 {shop} <- cccc1", "aaaa1 <- dddd1 {mail}");

    @Test
    void headsAreThoseWithoutChildrenAndRealHeadsThoseWithoutDependentsToo() {
        RevisionGraph graph = graph("a <- b", "c <- d ! b");
        assertThat(ids(graph.heads())).containsExactly("b", "d");
        assertThat(ids(graph.realHeads())).containsExactly("d");
        assertThat(ids(graph.effectiveHeads())).containsExactly("b");
        assertThat(ids(graph.bases())).containsExactly("a", "c");
    }

    @Test
    void aLabelHoldsUpwardsAndDownToTheNextFork() {
        assertThat(graph("a <- b <- c {x} <- d").detail("a").labels()).containsExactly("x");
        assertThat(fork.detail("cccc1").labels()).containsExactly("shop");
        assertThat(fork.detail("aaaa1").labels()).isEmpty();
        assertThat(graph("a <- b {x} <- c", "b <- d").detail("a").labels()).isEmpty();
    }

    @Test
    void theFirstParentsLineStaysBesideTheMerge() {
        RevisionGraph graph = graph("base1 <- left1 <- left2", "base1 <- rite1 <- rite2", "rite2, left2 <- merge");
        assertThat(steps(graph.upgrade("head", List.of())))
                .containsExactly("base1", "left1", "left2", "rite1", "rite2", "merge");
    }

    @Test
    void aMergeTakesTheRowsOfItsParentsAndGivesThemBack() {
        RevisionGraph graph = graph("a <- b", "a <- c", "b, c <- m");
        assertThat(graph.upgrade("m", List.of("b", "c")).steps().get(0).rowChanges())
                .containsExactly(new RowChange.Delete("b"), new RowChange.Update("c", "m"));
        assertThat(graph.downgrade("b", List.of("m"), false).steps().get(0).rowChanges())
                .containsExactly(new RowChange.Insert("b"), new RowChange.Update("m", "c"));
    }

    @Test
    void aDependencyHasNoRowOfItsOwn() {
        RevisionGraph graph = graph("a <- b", "c ! b");
        assertThat(graph.upgrade("c", List.of("b")).steps().get(0).rowChanges())
                .containsExactly(new RowChange.Update("b", "c"));
        assertThat(graph.downgrade("c@base", List.of("c"), false).steps().get(0).rowChanges())
                .containsExactly(new RowChange.Update("c", "b"));
    }

    @Test
    void aDowngradeThatRevertsAnotherBranchNamesItAndNeedsCascade() {
        RevisionGraph graph = graph("a {left} <- b", "c {right} <- d ! b");
        assertThatThrownBy(() -> graph.downgrade("left@base", List.of("d"), false))
                .hasMessageContaining("'d'")
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.hint()).contains("--cascade"));
        assertThat(steps(graph.downgrade("left@base", List.of("d"), true))).containsExactly("d", "b", "a");
    }

    @Test
    void severalHeadsAreNamedAndAWayToOneOfThemIsShown() {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> fork.upgrade("head", List.of()));
        assertThat(refused.reason()).isEqualTo(RefusedException.Reason.MULTIPLE_HEADS);
        assertThat(refused.candidates()).containsExactly("shop@head", "mail@head");
        assertThat(refused.hint()).contains("'shop@head'");
    }

    @Test
    void aMisspelledNameIsGuessed() {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> fork.upgrade("shpo", List.of()));
        assertThat(refused.hint()).isEqualTo("did you mean 'shop'");
    }

    @Test
    void junkBehindAWalkIsAnError() {
        assertThatThrownBy(() -> fork.upgrade("+1junk", List.of())).hasMessageContaining("'+1junk'");
    }

    @Test
    void aPrefixNeedsFourCharactersAndOneMeaning() {
        assertThat(steps(fork.upgrade("bbbb", List.of()))).containsExactly("aaaa1", "bbbb1");
        assertThatThrownBy(() -> fork.upgrade("bbb", List.of())).hasMessageContaining("'bbbb1' begins with it");
        assertThatThrownBy(() -> graph("abcd1 <- abcd2").upgrade("abcd", List.of()))
                .hasMessageContaining("'abcd1', 'abcd2'");
    }

    @Test
    void walksCountFromTheRowsAndFromRevisions() {
        assertThat(steps(fork.upgrade("+1", List.of("bbbb1")))).containsExactly("cccc1");
        assertThat(steps(fork.upgrade("shop@+2", List.of("dddd1")))).containsExactly("bbbb1", "cccc1");
        assertThat(steps(fork.upgrade("cccc1-1", List.of()))).containsExactly("aaaa1", "bbbb1");
        assertThat(steps(fork.downgrade("-1", List.of("cccc1"), false))).containsExactly("cccc1");
        assertThat(steps(fork.downgrade("shop@-1", List.of("cccc1", "dddd1"), false)))
                .containsExactly("cccc1");
        assertThatThrownBy(() -> fork.downgrade("-1", List.of("cccc1", "dddd1"), false))
                .hasMessageContaining("'cccc1', 'dddd1'");
        assertThatThrownBy(() -> fork.upgrade("+1", List.of("aaaa1"))).hasMessageContaining("'bbbb1', 'dddd1'");
    }

    @Test
    void aRowThatNoFileHasIsNamed() {
        assertThatThrownBy(() -> fork.upgrade("heads", List.of("gone")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("'gone', which no file has");
        assertThat(fork.stamp(List.of("aaaa1"), List.of("gone"), true).steps()).hasSize(2);
    }

    @Test
    void aStackedStampIsRefused() {
        assertThatThrownBy(() -> fork.stamp(List.of("aaaa1", "cccc1"), List.of(), false))
                .hasMessageContaining("already needs 'aaaa1'");
    }

    @Test
    void rangesBelongToScripts() {
        assertThatThrownBy(() -> fork.upgrade("aaaa1:cccc1", List.of())).hasMessageContaining("is a range");
        assertThat(fork.offlineUpgrade("aaaa1:cccc1")).isEqualTo(new OfflineRange(List.of("aaaa1"), List.of("cccc1")));
        assertThatThrownBy(() -> fork.offlineDowngrade("base")).hasMessageContaining("names the end only");
    }

    @Test
    void aHistoryIsCutAtBothEnds() {
        assertThat(ids(fork.history("bbbb1:", List.of()))).containsExactly("cccc1", "bbbb1");
        assertThat(ids(fork.history(":bbbb1", List.of()))).containsExactly("bbbb1", "aaaa1");
        assertThat(ids(fork.history("current:", List.of("cccc1")))).containsExactly("cccc1");
    }

    @Test
    void aNewRevisionStandsOnAHeadOrSplices() {
        assertThatThrownBy(() -> fork.place(PlacementRequest.onHead("new"))).hasMessageContaining("2 heads");
        assertThat(fork.place(new PlacementRequest("new", List.of("heads"), false, List.of(), List.of("mail")))
                        .downRevisions())
                .containsExactly("cccc1", "dddd1");
        assertThatThrownBy(() -> fork.place(new PlacementRequest("new", List.of("bbbb1"), false, List.of(), List.of())))
                .hasMessageContaining("not a head");
    }

    @Test
    void everythingThatIsWrongComesInOneList() {
        BrokenGraphException broken = catchThrowableOfType(
                BrokenGraphException.class,
                () -> RevisionGraph.of(List.of(
                        Drawn.header("a", List.of("a"), List.of(), List.of()),
                        Drawn.header("b", List.of("gone"), List.of("x"), List.of("lost")),
                        Drawn.header("c", List.of("d"), List.of("x"), List.of()),
                        Drawn.header("d", List.of("c"), List.of("b"), List.of()),
                        Drawn.header("d", List.of(), List.of(), List.of()),
                        Drawn.header("e@", List.of(), List.of(), List.of()),
                        Drawn.header("f".repeat(33), List.of(), List.of(), List.of()))));
        assertThat(broken.problems())
                .extracting(GraphProblem::kind)
                .containsExactly(
                        GraphProblem.Kind.ILLEGAL_CHARACTERS,
                        GraphProblem.Kind.ID_TOO_LONG,
                        GraphProblem.Kind.DUPLICATE_ID,
                        GraphProblem.Kind.DUPLICATE_LABEL,
                        GraphProblem.Kind.LABEL_IS_ID,
                        GraphProblem.Kind.MISSING_PARENT,
                        GraphProblem.Kind.MISSING_DEPENDENCY,
                        GraphProblem.Kind.SELF_LOOP,
                        GraphProblem.Kind.CYCLE);
        assertThat(broken).hasMessageContaining("versions/b.java:1").hasMessageContaining("'c' -> 'd' -> 'c'");
    }

    @Test
    void aCircleOfDependenciesIsFound() {
        assertThatThrownBy(() -> graph("a ! c <- b <- c"))
                .isInstanceOf(BrokenGraphException.class)
                .hasMessageContaining("need each other in a circle");
    }

    private static List<String> ids(List<RevisionHeader> revisions) {
        return revisions.stream().map(RevisionHeader::id).toList();
    }

    private static List<String> steps(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.revision() == null ? "-" : step.revision().id())
                .toList();
    }
}
