package dev.retort.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.retort.revision.RefusedException.Reason;

/** Finds the place of a new revision. */
final class Placer {

    private final GraphIndex index;
    private final Identifiers identifiers;

    Placer(GraphIndex index) {
        this.index = index;
        this.identifiers = new Identifiers(index);
    }

    Placement place(PlacementRequest request) {
        checkNames(request);
        List<Integer> parents = parents(request);
        if (!request.splice()) {
            for (int parent : parents) {
                if (index.children.count(parent) > 0) {
                    throw new RefusedException(
                            Reason.NOT_A_HEAD,
                            "Revision '" + index.id(parent) + "' is not a head: "
                                    + Identifiers.quoted(index.ids(followers(parent))) + " already follows it",
                            "add --splice to begin a new branch there");
                }
            }
        }
        List<String> needed = new ArrayList<>();
        for (String name : request.dependsOn()) {
            needed.add(dependency(name));
        }
        refuseTaken(request.id(), "revision id");
        request.branchLabels().forEach(label -> refuseTaken(label, "branch label"));
        return new Placement(index.ids(parents), request.branchLabels(), needed);
    }

    private List<Integer> parents(PlacementRequest request) {
        List<Integer> parents = new ArrayList<>();
        for (String head : request.heads()) {
            parents.addAll(identifiers.all(head));
        }
        Set<Integer> once = new LinkedHashSet<>(parents);
        if (once.size() != parents.size()) {
            throw new RefusedException(
                    Reason.DUPLICATE_HEADS,
                    "'" + String.join("', '", request.heads()) + "' name the same revision twice",
                    "name every parent once");
        }
        return parents;
    }

    private String dependency(String name) {
        int node = identifiers.one(name);
        if (node == Identifiers.BASE) {
            throw new RefusedException(
                    Reason.UNKNOWN_REVISION,
                    "'" + name + "' is no revision to depend on",
                    "name a revision or a branch label");
        }
        return index.byLabel(name) != null ? name : index.id(node);
    }

    private void checkNames(PlacementRequest request) {
        refuse(NameRule.ofId(request.id()));
        Set<String> names = new HashSet<>(List.of(request.id()));
        for (String label : request.branchLabels()) {
            refuse(NameRule.ofLabel(label));
            if (!names.add(label)) {
                throw new RefusedException(
                        Reason.NAME_TAKEN,
                        "The branch label '" + label + "' is "
                                + (label.equals(request.id()) ? "the id of the revision" : "named twice"),
                        "use another name");
            }
        }
    }

    private static void refuse(List<NameRule.Objection> objections) {
        for (NameRule.Objection objection : objections) {
            throw new RefusedException(Reason.ILLEGAL_ID, objection.sentence(), objection.hint());
        }
    }

    private void refuseTaken(String name, String what) {
        Integer node = index.byId(name) == null ? index.byLabel(name) : index.byId(name);
        if (node != null) {
            throw new RefusedException(
                    Reason.NAME_TAKEN,
                    "The " + what + " '" + name + "' is already used by revision '" + index.id(node) + "' in "
                            + index.header(node).origin(),
                    "use another name");
        }
    }

    private List<Integer> followers(int parent) {
        List<Integer> nodes = new ArrayList<>();
        for (int child : index.children.of(parent)) {
            nodes.add(child);
        }
        return index.byId(nodes);
    }
}
