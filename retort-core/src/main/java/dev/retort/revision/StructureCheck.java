package dev.retort.revision;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.retort.revision.GraphProblem.Kind;

/** Turns headers into nodes and edges, and collects everything that is wrong with them on the way. */
final class StructureCheck {

    /** So many parents are compared with each other; where there are more, {@link Links.Builder} leaves out doubles. */
    private static final int FEW = 8;

    private final List<RevisionHeader> headers;
    private final IdNumbers ids;
    private final Map<String, Integer> labels = new HashMap<>();
    private final List<GraphProblem> problems = new ArrayList<>();
    /** The numbers of parents that were known when a header was read, as {@link Links} keeps them. */
    private final int[] downStart;

    private int[] downs;
    private boolean downsComplete = true;
    private boolean labelled;
    private boolean depending;

    private StructureCheck(List<RevisionHeader> headers) {
        this.headers = headers;
        this.ids = new IdNumbers(headers.size());
        this.downStart = new int[headers.size() + 1];
        this.downs = new int[headers.size() + 16];
    }

    /** Check the headers and put them in order. */
    static GraphIndex index(List<RevisionHeader> headers) {
        StructureCheck check = new StructureCheck(headers);
        check.readIds();
        if (check.labelled) {
            check.readLabels();
        }
        Links downs = check.readDowns();
        Links dependencies = check.depending ? check.readDependencies() : Links.none(headers.size());
        int[] order = LineByLine.order(dependencies.isEmpty() ? downs : downs.and(dependencies));
        if (order == null) {
            check.circles(downs, dependencies);
        }
        if (!check.problems.isEmpty()) {
            throw new BrokenGraphException(check.problems.stream()
                    .distinct()
                    .sorted(Comparator.comparing(GraphProblem::kind).thenComparing(GraphProblem::message))
                    .toList());
        }
        return GraphIndex.of(headers, check.ids, check.labels, downs, dependencies, requireNonNull(order));
    }

    private void readIds() {
        for (int n = 0; n < headers.size(); n++) {
            readId(n, headers.get(n));
        }
    }

    // One call for each header, here and below: a JVM compiles a method that is called often much sooner than a loop.
    private void readId(int n, RevisionHeader header) {
        String id = header.id();
        checkSpelling(NameRule.ofId(id), header);
        labelled |= !header.branchLabels().isEmpty();
        depending |= !header.dependsOn().isEmpty();
        int other = ids.add(id);
        noteDowns(n, header.downRevisions());
        if (other != IdNumbers.NONE) {
            downsComplete = false;
            problems.add(new GraphProblem(
                    Kind.DUPLICATE_ID,
                    "two revisions have the id '" + id + "'",
                    List.of(headers.get(other).origin(), header.origin()),
                    "give one of them another id, in its header and in the headers that name it"));
        }
    }

    /** Note the parents that stand before: they are at hand now, and no second look is needed where all do. */
    private void noteDowns(int n, List<String> names) {
        int begin = downStart[n];
        int end = begin;
        downsComplete &= names.size() <= FEW;
        for (int i = 0; i < names.size(); i++) {
            int parent = ids.find(names.get(i));
            if (end == downs.length) {
                downs = Arrays.copyOf(downs, end * 2);
            }
            downsComplete &=
                    parent != IdNumbers.NONE && parent != n && (names.size() > FEW || !isThere(parent, begin, end));
            downs[end++] = parent;
        }
        downStart[n + 1] = end;
    }

    private boolean isThere(int parent, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (downs[i] == parent) {
                return true;
            }
        }
        return false;
    }

    private void checkSpelling(List<NameRule.Objection> objections, RevisionHeader header) {
        for (int i = 0; i < objections.size(); i++) {
            NameRule.Objection objection = objections.get(i);
            report(objection.kind(), header, objection.message(), objection.hint());
        }
    }

    private void readLabels() {
        for (int n = 0; n < headers.size(); n++) {
            for (String label : headers.get(n).branchLabels()) {
                readLabel(n, headers.get(n), label);
            }
        }
    }

    private void readLabel(int n, RevisionHeader header, String label) {
        int revision = ids.find(label);
        Integer other = labels.putIfAbsent(label, n);
        if (revision != IdNumbers.NONE) {
            problems.add(new GraphProblem(
                    Kind.LABEL_IS_ID,
                    "branch label '" + label + "' of revision '" + header.id() + "' is the id of a revision",
                    List.of(header.origin(), headers.get(revision).origin()),
                    "rename the label"));
        } else if (other == null) {
            checkSpelling(NameRule.ofLabel(label), header);
        } else if (other == n) {
            report(
                    Kind.DUPLICATE_LABEL,
                    header,
                    "revision '" + header.id() + "' names the branch label '" + label + "' twice",
                    "name it once");
        } else if (!headers.get(other).id().equals(header.id())) {
            problems.add(new GraphProblem(
                    Kind.DUPLICATE_LABEL,
                    "branch label '" + label + "' of revision '" + header.id() + "' is already used by revision '"
                            + headers.get(other).id() + "'",
                    List.of(headers.get(other).origin(), header.origin()),
                    "keep the label at the first revision of the branch only"));
        }
    }

    private Links readDowns() {
        if (downsComplete) {
            return new Links(downStart, Arrays.copyOf(downs, downStart[headers.size()]));
        }
        Links.Builder links = new Links.Builder(headers.size(), headers.size() + 16);
        for (int n = 0; n < headers.size(); n++) {
            readDowns(n, links);
            links.next();
        }
        return links.build();
    }

    private void readDowns(int n, Links.Builder links) {
        reportTwice(n, headers.get(n));
        for (int i = downStart[n]; i < downStart[n + 1]; i++) {
            if (downs[i] != IdNumbers.NONE && downs[i] != n && problems.isEmpty()) {
                links.add(downs[i]);
            } else {
                readDown(n, headers.get(n), i - downStart[n], links);
            }
        }
    }

    private void reportTwice(int n, RevisionHeader header) {
        Set<String> names = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        for (String name : downStart[n + 1] - downStart[n] < 2 ? List.<String>of() : header.downRevisions()) {
            if (!names.add(name)) {
                twice.add(name);
            }
        }
        for (String name : twice) {
            report(
                    Kind.DUPLICATE_PARENT,
                    header,
                    "revision '" + header.id() + "' names the parent '" + name + "' twice",
                    "name every parent once");
        }
    }

    private void readDown(int n, RevisionHeader header, int i, Links.Builder links) {
        String down = header.downRevisions().get(i);
        int parent = ids.find(down);
        if (parent == IdNumbers.NONE) {
            report(
                    Kind.MISSING_PARENT,
                    header,
                    "revision '" + header.id() + "' has the parent '" + down + "', which no file has",
                    missingHint(down, true));
        } else if (parent == n || header.id().equals(down)) {
            report(
                    Kind.SELF_LOOP,
                    header,
                    "revision '" + header.id() + "' names itself as its parent",
                    "name the revision before it, or leave its parent empty");
        } else {
            links.add(parent);
        }
    }

    private Links readDependencies() {
        Links.Builder links = new Links.Builder(headers.size(), 16);
        for (int n = 0; n < headers.size(); n++) {
            RevisionHeader header = headers.get(n);
            for (String name : byId(header.dependsOn())) {
                Integer needed = named(name);
                if (needed == null) {
                    report(
                            Kind.MISSING_DEPENDENCY,
                            header,
                            "revision '" + header.id() + "' depends on '" + name + "', which no file has",
                            missingHint(name, false));
                } else if (needed == n) {
                    report(
                            Kind.DEPENDENCY_SELF_LOOP,
                            header,
                            "revision '" + header.id() + "' depends on itself",
                            "take '" + name + "' out of its dependencies");
                } else {
                    links.add(needed);
                }
            }
            links.next();
        }
        return links.build();
    }

    /** Sort dependencies by id: Alembic keeps them in a set, so the order in which they are written says nothing. */
    private List<String> byId(List<String> names) {
        if (names.size() < 2) {
            return names;
        }
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(Comparator.comparing(name -> {
            Integer node = named(name);
            return node == null ? name : headers.get(node).id();
        }));
        return sorted;
    }

    private @Nullable Integer named(String name) {
        int node = ids.find(name);
        return node == IdNumbers.NONE ? labels.get(name) : Integer.valueOf(node);
    }

    private String missingHint(String name, boolean parent) {
        Integer labelled = labels.get(name);
        if (parent && labelled != null) {
            return "'" + name + "' is a branch label; write the id '"
                    + headers.get(labelled).id() + "'";
        }
        List<String> near = Nearest.to(name, ids.ids());
        return near.isEmpty()
                ? "bring back the file of revision '" + name + "', or correct the id"
                : "did you mean '" + String.join("' or '", near) + "'? Ids must be written in full";
    }

    private void circles(Links downs, Links dependencies) {
        List<int[]> circles = Circles.in(downs, List.of());
        circles.forEach(circle -> circle(circle, Kind.CYCLE));
        if (!dependencies.isEmpty()) {
            Circles.in(downs.and(dependencies), circles).forEach(circle -> circle(circle, Kind.DEPENDENCY_CYCLE));
        }
    }

    private void circle(int[] nodes, Kind kind) {
        int lowest = IntStream.range(0, nodes.length)
                .boxed()
                .min(Comparator.comparing(i -> headers.get(nodes[i]).id()))
                .orElseThrow();
        List<RevisionHeader> members = IntStream.range(0, nodes.length)
                .mapToObj(i -> headers.get(nodes[(lowest + i) % nodes.length]))
                .toList();
        String path = members.stream().map(RevisionHeader::id).collect(Collectors.joining("' -> '", "'", "' -> '"));
        problems.add(new GraphProblem(
                kind,
                (kind == Kind.CYCLE
                                ? "revisions follow each other in a circle: "
                                : "revisions need each other in a circle: ")
                        + path + members.get(0).id() + "'",
                members.stream().map(RevisionHeader::origin).toList(),
                kind == Kind.CYCLE
                        ? "correct the parent of the revision that should come first"
                        : "remove one of the dependencies"));
    }

    private void report(Kind kind, RevisionHeader header, String message, String hint) {
        problems.add(new GraphProblem(kind, message, List.of(header.origin()), hint));
    }
}
