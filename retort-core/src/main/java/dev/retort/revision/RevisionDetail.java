package dev.retort.revision;

import java.util.List;

/**
 * A revision together with what the graph knows of it.
 *
 * @param header what its file says
 * @param labels its branch labels, its own first in the order written, then the propagated ones by name
 * @param children ids of the revisions that name it as a parent, by id
 * @param dependents ids of the revisions that depend on it, by id
 * @param head whether no revision names it as a parent or depends on it
 * @param effectiveHead whether no revision names it as a parent, but some revision depends on it
 * @param branchPoint whether more than one revision names it as a parent
 * @param mergePoint whether it has more than one parent
 */
public record RevisionDetail(
        RevisionHeader header,
        List<String> labels,
        List<String> children,
        List<String> dependents,
        boolean head,
        boolean effectiveHead,
        boolean branchPoint,
        boolean mergePoint) {

    /** Keep unmodifiable copies. */
    public RevisionDetail {
        labels = List.copyOf(labels);
        children = List.copyOf(children);
        dependents = List.copyOf(dependents);
    }

    /**
     * Tell what is known of a revision that none names as a parent.
     *
     * @param header what its file says
     * @param labels its branch labels, as above
     * @param dependents ids of the revisions that depend on it, by id
     */
    public static RevisionDetail ofHead(RevisionHeader header, List<String> labels, List<String> dependents) {
        boolean needed = !dependents.isEmpty();
        boolean merges = header.downRevisions().size() > 1;
        return new RevisionDetail(header, labels, List.of(), dependents, !needed, needed, false, merges);
    }
}
