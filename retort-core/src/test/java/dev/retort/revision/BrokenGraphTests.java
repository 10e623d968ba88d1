package dev.retort.revision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.revision.GraphProblem.Kind;

/** Holds that whatever is wrong with a history is in one list, and is in it once. */
class BrokenGraphTests {

    private static final RevisionHeader BBBB = Drawn.header("bbbb1", List.of("aaaa1"), List.of(), List.of());

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "+3",
                "a:b",
                "a,b",
                "sp ace",
                "t\tb",
                "n\u00a0b",
                "",
                "-3",
                "head",
                "heads",
                "base",
                "current"
            })
    void aLabelThatCouldNotBeReachedIsAProblemOfItsFileAndRefusedWhenMade(String label) {
        GraphProblem problem = onlyProblem(Drawn.header("aaaa1", List.of(), List.of(label), List.of()));
        assertThat(problem.kind()).isEqualTo(Kind.ILLEGAL_LABEL);
        assertThat(problem.message()).contains("'" + label + "'");
        assertThat(problem.origins()).containsExactly("versions/aaaa1.java:1");
        assertThatThrownBy(() -> placed("new1", label))
                .hasMessageEndingWith(problem.message().substring(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-cart", "plugin-", "geo.z", "1st", "größe", "ветка", "分支", "हिन्दी", "it's"})
    void aLabelMayHoldWhatNoCommandNeedsForItself(String label) {
        assertThat(placed("new1", label).branchLabels()).containsExactly(label);
        RevisionGraph graph =
                RevisionGraph.of(List.of(Drawn.header("aaaa1", List.of(), List.of(label), List.of()), BBBB));
        assertThat(graph.upgrade(label + "@head", List.of()).steps()).hasSize(2);
        assertThat(graph.upgrade(label + "@+1", List.of()).steps()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@b", "a+b", "a-b", "a:b", "a,b", "x y", " ", "x\n", "", "head", "heads", "base", "current"})
    void anIdIsReadAsStrictlyAsItIsMade(String id) {
        GraphProblem problem = onlyProblem(Drawn.header(id, List.of(), List.of(), List.of()));
        assertThatThrownBy(() -> placed(id))
                .hasMessageEndingWith(problem.message().substring(1));
    }

    @Test
    void charactersThatAreNotAllowedAreNamed() {
        assertThat(onlyProblem(Drawn.header("x\u2003y\tz w", List.of(), List.of(), List.of()))
                        .message())
                .isEqualTo("character(s) '\\u2003, \\u0009,  ' not allowed in revision identifier 'x\u2003y\tz w'");
        assertThatThrownBy(() -> placed("x y")).hasMessage("Character(s) ' ' not allowed in revision identifier 'x y'");
    }

    @Test
    void aLabelNamedTwiceInOneHeaderIsToldWithOnePlace() {
        GraphProblem problem = onlyProblem(Drawn.header("aaaa1", List.of(), List.of("l1", "l1"), List.of()));
        assertThat(problem.message()).isEqualTo("revision 'aaaa1' names the branch label 'l1' twice");
        assertThat(problem.origins()).containsExactly("versions/aaaa1.java:1");
        assertThatThrownBy(() -> placed("new1", "l1", "l1")).hasMessage("The branch label 'l1' is named twice");
        assertThatThrownBy(() -> placed("new1", "new1"))
                .hasMessage("The branch label 'new1' is the id of the revision");
        assertThat(onlyProblem(Drawn.header("aaaa1", List.of(), List.of("aaaa1"), List.of()))
                        .origins())
                .hasSize(1);
    }

    @Test
    void anIdThatTwoFilesHaveIsNotToldAgainForItsLabel() {
        RevisionHeader header = Drawn.header("aaaa1", List.of(), List.of("shop"), List.of());
        assertThat(onlyProblem(header, header).kind()).isEqualTo(Kind.DUPLICATE_ID);
        assertThat(problems(List.of(header, Drawn.header("cccc1", List.of(), List.of("shop"), List.of()))))
                .extracting(GraphProblem::kind)
                .containsExactly(Kind.DUPLICATE_LABEL);
    }

    @Test
    void aParentNamedTwiceIsAProblem() {
        RevisionHeader parent = Drawn.header("aaaa1", List.of(), List.of(), List.of());
        GraphProblem problem =
                onlyProblem(parent, Drawn.header("cccc1", List.of("aaaa1", "aaaa1", "aaaa1"), List.of(), List.of()));
        assertThat(problem.message()).isEqualTo("revision 'cccc1' names the parent 'aaaa1' twice");
        List<String> many = new ArrayList<>(Collections.nCopies(20, "aaaa1"));
        assertThat(onlyProblem(parent, Drawn.header("cccc1", many, List.of(), List.of()))
                        .kind())
                .isEqualTo(Kind.DUPLICATE_PARENT);
        assertThat(problems(List.of(Drawn.header("cccc1", List.of("gone", "gone"), List.of(), List.of()))))
                .extracting(GraphProblem::kind)
                .containsExactly(Kind.MISSING_PARENT, Kind.DUPLICATE_PARENT);
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
            Set<String> all = new HashSet<>(downs);
            all.addAll(needed);
            edges.put("r" + i, all);
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
                requireNonNull(left.get(path.get(i - 1))).remove(path.get(i));
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
        boolean freed;
        do {
            freed = left.values().removeIf(targets -> targets.stream().noneMatch(left::containsKey));
        } while (freed);
        return left.isEmpty();
    }

    private static Placement placed(String id, String... labels) {
        return RevisionGraph.of(List.of())
                .place(new PlacementRequest(id, List.of("base"), false, List.of(labels), List.of()));
    }

    private static GraphProblem onlyProblem(RevisionHeader... headers) {
        List<GraphProblem> problems = problems(List.of(headers));
        assertThat(problems).hasSize(1);
        return problems.get(0);
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
