package dev.retort.revision;

import static dev.retort.revision.Drawn.graph;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class GraphDrawingTests {

    @Test
    void aLineIsALine() {
        assertThat(drawn(graph("a <- b <- c"))).isEqualTo("""
                * c
                * b
                * a
                """);
    }

    @Test
    void aMergeOpensAndAForkCloses() {
        assertThat(drawn(graph("a <- b <- d", "a <- c", "d, c <- m <- n"))).isEqualTo("""
                * n
                *   m
                |\\
                * | d
                * | b
                | * c
                |/
                * a
                """);
    }

    @Test
    void severalHeadsStandSideBySide() {
        assertThat(drawn(graph("a <- b <- c", "a <- d", "b <- e", "f <- g"))).isEqualTo("""
                * c
                | * e
                |/
                | * d
                * | b
                |/
                * a
                * g
                * f
                """);
    }

    @Test
    void aLineThatEndsLetsThoseBesideItMoveUp() {
        RevisionGraph graph = graph("a <- c <- e", "b <- d", "e, d <- m", "d <- x");
        assertThat(drawn(graph)).isEqualTo("""
                *   m
                |\\
                * | e
                * | c
                * | a
                 /
                | * x
                |/
                * d
                * b
                """);
    }

    @Test
    void aFarLineComesBackBelowTheOthers() {
        RevisionGraph graph = graph("a <- b <- c", "x <- y <- z", "p <- q <- r", "c, z, r, a <- m");
        assertThat(drawn(graph)).isEqualTo("""
                *---.   m
                |\\ \\ \\
                * | | | c
                * | | | b
                | |_|/
                |/| |
                | * | z
                | * | y
                | * | x
                |  /
                | * r
                | * q
                | * p
                * a
                """);
    }

    @Test
    void whatIsNotShownIsNotDrawn() {
        RevisionGraph graph = graph("a <- b", "a <- c", "b, c <- m");
        assertThat(drawn(graph.history("b:", List.of()), 1)).isEqualTo("* m\n* b\n");
    }

    @Test
    void severalLinesOfTextStandBesideTheLinesBelow() {
        RevisionGraph graph = graph("a <- b", "a <- c", "b, c <- m");
        assertThat(drawn(graph.history(null, List.of()), 3)).isEqualTo("""
                *   m
                |\\  m 2
                | | m 3
                * | b
                | | b 2
                | | b 3
                | * c
                |/  c 2
                |   c 3
                * a
                  a 2
                  a 3
                """);
    }

    @RepeatedTest(100)
    void everyRevisionIsDrawnOnceAndAllLinesEnd() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<RevisionHeader> history =
                Drawn.random(random, 1 + random.nextInt(60)).history(null, List.of());

        String picture = drawn(history, 1);

        List<String> ids = new ArrayList<>();
        picture.lines().filter(line -> line.contains("*")).forEach(line -> ids.add(line.replaceAll(".* ", "")));
        assertThat(ids)
                .as("seed %d", seed)
                .containsExactlyElementsOf(
                        history.stream().map(RevisionHeader::id).toList());
        assertThat(picture.lines().reduce("", (before, line) -> line))
                .as("seed %d", seed)
                .startsWith("* ");
        assertThat(picture.lines()).as("seed %d", seed).allMatch(line -> line.matches("[ |/\\\\_*.-]*( \\w+)?"));
    }

    private static String drawn(RevisionGraph graph) {
        return drawn(graph.history(null, List.of()), 1);
    }

    private static String drawn(List<RevisionHeader> history, int lines) {
        GraphDrawing drawing = new GraphDrawing(history);
        StringBuilder text = new StringBuilder();
        for (RevisionHeader header : history) {
            List<String> told = new ArrayList<>();
            for (int i = 1; i <= lines; i++) {
                told.add(header.id() + (i == 1 ? "" : " " + i));
            }
            for (GraphDrawing.Line line : drawing.next(told)) {
                text.append(line.drawn()).append(line.text()).append('\n');
            }
        }
        return text.toString();
    }
}
