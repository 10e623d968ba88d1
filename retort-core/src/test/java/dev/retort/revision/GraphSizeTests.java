package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/** Plans over a hundred thousand revisions; the bounds are generous, for machines that do other things as well. */
class GraphSizeTests {

    private static final int SIZE = 100_000;

    @Test
    void oneLineIsPlannedInNoTime() {
        measure("one line", line());
    }

    @Test
    void manyBranchesAndMergesArePlannedInNoTime() {
        measure("branches and merges", braid());
    }

    @Test
    void aThousandLongBranchesThatMergeArePlannedInNoTime() {
        measure("long branches", longBranches(1_000));
    }

    @Test
    void aMergeOfTensOfThousandsIsPlannedInNoTime() {
        measure("wide merge", longBranches(SIZE - 2));
    }

    @Test
    void rowsOfBricksArePlannedInNoTime() {
        measure("bricks", bricks(300));
    }

    private static void measure(String shape, List<RevisionHeader> headers) {
        Map<String, Long> best = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            RevisionGraph graph = RevisionGraph.of(headers);
            List<RevisionHeader> heads = graph.heads();
            note(best, "1 build and heads", start);
            start = System.nanoTime();
            Plan plan = graph.upgrade("heads", List.of());
            note(best, "2 plan from base to heads", start);
            assertThat(plan.steps()).hasSize(headers.size());
            start = System.nanoTime();
            assertThat(graph.history(null, List.of())).hasSize(headers.size());
            note(best, "3 history", start);
            Collection<String> rows = rowsBefore(plan, 5);
            start = System.nanoTime();
            Plan last = graph.upgrade("heads", rows);
            note(best, "4 plan of the last five", start);
            assertThat(last.steps()).hasSize(5);
            assertThat(heads).isNotEmpty();
            start = System.nanoTime();
            assertThat(graph.downgrade("base", ids(graph.realHeads()), false).steps())
                    .hasSize(headers.size());
            note(best, "5 downgrade to base", start);
        }
        assertThat(best)
                .as(shape + " in microseconds: " + best)
                .allSatisfy((what, micros) -> assertThat(micros)
                        .as(what)
                        .isLessThan(Duration.ofSeconds(2).toNanos() / 1_000));
        System.getLogger(GraphSizeTests.class.getName()).log(System.Logger.Level.DEBUG, shape + " (us): " + best);
    }

    private static Collection<String> rowsBefore(Plan plan, int count) {
        TreeSet<String> rows = new TreeSet<>();
        for (PlanStep step : plan.steps().subList(0, plan.steps().size() - count)) {
            PlayedCommand.apply(step.rowChanges(), rows);
        }
        return rows;
    }

    private static void note(Map<String, Long> best, String what, long start) {
        best.merge(what, (System.nanoTime() - start) / 1_000, Math::min);
    }

    private static List<String> ids(List<RevisionHeader> headers) {
        return headers.stream().map(RevisionHeader::id).toList();
    }

    private static String id(int number) {
        return "%012x".formatted(number * 2_654_435_761L & 0xffffffffffffL);
    }

    private static List<RevisionHeader> line() {
        List<RevisionHeader> headers = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            headers.add(revision(i, i == 0 ? List.of() : List.of(id(i - 1))));
        }
        return headers;
    }

    private static List<RevisionHeader> braid() {
        Random random = new Random(1);
        List<RevisionHeader> headers = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            List<String> downs = new ArrayList<>();
            if (i > 0) {
                downs.add(id(Math.max(0, i - 1 - random.nextInt(20))));
                String second = id(Math.max(0, i - 1 - random.nextInt(50)));
                if (random.nextInt(4) == 0 && !downs.contains(second)) {
                    downs.add(second);
                }
            }
            List<String> needs = i > 100 && random.nextInt(10) == 0 ? List.of(id(random.nextInt(i))) : List.of();
            headers.add(new RevisionHeader(id(i), downs, List.of(), needs, "m", null, "f:1"));
        }
        return headers;
    }

    private static List<RevisionHeader> longBranches(int branches) {
        List<RevisionHeader> headers = new ArrayList<>();
        headers.add(revision(0, List.of()));
        List<String> ends = new ArrayList<>();
        int each = (SIZE - 2) / branches;
        for (int b = 0; b < branches; b++) {
            for (int i = 0; i < each; i++) {
                headers.add(revision(headers.size(), List.of(i == 0 ? id(0) : id(headers.size() - 1))));
            }
            ends.add(id(headers.size() - 1));
        }
        headers.add(revision(headers.size(), ends));
        return headers;
    }

    private static List<RevisionHeader> bricks(int width) {
        List<RevisionHeader> headers = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            int above = i - width;
            headers.add(revision(
                    i,
                    above < 0
                            ? List.of()
                            : above + 1 < i - i % width ? List.of(id(above), id(above + 1)) : List.of(id(above))));
        }
        return headers;
    }

    private static RevisionHeader revision(int number, List<String> downs) {
        return new RevisionHeader(id(number), downs, List.of(), List.of(), "m", null, "f:1");
    }
}
