package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.retort.testing.AlembicDifferences;

/** Holds the graph against recordings of Alembic; each kind of difference is explained in docs/alembic-differences.md. */
class RecordedCasesTests {

    /** The kinds of difference that are wanted. */
    private static final Set<String> WANTED = AlembicDifferences.kinds("The graph");

    /** Where both refuse, pairs of Alembic's reason and ours that are both true. */
    private static final List<String> BOTH_TRUE = List.of(
            "not_at_heads/unknown_revision",
            "unknown_revision/ambiguous_prefix",
            "unknown_revision/range_not_allowed_online",
            "unknown_revision/multiple_heads",
            "range_not_ancestor/multiple_heads");

    @Test
    void everyGraphBehavesAsRecordedButForTheWantedDifferences() {
        Map<String, List<String>> differences = differences();
        Map<String, List<String>> unwanted = new TreeMap<>(differences);
        unwanted.keySet().removeAll(WANTED);

        assertThat(unwanted).isEmpty();
        assertThat(differences.keySet()).isEqualTo(WANTED);
    }

    private static Map<String, List<String>> differences() {
        Map<String, List<String>> differences = new TreeMap<>();
        List<RecordedCase> graphs = new ArrayList<>(RecordedCase.read("graph_random.json"));
        graphs.addAll(RecordedCase.read("graph_odd.json"));
        for (RecordedCase recorded : graphs) {
            for (JsonNode command : recorded.commands()) {
                String kind = new Comparison(recorded, command).difference();
                if (kind != null) {
                    differences
                            .computeIfAbsent(kind, key -> new ArrayList<>())
                            .add(recorded.name() + " " + RecordedCase.texts(command.path("argv")) + " rows "
                                    + RecordedCase.texts(command.path("version_rows_before")));
                }
            }
        }
        return differences;
    }

    /** One recorded command beside what it does here. */
    private static final class Comparison {

        private final RecordedCase recorded;
        private final JsonNode command;
        private final JsonNode expect;
        private final PlayedCommand played;

        Comparison(RecordedCase recorded, JsonNode command) {
            this.recorded = recorded;
            this.command = command;
            this.expect = command.path("expect");
            this.played = PlayedCommand.play(
                    recorded.headers(),
                    RecordedCase.texts(command.path("argv")),
                    RecordedCase.texts(command.path("version_rows_before")),
                    true);
        }

        /** Name the kind of difference, or give {@code null} for none. */
        @Nullable
        String difference() {
            JsonNode error = expect.path("error");
            String kind = error.isObject() ? error.path("kind").asText() : null;
            if ("alembic_internal_crash".equals(kind)) {
                return null;
            }
            if (kind == null && played.error() == null) {
                return effect();
            }
            if (kind != null && kind.equals(played.error())) {
                return null;
            }
            return refusal(kind);
        }

        private String refusal(@Nullable String kind) {
            String pair = kind + "/" + played.error();
            String message = String.valueOf(
                    played.refusal() == null ? null : played.refusal().getMessage());
            if (played.refusal() instanceof BrokenGraphException broken) {
                return switch (broken.problems().get(0).kind()) {
                    case DUPLICATE_ID -> "duplicate-id-refused";
                    case RESERVED_NAME -> "reserved-id-refused";
                    default -> "broken-graph-refused";
                };
            }
            if (played.refusal() instanceof RefusedException refused
                    && refused.reason() == RefusedException.Reason.UNKNOWN_REVISION
                    && message.contains(" with it")) {
                return "prefix-too-short";
            }
            if (pair.equals("not_at_heads/null")) {
                return "effective-heads-at-head";
            }
            if (pair.equals("range_not_ancestor/null")) {
                return "history-down-to-base";
            }
            if (kind != null && BOTH_TRUE.contains(pair)) {
                return "other-problem-told";
            }
            String name = command.path("argv").get(0).asText();
            if (name.equals("downgrade")
                    && "ambiguous_relative".equals(played.error())
                    && message.contains("the database is at")) {
                return "several-rows-refused";
            }
            if (name.equals("stamp") && kind == null && "overlapping_revisions".equals(played.error())) {
                return "stacked-stamp-refused";
            }
            if (name.equals("stamp") && kind == null && message.matches("(?s)'-\\d+' counts steps.*")) {
                return "relative-stamp-refused";
            }
            if (name.equals("revision") && kind == null && message.contains("revision id")) {
                return "duplicate-id-refused";
            }
            return "refusal " + pair + " " + message;
        }

        private @Nullable String effect() {
            List<String> steps = new ArrayList<>();
            for (JsonNode step : expect.path("steps")) {
                steps.add(name(step) + " " + new TreeSet<>(RecordedCase.texts(step.path("version_rows_after"))));
            }
            boolean sameRows =
                    new TreeSet<>(RecordedCase.texts(expect.path("rows_after"))).equals(new TreeSet<>(played.rows()));
            if (!steps.equals(played.steps()) || !sameRows) {
                return stepDifference(steps, sameRows);
            }
            return expect.has("new_revisions") ? placement() : expect.has("stdout") ? output() : null;
        }

        private static String name(JsonNode step) {
            if (!step.path("op").asText().equals("stamp")) {
                return step.path("op").asText() + " " + step.path("revision").asText();
            }
            boolean up = step.path("direction").asText().equals("up");
            boolean deletes = !up && step.path("down").isEmpty();
            return "stamp " + (deletes ? "" : String.join(",", RecordedCase.texts(step.path(up ? "up" : "down"))));
        }

        private String stepDifference(List<String> steps, boolean sameRows) {
            String name = command.path("argv").get(0).asText();
            if (name.equals("stamp") && sameRows && names(steps).equals(names(played.steps()))) {
                return "fixed-order";
            }
            if (name.equals("stamp") && isValid(played.rows()) && !(sameRows && isValid(played.rows()))) {
                return "stamp-keeps-rows-valid";
            }
            if (name.equals("downgrade") && sequence(steps).equals(sequence(played.steps())) && onlyImplied(steps)) {
                return "implied-row-not-inserted";
            }
            return "steps\n" + steps + "\n" + played.steps() + command.path("load_order_sensitive");
        }

        private static Set<String> names(List<String> steps) {
            return new TreeSet<>(sequence(steps));
        }

        private static List<String> sequence(List<String> steps) {
            return steps.stream()
                    .map(step -> step.substring(0, step.indexOf('[')))
                    .toList();
        }

        /** Tell whether every recorded set of rows is ours and rows that one of ours needs. */
        private boolean onlyImplied(List<String> steps) {
            RevisionGraph graph = RevisionGraph.of(recorded.headers());
            for (int i = 0; i < steps.size(); i++) {
                List<String> theirs = rows(steps.get(i));
                List<String> ours = rows(played.steps().get(i));
                if (!theirs.containsAll(ours)
                        || !NaiveGraph.of(graph)
                                .closure(theirs)
                                .equals(NaiveGraph.of(graph).closure(ours))) {
                    return false;
                }
            }
            return true;
        }

        private static List<String> rows(String step) {
            String list = step.substring(step.indexOf('[') + 1, step.length() - 1);
            return list.isEmpty() ? List.of() : List.of(list.split(", "));
        }

        private boolean isValid(Collection<String> rows) {
            NaiveGraph graph = NaiveGraph.of(RevisionGraph.of(recorded.headers()));
            return graph.tips(graph.closure(rows)).equals(new TreeSet<>(rows));
        }

        private @Nullable String placement() {
            List<String> placements = new ArrayList<>();
            for (JsonNode revision : expect.path("new_revisions")) {
                placements.add(revision.path("id").asText() + " " + RecordedCase.texts(revision.path("down_revisions"))
                        + " " + RecordedCase.texts(revision.path("labels")) + " "
                        + RecordedCase.texts(revision.path("depends_on")));
            }
            if (placements.equals(played.output())) {
                return null;
            }
            boolean set = command.has("load_order_sensitive")
                    && words(placements.toString()).equals(words(played.output().toString()));
            return set ? "fixed-order" : "placement " + placements + " " + played.output();
        }

        private static Set<String> words(String text) {
            return new TreeSet<>(Arrays.asList(text.split("[^\\w.]+")));
        }

        private @Nullable String output() {
            if (command.path("argv").get(0).asText().matches("revision|merge")) {
                return null;
            }
            List<String> theirs = RecordedOutput.blocks(RecordedCase.texts(expect.path("stdout")));
            List<String> ours = RecordedOutput.blocks(played.output());
            if (theirs.equals(ours)) {
                return null;
            }
            List<String> unmarked = RecordedOutput.blocks(played.output().stream()
                    .map(line -> line.startsWith("Rev: ") ? line.replace("(effective head)", "(head)") : line)
                    .toList());
            if (theirs.equals(unmarked)) {
                return "effective-head-marked";
            }
            boolean set = theirs.stream()
                    .sorted()
                    .toList()
                    .equals(unmarked.stream().sorted().toList());
            boolean free = command.path("load_order_sensitive").has("stdout")
                    || command.path("argv").get(0).asText().equals("branches");
            return set && free
                    ? "fixed-order"
                    : "output\n" + String.join("\n", theirs) + "\n---\n" + String.join("\n", ours);
        }
    }
}
