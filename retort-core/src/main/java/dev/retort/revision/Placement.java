package dev.retort.revision;

import java.util.List;

/**
 * What to write into the header of a new revision.
 *
 * @param downRevisions full ids of its parents; empty for a new base
 * @param branchLabels labels it declares
 * @param dependsOn full ids, or branch labels where a label was asked for
 */
public record Placement(List<String> downRevisions, List<String> branchLabels, List<String> dependsOn) {

    /** Keep unmodifiable copies. */
    public Placement {
        downRevisions = List.copyOf(downRevisions);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
    }
}
