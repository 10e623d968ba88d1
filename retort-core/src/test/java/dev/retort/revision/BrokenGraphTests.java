package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import dev.retort.revision.GraphProblem.Kind;

/** Holds that whatever is wrong with a history is in one list, and is in it once. */
class BrokenGraphTests {

    @Test
    void aCircleOfDependenciesIsToldBesideACircleOfParents() {
        assertThat(messages("dddd1 <- dddd2 <- dddd1", "eeee1 ! ffff1 <- ffff1"))
                .containsExactly(
                        "revisions follow each other in a circle: 'dddd1' -> 'dddd2' -> 'dddd1'",
                        "revisions need each other in a circle: 'eeee1' -> 'ffff1' -> 'eeee1'");
    }

    @Test
    void circlesThatShareARevisionAreAllTold() {
        assertThat(messages("a <- b <- a", "a <- c <- a"))
                .containsExactly(
                        "revisions follow each other in a circle: 'a' -> 'b' -> 'a'",
                        "revisions follow each other in a circle: 'a' -> 'c' -> 'a'");
    }

    @Test
    void circlesThatShareAnEdgeAreAllTold() {
        assertThat(messages("a <- b <- m", "a <- c <- m", "m <- a"))
                .containsExactly(
                        "revisions follow each other in a circle: 'a' -> 'm' -> 'b' -> 'a'",
                        "revisions follow each other in a circle: 'a' -> 'm' -> 'c' -> 'a'");
        assertThat(messages("b <- a", "a <- b", "c ! a <- b"))
                .containsExactly(
                        "revisions follow each other in a circle: 'a' -> 'b' -> 'a'",
                        "revisions need each other in a circle: 'a' -> 'b' -> 'c' -> 'a'");
    }

    @Test
    void aCircleOfParentsIsNotToldAgainAsOneOfDependencies() {
        assertThat(messages("a ! b <- b <- a", "x", "y ! x"))
                .containsExactly("revisions follow each other in a circle: 'a' -> 'b' -> 'a'");
    }

    @Test
    void aHistoryThatEndsWhereItBeginsIsOneProblemHoweverManyForksItHas() {
        List<RevisionHeader> headers = new ArrayList<>();
        int size = 30_000;
        for (int i = 0; i < size; i++) {
            String before = "r" + (i == 0 ? size - 1 : i - 1);
            List<String> needed = i > 10 && i % 7 == 0 ? List.of("r" + i / 2) : List.of();
            boolean merge = i % 10 == 9;
            headers.add(Drawn.header("r" + i, merge ? List.of(before, "s" + i) : List.of(before), List.of(), needed));
            if (merge) {
                headers.add(Drawn.header("s" + i, List.of("r" + (i - 2)), List.of(), List.of()));
            }
        }
        assertThat(problems(headers)).extracting(GraphProblem::kind).containsExactly(Kind.CYCLE);
    }

    @RepeatedTest(60)
    void toldCirclesAreCirclesAndNoneIsLeftBesideThem(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int size = 2 + random.nextInt(9);
        Map<String, Set<String>> edges = new HashMap<>();
        List<RevisionHeader> headers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<String> downs = others(random, size, i);
            List<String> needed = others(random, size, i);
            headers.add(Drawn.header("r" + i, downs, List.of(), needed));
            edges.put("r" + i, new HashSet<>(downs));
            edges.get("r" + i).addAll(needed);
        }
        Set<List<String>> told = new HashSet<>();
        Map<String, Set<String>> left = new HashMap<>();
        edges.forEach((from, to) -> left.put(from, new HashSet<>(to)));
        for (GraphProblem problem : isAcyclic(edges) ? List.<GraphProblem>of() : problems(headers)) {
            List<String> path =
                    List.of(problem.message().replaceAll(".*circle: '|'$", "").split("' -> '"));
            assertThat(told.add(path)).as("told once: " + path).isTrue();
            boolean parents = true;
            for (int i = 1; i < path.size(); i++) {
                assertThat(edges.get(path.get(i - 1))).contains(path.get(i));
                left.get(path.get(i - 1)).remove(path.get(i));
                parents &= downs(path.get(i - 1), headers).contains(path.get(i));
            }
            assertThat(problem.kind()).isEqualTo(parents ? Kind.CYCLE : Kind.DEPENDENCY_CYCLE);
        }
        assertThat(isAcyclic(left)).as("left beside " + told + ": " + left).isTrue();
    }

    private static List<String> downs(String id, List<RevisionHeader> headers) {
        return headers.get(Integer.parseInt(id.substring(1))).downRevisions();
    }

    private static List<String> others(Random random, int size, int but) {
        Set<String> names = new HashSet<>();
        while (random.nextInt(3) == 0) {
            int other = random.nextInt(size);
            if (other != but) {
                names.add("r" + other);
            }
        }
        return List.copyOf(names);
    }

    private static boolean isAcyclic(Map<String, Set<String>> edges) {
        Map<String, Set<String>> left = new HashMap<>(edges);
        while (left.values().removeIf(targets -> targets.stream().noneMatch(left::containsKey))) {
            continue;
        }
        return left.isEmpty();
    }

    private static List<String> messages(String... lines) {
        return problems(Drawn.headers(lines)).stream()
                .map(GraphProblem::message)
                .toList();
    }

    private static List<GraphProblem> problems(List<RevisionHeader> headers) {
        return catchThrowableOfType(BrokenGraphException.class, () -> RevisionGraph.of(headers))
                .problems();
    }
}
