package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.RepeatedTest;

class GraphLawTests {

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final RevisionGraph graph = Drawn.random(random, 1 + random.nextInt(60));
    private final NaiveGraph naive = NaiveGraph.of(graph);

    @RepeatedTest(100)
    void aPlanFromBaseToHeadsVisitsEveryRevisionOnceAfterWhatItNeeds() {
        List<String> visited = ids(graph.upgrade("heads", List.of()));
        assertThat(visited).as("seed %d", seed).hasSize(graph.size()).doesNotHaveDuplicates();
        Set<String> done = new HashSet<>();
        for (String id : visited) {
            assertThat(done).as("seed %d: before %s", seed, id).containsAll(naive.needs(id));
            done.add(id);
        }
    }

    @RepeatedTest(200)
    void plansComeInTheOrderOfTheNaiveWalk() {
        Set<String> rows = naive.tips(naive.closure(pick()));
        String target = pick().get(0);
        Set<String> needed = naive.closure(List.of(target));
        needed.removeAll(naive.closure(rows));
        List<String> naively = new ArrayList<>(naive.newestFirst(needed, List.of(target)));
        Collections.reverse(naively);
        assertThat(ids(graph.upgrade(target, rows))).as("seed %d", seed).isEqualTo(naively);

        List<String> all = naive.newestFirst(naive.closure(ids(graph.revisions())), ids(graph.realHeads()));
        assertThat(ids(graph.history(null, List.of()))).as("seed %d", seed).isEqualTo(all);
        assertThat(ids(graph.downgrade("base", ids(graph.realHeads()), false)))
                .as("seed %d", seed)
                .isEqualTo(all);
    }

    @RepeatedTest(100)
    void anUpgradeAndTheDowngradeBackGiveTheSameRows() {
        TreeSet<String> rows = new TreeSet<>();
        PlayedCommand.steps(graph.upgrade("heads", rows), rows, false);
        assertThat(rows).as("seed %d", seed).containsExactlyElementsOf(ids(graph.realHeads()));
        PlayedCommand.steps(graph.downgrade("base", rows, false), rows, false);
        assertThat(rows).as("seed %d", seed).isEmpty();
    }

    @RepeatedTest(100)
    void aRangeFromARevisionShowsAllThatComesAfterIt() {
        String start = pick().get(0);
        List<String> shown = ids(graph.history(start + ":", List.of()));
        assertThat(shown)
                .as("seed %d", seed)
                .doesNotHaveDuplicates()
                .endsWith(start)
                .containsAll(followers(start));
    }

    private Set<String> followers(String start) {
        Set<String> followers = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            String id = open.remove(0);
            if (followers.add(id)) {
                open.addAll(graph.detail(id).children());
            }
        }
        return followers;
    }

    @RepeatedTest(200)
    void aWalkOfCommandsKeepsTheRowsTheTipsOfWhatIsAppliedAndNeverBlocksTheNext() {
        TreeSet<String> rows = new TreeSet<>();
        Set<String> applied = new TreeSet<>();
        for (int i = 0; i < 12; i++) {
            Plan plan = plan(rows);
            boolean stamp = plan.steps().stream().anyMatch(step -> step.direction() == Direction.STAMP);
            for (PlanStep step : plan.steps()) {
                PlayedCommand.apply(step.rowChanges(), rows);
                RevisionHeader revision = step.revision();
                if (revision != null) {
                    boolean changed = step.direction() == Direction.UPGRADE
                            ? applied.add(revision.id())
                            : applied.remove(revision.id());
                    assertThat(changed).as("seed %d", seed).isTrue();
                    assertThat(rows).as("seed %d", seed).isEqualTo(naive.tips(applied));
                }
            }
            if (stamp) {
                applied = naive.closure(rows);
                assertThat(rows).as("seed %d", seed).isEqualTo(naive.tips(applied));
            }
        }
        Set<String> missing = new TreeSet<>(ids(graph.revisions()));
        missing.removeAll(applied);
        assertThat(ids(graph.upgrade("heads", rows))).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(missing);
    }

    private Plan plan(Set<String> rows) {
        String target = pick().get(0);
        return switch (random.nextInt(6)) {
            case 0, 1 -> graph.upgrade(target, rows);
            case 2 -> graph.upgrade("heads", rows);
            case 3 ->
                hasSomethingAbove(target, rows)
                        ? graph.downgrade(target, rows, true)
                        : graph.downgrade("base", rows, true);
            case 4 -> graph.stamp(List.copyOf(naive.tips(naive.closure(pick()))), rows, random.nextBoolean());
            default -> graph.stamp(List.of(target), rows, false);
        };
    }

    private boolean hasSomethingAbove(String target, Set<String> rows) {
        Set<String> applied = naive.closure(rows);
        return rows.contains(target) || graph.detail(target).children().stream().anyMatch(applied::contains);
    }

    private List<String> pick() {
        List<String> ids = ids(graph.revisions());
        List<String> picked = new ArrayList<>();
        do {
            picked.add(ids.get(random.nextInt(ids.size())));
        } while (random.nextInt(3) > 0);
        return picked;
    }

    private static List<String> ids(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.revision() == null ? "-" : step.revision().id())
                .toList();
    }

    private static List<String> ids(List<RevisionHeader> revisions) {
        return revisions.stream().map(RevisionHeader::id).toList();
    }
}
