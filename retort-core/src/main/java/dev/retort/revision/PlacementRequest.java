package dev.retort.revision;

import java.util.List;

/**
 * Where a person wants a new revision to stand.
 *
 * @param id the id it will have
 * @param heads identifiers of the parents: what {@code revision --head} says, or the arguments of {@code merge}
 * @param splice whether a parent may be a revision that is not a head
 * @param branchLabels labels it will declare
 * @param dependsOn identifiers it will depend on
 */
public record PlacementRequest(
        String id, List<String> heads, boolean splice, List<String> branchLabels, List<String> dependsOn) {

    /** Keep unmodifiable copies. */
    public PlacementRequest {
        heads = List.copyOf(heads);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
    }

    /** Ask for a place on the one head. */
    public static PlacementRequest onHead(String id) {
        return new PlacementRequest(id, List.of("head"), false, List.of(), List.of());
    }
}
