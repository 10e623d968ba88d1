package dev.retort.revision;

import static dev.retort.revision.Drawn.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.retort.revision.RefusedException.Reason;

class RebaseTests {

    private final RevisionGraph fork = graph("aaaa <- bbbb <- cccc", "aaaa <- dddd <- eeee <- ffff", "dddd <- gggg");

    @Test
    void theFirstRevisionOfTheBranchMovesAndTheOthersFollowIt() {
        Rebase rebase = fork.rebase("ffff", "cccc");

        assertThat(rebase.revision().id()).isEqualTo("dddd");
        assertThat(rebase.onto()).isEqualTo("cccc");
        assertThat(rebase.moved()).containsExactly("eeee", "ffff", "gggg");
        assertThat(rebase.changes()).isTrue();
    }

    @Test
    void aBranchMayMoveToTheMiddleOfAnother() {
        assertThat(fork.rebase("eeee", "bbbb").revision().id()).isEqualTo("dddd");
        assertThat(fork.rebase("ffff", "gggg").revision().id()).isEqualTo("eeee");
    }

    @Test
    void aBranchOfItsOwnMayMoveToo() {
        Rebase rebase = graph("aaaa <- bbbb", "cccc <- dddd").rebase("dddd", "bbbb");

        assertThat(rebase.revision().id()).isEqualTo("cccc");
        assertThat(rebase.changes()).isTrue();
    }

    @Test
    void aBranchThatStandsThereAlreadyStaysAsItIs() {
        assertThat(fork.rebase("cccc", "aaaa").changes()).isFalse();
    }

    @Test
    void whatIsBelowCannotBePutOnTop() {
        assertThat(refused(fork, "bbbb", "cccc").reason()).isEqualTo(Reason.NOTHING_TO_MOVE);
        assertThat(refused(fork, "bbbb", "bbbb")).hasMessage("'bbbb' cannot be put upon itself");
        assertThat(refused(fork, "bbbb", "base")).hasMessage("'base' is no revision");
        assertThat(refused(fork, "bbbb", "heads").candidates()).containsExactly("cccc", "ffff", "gggg");
    }

    @Test
    void aCircleThroughADependencyIsRefused() {
        RevisionGraph graph = graph("aaaa <- bbbb ! eeee", "aaaa <- dddd <- eeee");

        assertThat(refused(graph, "eeee", "bbbb")).hasMessageContaining("'bbbb' depends on 'dddd'");
    }

    @Test
    void aBranchWithSeveralBeginningsIsRefused() {
        RevisionGraph graph = graph("aaaa <- bbbb", "aaaa <- cccc", "aaaa <- dddd", "cccc, dddd <- mmmm");

        RefusedException refused = refused(graph, "mmmm", "bbbb");

        assertThat(refused.reason()).isEqualTo(Reason.AMBIGUOUS_REBASE);
        assertThat(refused.candidates()).containsExactly("cccc", "dddd");
    }

    @Test
    void aMergeWithTheOtherBranchIsRefused() {
        RevisionGraph merged = graph("aaaa <- bbbb <- cccc", "aaaa <- dddd", "bbbb, dddd <- mmmm <- nnnn");

        assertThat(refused(merged, "dddd", "cccc")).hasMessageContaining("Merge point 'mmmm'");
        assertThat(refused(merged, "nnnn", "cccc")).hasMessageContaining("joins the branch with 'bbbb'");
    }

    @Test
    void aMergeWithinTheBranchMovesAsAWhole() {
        RevisionGraph graph =
                graph("aaaa <- bbbb", "aaaa <- cccc <- dddd", "cccc <- eeee", "dddd, eeee <- mmmm", "ffff <- gggg");

        assertThat(graph.rebase("mmmm", "bbbb").revision().id()).isEqualTo("cccc");
        assertThat(graph.rebase("mmmm", "gggg").moved()).contains("bbbb", "mmmm");
    }

    @Test
    void aMergePointThatStandsFirstGetsOneParent() {
        RevisionGraph graph = graph("aaaa <- bbbb", "aaaa <- cccc", "bbbb, cccc <- mmmm", "bbbb, cccc <- nnnn");

        assertThat(graph.rebase("nnnn", "mmmm").revision().id()).isEqualTo("nnnn");
    }

    @Test
    void whatIsAppliedKeepsItsPlace() {
        Rebase rebase = fork.rebase("ffff", "cccc");

        assertThatCode(() -> fork.refuseApplied(rebase, List.of("cccc"))).doesNotThrowAnyException();
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> fork.refuseApplied(rebase, List.of("cccc", "eeee")));
        assertThat(refused).hasMessageContaining("'dddd' is applied");
        assertThat(refused.hint()).contains("retort downgrade", "retort merge");
    }

    private static RefusedException refused(RevisionGraph graph, String revision, String onto) {
        return catchThrowableOfType(RefusedException.class, () -> graph.rebase(revision, onto));
    }
}
