package dev.retort.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/**
 * What a command line does to a graph and the rows of a version table.
 *
 * @param error the recorded word for the refusal, or {@code null}
 */
record PlayedCommand(
        List<String> steps,
        Collection<String> rows,
        List<String> output,
        @Nullable String error,
        @Nullable RetortException refusal) {

    static PlayedCommand play(
            List<RevisionHeader> headers, List<String> argv, Collection<String> rows, boolean cascade) {
        try {
            return new Player(RevisionGraph.of(headers), rows, argv, cascade).play();
        } catch (RetortException refusal) {
            return new PlayedCommand(List.of(), rows, List.of(), word(refusal), refusal);
        }
    }

    private static String word(RetortException refusal) {
        if (refusal instanceof BrokenGraphException broken) {
            return switch (broken.problems().get(0).kind()) {
                case CYCLE, SELF_LOOP, DEPENDENCY_CYCLE, DEPENDENCY_SELF_LOOP -> "cycle";
                case DUPLICATE_LABEL, LABEL_IS_ID -> "duplicate_branch_label";
                case ILLEGAL_CHARACTERS -> "illegal_characters";
                default -> broken.problems().get(0).kind().name().toLowerCase(Locale.ROOT);
            };
        }
        return switch (((RefusedException) refusal).reason()) {
            case UNKNOWN_REVISION, NOT_ON_BRANCH, UNKNOWN_ROW -> "unknown_revision";
            case RANGE_NOT_ALLOWED -> "range_not_allowed_online";
            case RANGE_NEEDED -> "sql_downgrade_needs_range";
            case RANGE_SYNTAX -> "history_range_syntax";
            case NOT_A_HEAD -> "not_a_head_needs_splice";
            case ILLEGAL_ID -> "illegal_characters";
            case NAME_TAKEN -> "duplicate_branch_label";
            default -> ((RefusedException) refusal).reason().name().toLowerCase(Locale.ROOT);
        };
    }

    /** Plays one command line; knows as much of the options as the recordings use. */
    private static final class Player {

        private final RevisionGraph graph;
        private final TreeSet<String> rows;
        private final List<String> arguments = new ArrayList<>();
        private final List<String> options = new ArrayList<>();
        private final List<String> heads = new ArrayList<>();
        private final List<String> labels = new ArrayList<>();
        private final List<String> dependencies = new ArrayList<>();
        private final String command;
        private final boolean cascade;
        private String id = "";
        private @Nullable String range;

        Player(RevisionGraph graph, Collection<String> rows, List<String> argv, boolean cascade) {
            this.graph = graph;
            this.rows = new TreeSet<>(rows);
            this.command = argv.get(0);
            this.cascade = cascade;
            for (int i = 1; i < argv.size(); i++) {
                String argument = argv.get(i);
                switch (argument) {
                    case "-m" -> i++;
                    case "--rev-id" -> id = argv.get(++i);
                    case "--head" -> heads.add(argv.get(++i));
                    case "--branch-label" -> labels.add(argv.get(++i));
                    case "--depends-on" -> dependencies.add(argv.get(++i));
                    case "--sql", "--purge", "--splice", "-v", "-i", "--check-heads", "--resolve-dependencies" ->
                        options.add(argument);
                    default -> {
                        if (command.equals("history") && argument.startsWith("-r")) {
                            range = argument.substring(2);
                        } else {
                            arguments.add(argument);
                        }
                    }
                }
            }
        }

        PlayedCommand play() {
            return switch (command) {
                case "heads" -> shown(options.contains("--resolve-dependencies") ? graph.realHeads() : graph.heads());
                case "history" -> shown(graph.history(range, rows));
                case "branches" -> branches();
                case "current" -> current();
                case "show" -> verbose(graph.find(arguments.get(0), rows));
                case "revision" -> place(heads.isEmpty() ? List.of("head") : heads);
                case "merge" -> place(arguments);
                default -> planned();
            };
        }

        private PlayedCommand planned() {
            if (options.contains("--sql")) {
                OfflineRange offline = switch (command) {
                    case "upgrade" -> graph.offlineUpgrade(arguments.get(0));
                    case "downgrade" -> graph.offlineDowngrade(arguments.get(0));
                    default -> graph.offlineStamp(arguments);
                };
                TreeSet<String> start = new TreeSet<>(offline.rows());
                List<String> steps = steps(plan(offline.targets(), start), start, false);
                return new PlayedCommand(steps, rows, List.of(), null, null);
            }
            List<String> steps = steps(plan(arguments, rows), rows, options.contains("--purge"));
            return new PlayedCommand(steps, rows, List.of(), null, null);
        }

        private Plan plan(List<String> targets, Collection<String> from) {
            return switch (command) {
                case "upgrade" -> graph.upgrade(targets.get(0), from);
                case "downgrade" -> graph.downgrade(targets.get(0), from, cascade);
                default -> graph.stamp(targets, from, options.contains("--purge"));
            };
        }

        private PlayedCommand place(List<String> parents) {
            Placement placement =
                    graph.place(new PlacementRequest(id, parents, options.contains("--splice"), labels, dependencies));
            return output(List.of(id + " " + placement.downRevisions() + " " + placement.branchLabels() + " "
                    + placement.dependsOn()));
        }

        private PlayedCommand current() {
            List<RevisionHeader> current = graph.current(rows);
            if (options.contains("--check-heads") && !graph.missingHeads(rows).isEmpty()) {
                return new PlayedCommand(List.of(), rows, List.of(), "not_at_heads", null);
            }
            return shown(current);
        }

        private PlayedCommand branches() {
            List<String> lines = new ArrayList<>();
            for (RevisionHeader point : graph.branches()) {
                RevisionDetail detail = graph.detail(point.id());
                List<RevisionDetail> children =
                        detail.children().stream().map(graph::detail).toList();
                if (options.contains("-v")) {
                    lines.addAll(RevisionLine.PLAIN.record(detail, false, "<path>", document(point)));
                    lines.addAll(RevisionLine.PLAIN.children(detail, children, true));
                } else {
                    lines.addAll(RevisionLine.PLAIN.branch(detail, children));
                }
            }
            return output(lines);
        }

        private PlayedCommand shown(List<RevisionHeader> revisions) {
            if (options.contains("-v")) {
                return verbose(revisions);
            }
            return output(revisions.stream()
                    .map(header -> graph.detail(header.id()))
                    .map(detail -> switch (command) {
                        case "history" -> RevisionLine.PLAIN.history(detail, isCurrent(detail));
                        case "heads" -> RevisionLine.PLAIN.heads(detail);
                        default -> RevisionLine.PLAIN.current(detail);
                    })
                    .toList());
        }

        private boolean isCurrent(RevisionDetail detail) {
            return options.contains("-i") && rows.contains(detail.header().id());
        }

        private PlayedCommand verbose(List<RevisionHeader> revisions) {
            List<String> lines = new ArrayList<>();
            for (RevisionHeader header : revisions) {
                RevisionDetail detail = graph.detail(header.id());
                lines.addAll(RevisionLine.PLAIN.record(detail, isCurrent(detail), "<path>", document(header)));
            }
            return output(lines);
        }

        private static String document(RevisionHeader header) {
            return header.message() + "\n\nRevision ID: " + header.id() + "\nRevises: "
                    + String.join(", ", header.downRevisions()) + "\nCreate Date: " + header.created();
        }

        private PlayedCommand output(List<String> lines) {
            return new PlayedCommand(List.of(), rows, lines, null, null);
        }
    }

    /** Carry out a plan on {@code rows}, each change on exactly one row; purging is no step of its own. */
    static List<String> steps(Plan plan, TreeSet<String> rows, boolean purge) {
        List<String> steps = new ArrayList<>();
        for (PlanStep step : plan.steps()) {
            apply(step.rowChanges(), rows);
            if (!(purge && step.to().isEmpty())) {
                steps.add(name(step) + " " + rows);
            }
        }
        return steps;
    }

    private static String name(PlanStep step) {
        RevisionHeader revision = step.revision();
        return step.direction().name().toLowerCase(Locale.ROOT) + " "
                + (revision == null ? step.to().stream().collect(Collectors.joining(",")) : revision.id());
    }

    static void apply(List<RowChange> changes, TreeSet<String> rows) {
        for (RowChange change : changes) {
            boolean one;
            if (change instanceof RowChange.Insert insert) {
                one = rows.add(insert.id());
            } else if (change instanceof RowChange.Delete delete) {
                one = rows.remove(delete.id());
            } else if (change instanceof RowChange.Update update) {
                one = rows.remove(update.before()) && rows.add(update.after());
            } else {
                throw new AssertionError(change);
            }
            if (!one) {
                throw new AssertionError(change + " does not hit exactly one of " + rows);
            }
        }
    }
}
