package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.retort.RetortException;

/**
 * Holds the graph against single facts about Alembic's traversal, from its own tests. Where a fact has no state of the
 * version table, the commands of one test are played one after the other, from an empty table.
 */
class RecordedFactsTests {

    private final Map<String, List<String>> differences = new TreeMap<>();

    @Test
    void everyFactHoldsHereToo() {
        Map<String, Set<String>> rows = new TreeMap<>();
        int played = 0;
        for (JsonNode fact : RecordedCase.json("graph_facts.json")) {
            String call = fact.path("call").asText();
            if (isBeyondTheGraph(fact)) {
                continue;
            }
            played++;
            String difference = call.startsWith("command.")
                    ? command(
                            fact, rows.computeIfAbsent(fact.path("source_test").asText(), key -> begin(fact)))
                    : internal(fact, call);
            if (difference != null) {
                differences
                        .computeIfAbsent(difference, key -> new ArrayList<>())
                        .add(fact.path("id").asText());
            }
        }
        // The kinds are explained in docs/alembic-differences.md.
        assertThat(differences)
                .isEqualTo(Map.of(
                        "several-rows-refused", List.of("al0353", "al0355"),
                        "stacked-stamp-refused", List.of("al0061")));
        assertThat(played).isEqualTo(213 - 14);
    }

    /** A test that begins with a downgrade had come to the heads before. */
    private static Set<String> begin(JsonNode fact) {
        boolean down = fact.path("call").asText().equals("command.downgrade")
                && !fact.path("args").path("sql").asBoolean();
        return new TreeSet<>(
                down ? ids(RevisionGraph.of(RecordedCase.headers(fact)).realHeads()) : List.of());
    }

    /** What is about the files, the connection, options, or a helper function of Alembic's own. */
    private static boolean isBeyondTheGraph(JsonNode fact) {
        String call = fact.path("call").asText();
        String error = fact.path("error").path("message").asText();
        JsonNode args = fact.path("args");
        return call.equals("_topological_sort")
                || call.equals("filter_for_lineage")
                || error.matches(
                        "(?s)(This connection has already|Online migration expected|Template rendering|Path foo"
                                + "|Using --sql with the revision|Can't use --purge|revision identifier \\(?b'|'947d).*")
                || args.path("autogenerate").asBoolean();
    }

    private static @Nullable String internal(JsonNode fact, String call) {
        RevisionGraph graph;
        try {
            graph = RevisionGraph.of(RecordedCase.headers(fact));
        } catch (BrokenGraphException e) {
            return fact.has("error") ? null : "broken " + e.getMessage();
        }
        try {
            return switch (call) {
                case "iterate_revisions" -> walk(graph, fact);
                case "upgrade_revs", "downgrade_revs", "stamp_revs" -> steps(graph, fact, call);
                case "get_current_head" -> same(fact, List.of(single(graph)));
                default ->
                    same(
                            fact,
                            ids(graph.find(
                                    RecordedCase.texts(fact.path("args").path("args"))
                                            .get(0),
                                    List.of())));
            };
        } catch (RefusedException e) {
            return fact.has("error") ? null : kind(e);
        }
    }

    private static String kind(RefusedException refused) {
        return switch (refused.reason()) {
            case AMBIGUOUS_RELATIVE -> "several-rows-refused";
            case OVERLAPPING_REVISIONS -> "stacked-stamp-refused";
            default -> "refused " + refused.getMessage();
        };
    }

    private static String single(RevisionGraph graph) {
        return ids(graph.find("head", List.of())).get(0);
    }

    private static @Nullable String same(JsonNode fact, List<String> ours) {
        List<String> theirs = RecordedCase.texts(fact.path("result"));
        return theirs.equals(ours) && !fact.has("error") ? null : "other " + theirs + " " + ours;
    }

    private static @Nullable String steps(RevisionGraph graph, JsonNode fact, String call) {
        JsonNode args = fact.path("args");
        List<String> before = new ArrayList<>(RecordedCase.texts(args.path("current")));
        before.remove("base");
        TreeSet<String> rows = new TreeSet<>(before);
        List<String> destinations = RecordedCase.texts(args.path("destination"));
        Plan plan = switch (call) {
            case "upgrade_revs" -> graph.upgrade(destinations.get(0), before);
            case "downgrade_revs" -> graph.downgrade(destinations.get(0), before, true);
            default -> graph.stamp(destinations, before, false);
        };
        List<String> ours = new ArrayList<>();
        for (PlanStep step : plan.steps()) {
            PlayedCommand.apply(step.rowChanges(), rows);
            ours.add(
                    step.revision() == null
                            ? String.join(",", step.to())
                            : step.revision().id());
        }
        List<String> theirs = new ArrayList<>();
        for (JsonNode step : fact.path("steps")) {
            theirs.add(
                    step.has("revision")
                            ? step.path("revision").asText()
                            : String.join(",", RecordedCase.texts(step.path("to"))));
        }
        TreeSet<String> after = new TreeSet<>(RecordedCase.texts(fact.path("heads_after")));
        // One of Alembic's tests takes the word for a row.
        after.remove("base");
        boolean sameRows = rows.equals(after);
        if (fact.has("error") || !sameRows) {
            return "steps " + theirs + " " + ours + rows;
        }
        return sameOrder(theirs, ours, graph, call.equals("upgrade_revs")) ? null : "order " + theirs + " " + ours;
    }

    /** The files of these facts were read in another order than by id, which Alembic's order depends on. */
    private static boolean sameOrder(List<String> theirs, List<String> ours, RevisionGraph graph, boolean up) {
        if (theirs.equals(ours)) {
            return true;
        }
        List<String> upwards = new ArrayList<>(ours);
        if (!up) {
            Collections.reverse(upwards);
        }
        Set<String> done = new HashSet<>(NaiveGraph.of(graph).closure(ids(graph.revisions())));
        done.removeAll(upwards);
        for (String id : upwards) {
            Set<String> needs = new HashSet<>(NaiveGraph.of(graph).needs(id));
            needs.retainAll(upwards);
            if (!done.containsAll(needs)) {
                return false;
            }
            done.add(id);
        }
        return new TreeSet<>(theirs).equals(new TreeSet<>(ours));
    }

    /** Alembic's one function under upgrade, downgrade and history. */
    private static @Nullable String walk(RevisionGraph graph, JsonNode fact) {
        JsonNode args = fact.path("args");
        List<String> upper = RecordedCase.texts(args.path("upper"));
        List<String> lower = RecordedCase.texts(args.path("lower"));
        boolean inclusive = args.path("inclusive").asBoolean();
        List<String> ours;
        if (args.path("select_for_downgrade").asBoolean()) {
            ours = ids(graph.downgrade(lower.get(0), tips(graph, upper), true));
            if (inclusive && !lower.get(0).contains("base")) {
                ours = plus(ours, lower);
            }
        } else if (args.path("implicit_base").asBoolean()) {
            ours = new ArrayList<>(new LinkedHashSet<>(upgraded(graph, upper, lower)));
            Collections.reverse(ours);
            ours = inclusive ? plus(ours, lower) : ours;
        } else {
            ours = history(graph, upper, lower);
            if (!inclusive) {
                ours = new ArrayList<>(ours);
                ours.removeAll(lower);
            }
        }
        List<String> theirs = RecordedCase.texts(fact.path("result"));
        boolean same = !fact.has("error") && sameOrder(theirs, ours, graph, false);
        return same
                ? null
                : "walk " + upper + lower + " " + theirs + " " + ours
                        + fact.path("error").path("message");
    }

    private static List<String> upgraded(RevisionGraph graph, List<String> upper, List<String> lower) {
        TreeSet<String> rows = new TreeSet<>(lower);
        List<String> all = new ArrayList<>();
        for (String target : upper) {
            Plan plan = graph.upgrade(target, rows);
            all.addAll(ids(plan));
            plan.steps().forEach(step -> PlayedCommand.apply(step.rowChanges(), rows));
        }
        return all;
    }

    private static List<String> history(RevisionGraph graph, List<String> upper, List<String> lower) {
        if (lower.size() > 1) {
            graph.upgrade(upper.get(0), lower);
        }
        Set<String> all = new LinkedHashSet<>();
        List<String> ends = upper.isEmpty() ? List.of("base") : upper;
        List<String> starts = lower.isEmpty() ? List.of("base") : lower;
        RetortException refused = null;
        boolean found = false;
        for (String end : ends) {
            for (String start : starts) {
                try {
                    all.addAll(ids(graph.history(start + ":" + end, List.of())));
                    found = true;
                } catch (RefusedException e) {
                    refused = e;
                }
            }
        }
        if (!found && refused != null) {
            throw refused;
        }
        List<String> ordered = new ArrayList<>(ids(graph.history(null, List.of())));
        ordered.retainAll(all);
        return ordered;
    }

    private static Collection<String> tips(RevisionGraph graph, List<String> upper) {
        Set<String> rows = new TreeSet<>();
        for (String one : upper) {
            rows.addAll(ids(graph.find(one, List.of())));
        }
        NaiveGraph naive = NaiveGraph.of(graph);
        return naive.tips(naive.closure(rows));
    }

    private static List<String> plus(List<String> ids, List<String> more) {
        List<String> all = new ArrayList<>(ids);
        all.addAll(more);
        return all;
    }

    /** Play a command on {@code rows}, those that the commands before it left. */
    private static @Nullable String command(JsonNode fact, Set<String> rows) {
        PlayedCommand played = PlayedCommand.play(RecordedCase.headers(fact), argv(fact), rows, true);
        rows.clear();
        rows.addAll(played.rows());
        boolean theirs = fact.has("error");
        if (theirs == (played.error() != null)) {
            return fact.path("call").asText().equals("command.history") ? shown(fact, played) : null;
        }
        if (played.refusal() instanceof RefusedException refused) {
            return kind(refused);
        }
        return "command " + argv(fact) + rows + " "
                + fact.path("error").path("message").asText() + " / "
                + (played.refusal() == null ? "" : played.refusal().getMessage());
    }

    private static @Nullable String shown(JsonNode fact, PlayedCommand played) {
        List<String> theirs = fact.path("stdout")
                .asText()
                .lines()
                .filter(line -> line.matches("(Rev|Parent): .*"))
                .toList();
        List<String> ours = played.output().stream()
                .filter(line -> line.matches("(Rev|Parent): .*"))
                .toList();
        return theirs.equals(ours) ? null : "history " + theirs + " " + ours;
    }

    private static List<String> argv(JsonNode fact) {
        JsonNode args = fact.path("args");
        List<String> argv = new ArrayList<>();
        argv.add(fact.path("call").asText().substring("command.".length()));
        argv.addAll(RecordedCase.texts(args.path("revision")));
        argv.addAll(RecordedCase.texts(args.path("revisions")));
        if (argv.get(0).equals("merge") && !args.has("rev_id")) {
            argv.addAll(List.of("--rev-id", "new"));
        }
        option(args, "rev_id", "--rev-id", argv);
        option(args, "head", "--head", argv);
        option(args, "message", "-m", argv);
        if (args.has("rev_range")) {
            argv.add("-r" + args.path("rev_range").asText());
        }
        for (String flag : List.of("sql", "purge", "splice", "verbose", "check_heads")) {
            if (args.path(flag).asBoolean()) {
                argv.add(flag.equals("verbose") ? "-v" : "--" + flag.replace('_', '-'));
            }
        }
        return argv;
    }

    private static void option(JsonNode args, String name, String option, List<String> argv) {
        if (args.has(name)) {
            argv.add(option);
            argv.add(args.path(name).asText());
        }
    }

    private static List<String> ids(Plan plan) {
        return plan.revisionIds();
    }

    private static List<String> ids(List<RevisionHeader> revisions) {
        return revisions.stream().map(RevisionHeader::id).toList();
    }
}
