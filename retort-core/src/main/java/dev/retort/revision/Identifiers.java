package dev.retort.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.retort.revision.RefusedException.Reason;

/** Finds the revisions that an identifier means. */
final class Identifiers {

    /** Where a walk stands that has come to the very beginning. */
    static final int BASE = -1;
    /** What a walk gives that went further than the history. */
    static final int OUTSIDE = -2;

    private static final int SHORTEST_PREFIX = 4;
    private static final int SHOWN = 10;

    private final GraphIndex index;

    Identifiers(GraphIndex index) {
        this.index = index;
    }

    Identifier parse(String text) {
        return Identifier.parse(text, index);
    }

    /** Take a target apart, and refuse to count from the rows without getting anywhere. */
    Identifier target(String text) {
        Identifier identifier = parse(text);
        if (identifier.fromRows() && Integer.valueOf(0).equals(identifier.steps())) {
            throw new RefusedException(
                    Reason.RELATIVE_OUT_OF_RANGE,
                    "'" + text + "' counts no steps",
                    "write how many, for example '+1', or name the revision");
        }
        return identifier;
    }

    /** Find the nodes of the rows of the version table, by id. */
    List<Integer> rows(Collection<String> rows) {
        List<Integer> nodes = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String row : new TreeSet<>(rows)) {
            Integer node = index.byId(row);
            if (node == null) {
                unknown.add(row);
            } else {
                nodes.add(node);
            }
        }
        if (!unknown.isEmpty()) {
            throw new RefusedException(
                    Reason.UNKNOWN_ROW,
                    "The database is at revision '" + String.join("', '", unknown) + "', which no file has",
                    "bring back the file of '" + unknown.get(0)
                            + "', or, if it is gone for good, run: retort stamp --purge REVISION",
                    Nearest.to(unknown.get(0), index.ids()));
        }
        return nodes;
    }

    /** Find the revision with exactly this id. */
    int exact(String id) {
        Integer node = index.byId(id);
        if (node == null) {
            throw unknown(id, null, id, List.of());
        }
        return node;
    }

    /** Find all that an absolute identifier, or a walk down from the heads such as {@code -2}, means; nothing for {@code base}. */
    List<Integer> all(String text) {
        Identifier identifier = parse(text);
        if (identifier.fromRows() && identifier.steps() != null && identifier.steps() < 0) {
            return downFromHeads(identifier, identifier.steps()).stream()
                    .filter(node -> node >= 0)
                    .toList();
        }
        return absolute(text);
    }

    /** Find all that an absolute identifier means; nothing for {@code base}. */
    List<Integer> absolute(String text) {
        return absolute(text, true);
    }

    private List<Integer> absolute(String text, boolean several) {
        int at = text.indexOf('@');
        String branch = at <= 0 ? null : text.substring(0, at);
        String symbol = text.substring(at + 1);
        return switch (symbol) {
            case "base" -> List.of();
            case "heads" -> branch == null ? index.ends(index.followers) : headsOn(branch);
            case "head" -> head(branch, text, several);
            default -> List.of(lookup(symbol, branch, text));
        };
    }

    /** Find the one revision that an absolute identifier means, or {@link #BASE}. */
    int one(String text) {
        List<Integer> found = absolute(text, false);
        if (found.size() > 1) {
            throw multipleHeads(text, found, false);
        }
        return found.isEmpty() ? BASE : found.get(0);
    }

    /** Find the revision that stands for a branch: where a label is declared, or the revision itself. */
    int branch(String name) {
        if (name.equals("head") || name.equals("heads")) {
            absolute("head");
        }
        Integer label = index.byLabel(name);
        return label != null ? label : lookup(name, null, name);
    }

    /** Mark everything in one line with a branch. */
    BitSet lineage(String branch) {
        return index.lineage(branch(branch), index.downs, index.children);
    }

    List<Integer> on(String branch, List<Integer> nodes) {
        BitSet line = lineage(branch);
        return nodes.stream().filter(line::get).toList();
    }

    /**
     * Walk from one revision, up through children or down through parents.
     *
     * @param line the revisions that a walk up may use, or {@code null} for all
     * @param stay whether to stop where there is nothing more, instead of giving {@link #OUTSIDE}
     */
    int walk(int start, int steps, @Nullable BitSet line, boolean stay, String text) {
        int at = start;
        for (int i = 0; i < Math.abs((long) steps); i++) {
            List<Integer> next = steps > 0 ? above(at, line) : below(at);
            if (next.isEmpty()) {
                return stay ? at : OUTSIDE;
            }
            if (next.size() > 1) {
                throw ambiguousWalk(text, at, next);
            }
            at = next.get(0);
        }
        return at;
    }

    private List<Integer> above(int node, @Nullable BitSet line) {
        List<Integer> next = node == BASE ? index.ends(index.downs) : list(index.children.of(node));
        return line == null ? next : next.stream().filter(line::get).toList();
    }

    private List<Integer> below(int node) {
        if (node == BASE) {
            return List.of();
        }
        List<Integer> next = list(index.downs.of(node));
        return next.isEmpty() ? List.of(BASE) : next;
    }

    private List<Integer> list(int[] nodes) {
        List<Integer> list = new ArrayList<>();
        for (int node : nodes) {
            list.add(node);
        }
        return list;
    }

    /** Walk down from every real head, on a branch from those of the branch; some may end at the base or outside. */
    List<Integer> downFromHeads(Identifier identifier, int steps) {
        List<Integer> heads = index.ends(index.followers);
        String branch = identifier.branch();
        if (branch != null) {
            heads = on(branch, heads);
        }
        return heads.stream()
                .map(head -> walk(head, steps, null, false, identifier.text()))
                .distinct()
                .toList();
    }

    private List<Integer> headsOn(String branch) {
        return on(branch, index.ends(index.children));
    }

    private List<Integer> head(@Nullable String branch, String text, boolean several) {
        List<Integer> heads = branch == null ? index.ends(index.children) : headsOn(branch);
        if (heads.size() > 1) {
            throw multipleHeads(text, heads, several);
        }
        return heads;
    }

    private int lookup(String name, @Nullable String branch, String text) {
        Integer node = index.byId(name);
        if (node == null) {
            node = index.byLabel(name);
        }
        BitSet line = branch == null ? null : lineage(branch);
        if (node == null) {
            return byPrefix(name, branch, line, text);
        }
        if (line != null && !line.get(node)) {
            throw new RefusedException(
                    Reason.NOT_ON_BRANCH,
                    "Revision '" + index.id(node) + "' is not a member of branch '" + branch + "'",
                    "name it without the branch: '" + name + "', or take '" + branch + "@head'",
                    List.of(name, branch + "@head"));
        }
        return node;
    }

    private int byPrefix(String prefix, @Nullable String branch, @Nullable BitSet line, String text) {
        List<Integer> found = new ArrayList<>();
        if (!prefix.isEmpty()) {
            for (String id : index.ids()) {
                Integer node = id.length() >= SHORTEST_PREFIX && id.startsWith(prefix) ? index.byId(id) : null;
                if (node != null && (line == null || line.get(node))) {
                    found.add(node);
                }
            }
        }
        List<String> candidates = index.ids(index.byId(found));
        if (prefix.length() < SHORTEST_PREFIX || found.isEmpty()) {
            throw unknown(prefix, branch, text, candidates);
        }
        if (found.size() > 1) {
            throw new RefusedException(
                    Reason.AMBIGUOUS_PREFIX,
                    found.size() + " revisions begin with '" + prefix + "': " + quoted(candidates),
                    "write more of the id, for example '" + candidates.get(0) + "'",
                    candidates);
        }
        return found.get(0);
    }

    private RefusedException unknown(String name, @Nullable String branch, String text, List<String> prefixed) {
        String where = (branch == null ? "" : " on branch '" + branch + "'")
                + (text.equals(name) ? "" : ", needed for '" + text + "'");
        if (!prefixed.isEmpty()) {
            return new RefusedException(
                    Reason.UNKNOWN_REVISION,
                    "No revision or branch is named '" + name + "'" + where + "; " + quoted(prefixed)
                            + (prefixed.size() == 1 ? " begins" : " begin") + " with it",
                    "write at least " + SHORTEST_PREFIX + " characters of the id",
                    prefixed);
        }
        if (Identifier.counts(name) && parse(name).steps() == null) {
            return outside(text);
        }
        String elsewhere = elsewhere(name);
        if (elsewhere != null) {
            return new RefusedException(
                    Reason.UNKNOWN_REVISION, elsewhere, "name the revision itself: retort history shows them");
        }
        List<String> names = new ArrayList<>(index.ids());
        names.addAll(index.labels());
        names.addAll(List.of("head", "heads", "base"));
        List<String> near = Nearest.to(name, names);
        return new RefusedException(
                Reason.UNKNOWN_REVISION,
                "No revision or branch is named '" + name + "'" + where,
                near.isEmpty() ? "see all revisions with: retort history" : "did you mean " + or(near),
                near);
    }

    /** Say of what other commands understand that this one does not; {@code null} if it is nothing of that kind. */
    private @Nullable String elsewhere(String name) {
        if (name.equals("current")) {
            return "'current' is understood by show, edit and history alone";
        }
        return Identifier.counts(name) ? "'" + name + "' counts steps, which is not possible here" : null;
    }

    /** Refuse {@code text}, which means several; {@code heads} is another way to say so where that is {@code allowed}. */
    RefusedException multipleHeads(String text, List<Integer> heads, boolean allowed) {
        List<String> candidates = index.byId(new ArrayList<>(heads)).stream()
                .map(head -> spelling(head, heads))
                .toList();
        return new RefusedException(
                Reason.MULTIPLE_HEADS,
                "'" + text + "' means one revision, but there are " + heads.size() + " heads: "
                        + quoted(index.ids(index.byId(new ArrayList<>(heads)))),
                "use '" + candidates.get(0) + "'" + (allowed ? ", or 'heads' for all of them" : ""),
                candidates);
    }

    /** Name a head by a label that leads to it alone, else by its id. */
    private String spelling(int head, List<Integer> heads) {
        for (String label : index.labels()) {
            Integer declared = index.byLabel(label);
            if (declared != null) {
                BitSet above = Reach.up(index.children, List.of(declared));
                if (above.get(head) && heads.stream().filter(above::get).count() == 1) {
                    return label + "@head";
                }
            }
        }
        return index.id(head);
    }

    private RefusedException ambiguousWalk(String text, int at, List<Integer> next) {
        List<String> candidates = index.ids(index.byId(new ArrayList<>(next)));
        return new RefusedException(
                Reason.AMBIGUOUS_RELATIVE,
                "'" + text + "' is ambiguous: from " + (at == BASE ? "the base" : "'" + index.id(at) + "'")
                        + " it could go to " + quoted(candidates),
                "name the revision itself, for example '" + candidates.get(0) + "'",
                candidates);
    }

    static RefusedException outside(String text) {
        return new RefusedException(
                Reason.RELATIVE_OUT_OF_RANGE,
                "'" + text + "' leads out of the history",
                "count fewer steps, or name a revision that retort history shows");
    }

    /** Refuse a walk from where the database is that goes the other way than the command. */
    static RefusedException otherWay(String text, String direction, String command) {
        return new RefusedException(
                Reason.RELATIVE_OUT_OF_RANGE,
                "'" + text + "' does not go this way: it counts " + direction + " from where the database is",
                "run: retort " + command + " " + text);
    }

    static String quoted(List<String> names) {
        String shown = "'" + String.join("', '", names.subList(0, Math.min(SHOWN, names.size()))) + "'";
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }

    private static String or(List<String> names) {
        return "'" + String.join("' or '", names) + "'";
    }
}
