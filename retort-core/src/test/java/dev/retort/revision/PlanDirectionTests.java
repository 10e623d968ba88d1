package dev.retort.revision;

import static dev.retort.revision.Direction.DOWNGRADE;
import static dev.retort.revision.Direction.UPGRADE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Which way a target lies; the database is at {@code bbbb}. */
class PlanDirectionTests {

    private final RevisionGraph graph = Drawn.graph("aaaa <- bbbb <- cccc <- dddd {shop}");

    @Test
    void whatIsNotAppliedLiesAbove() {
        for (String target : List.of("cccc", "dddd", "shop", "head", "heads", "shop@head", "+1", "aaaa+2", "head-1")) {
            assertThat(direction(target)).as(target).isEqualTo(UPGRADE);
        }
    }

    @Test
    void whatIsAppliedAndTheBaseLieBelow() {
        for (String target : List.of("aaaa", "bbbb", "base", "shop@base", "-1", "cccc-2", "head-2")) {
            assertThat(direction(target)).as(target).isEqualTo(DOWNGRADE);
        }
    }

    @Test
    void aHeadNeverLiesBelow() {
        assertThat(graph.direction("head", List.of("dddd"))).isEqualTo(UPGRADE);
        assertThat(graph.direction("heads", List.of("dddd"))).isEqualTo(UPGRADE);
    }

    private Direction direction(String target) {
        return graph.direction(target, List.of("bbbb"));
    }
}
