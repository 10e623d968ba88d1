package dev.retort.revision;

import static dev.retort.revision.Drawn.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.retort.revision.RowChange.Delete;
import dev.retort.revision.RowChange.Insert;
import dev.retort.revision.RowChange.Update;

/** What becomes of the rows of the version table at each kind of step, one row touched by each change. */
class VersionRowsTests {

    private final RevisionGraph diamond = graph("aaaa <- bbbb", "aaaa <- cccc", "bbbb, cccc <- mmmm <- nnnn");
    private final RevisionGraph needy = graph("aaaa <- bbbb", "cccc ! aaaa <- dddd");

    @Test
    void aBaseIsInserted() {
        assertThat(up(diamond, "aaaa")).containsExactly(new Insert("aaaa"));
    }

    @Test
    void aSecondBranchIsInsertedBesideTheFirst() {
        assertThat(up(diamond, "cccc", "bbbb")).containsExactly(new Insert("cccc"));
    }

    @Test
    void aChildTakesTheRowOfItsParent() {
        assertThat(up(diamond, "bbbb", "aaaa")).containsExactly(new Update("aaaa", "bbbb"));
    }

    @Test
    void aMergeTakesAllRowsOfItsParents() {
        assertThat(up(diamond, "mmmm", "bbbb", "cccc")).containsExactly(new Delete("bbbb"), new Update("cccc", "mmmm"));
    }

    @Test
    void aDependentTakesTheRowOfWhatItNeeds() {
        assertThat(up(needy, "cccc", "aaaa")).containsExactly(new Update("aaaa", "cccc"));
        assertThat(up(needy, "cccc", "bbbb")).containsExactly(new Insert("cccc"));
    }

    @Test
    void aBaseIsDeletedOnTheWayBack() {
        assertThat(down(diamond, "base", "aaaa")).containsExactly(new Delete("aaaa"));
    }

    @Test
    void aBranchWhoseParentIsStillNeededIsDeleted() {
        assertThat(diamond.downgrade("cccc@-1", List.of("bbbb", "cccc"), false)
                        .steps()
                        .get(0)
                        .rowChanges())
                .containsExactly(new Delete("cccc"));
    }

    @Test
    void aChildGivesItsRowBackToItsParent() {
        assertThat(down(diamond, "mmmm", "nnnn")).containsExactly(new Update("nnnn", "mmmm"));
    }

    @Test
    void aMergeGivesARowBackToEachParent() {
        assertThat(down(diamond, "bbbb", "mmmm")).containsExactly(new Insert("bbbb"), new Update("mmmm", "cccc"));
    }

    @Test
    void aDependentGivesARowBackOnlyToWhatNothingElseNeeds() {
        assertThat(down(needy, "cccc@base", "cccc")).containsExactly(new Update("cccc", "aaaa"));
        assertThat(needy.downgrade("cccc@-1", List.of("bbbb", "cccc"), false)
                        .steps()
                        .get(0)
                        .rowChanges())
                .containsExactly(new Delete("cccc"));
    }

    @Test
    void aStampOfTheBaseClearsTheTable() {
        assertThat(stamp(diamond, false, "base", "bbbb", "cccc"))
                .containsExactly(new Delete("bbbb"), new Delete("cccc"));
        assertThat(stamp(diamond, false, "base")).isEmpty();
    }

    @Test
    void aStampOfARowDoesNothing() {
        assertThat(stamp(diamond, false, "bbbb", "bbbb", "cccc")).isEmpty();
    }

    @Test
    void aStampBelowOrAboveMovesTheRowsOfTheLine() {
        assertThat(stamp(diamond, false, "aaaa", "bbbb", "cccc"))
                .containsExactly(new Delete("bbbb"), new Update("cccc", "aaaa"));
        assertThat(stamp(diamond, false, "nnnn", "bbbb")).containsExactly(new Update("bbbb", "nnnn"));
    }

    @Test
    void aStampOfAnotherBranchIsInserted() {
        assertThat(stamp(diamond, false, "cccc", "bbbb")).containsExactly(new Insert("cccc"));
    }

    @Test
    void aPurgeRemovesEveryRowFirst() {
        assertThat(stamp(diamond, true, "bbbb", "gone", "cccc"))
                .containsExactly(new Delete("cccc"), new Delete("gone"), new Insert("bbbb"));
    }

    @Test
    void aPurgeForSomethingUnknownRemovesNothing() {
        assertThatThrownBy(() -> diamond.stamp(List.of("unknown"), List.of("bbbb"), true))
                .isInstanceOf(RefusedException.class);
    }

    private static List<RowChange> up(RevisionGraph graph, String target, String... rows) {
        return one(graph.upgrade(target, List.of(rows)));
    }

    private static List<RowChange> down(RevisionGraph graph, String target, String... rows) {
        return one(graph.downgrade(target, List.of(rows), false));
    }

    private static List<RowChange> one(Plan plan) {
        assertThat(plan.steps()).hasSize(1);
        return plan.steps().get(0).rowChanges();
    }

    private static List<RowChange> stamp(RevisionGraph graph, boolean purge, String target, String... rows) {
        List<RowChange> changes = new ArrayList<>();
        graph.stamp(List.of(target), List.of(rows), purge).steps().forEach(step -> changes.addAll(step.rowChanges()));
        return changes;
    }
}
