package dev.retort.revision;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The steps of an upgrade, each made when it is asked for: many who plan look at the first few only. */
final class UpgradeSteps extends AbstractList<PlanStep> implements RandomAccess {

    private final GraphIndex index;
    private final int[] newestFirst;
    private final VersionRows version;

    UpgradeSteps(GraphIndex index, int[] newestFirst, VersionRows version) {
        this.index = index;
        this.newestFirst = newestFirst;
        this.version = version;
        for (int i = newestFirst.length - 1; i >= 0; i--) {
            version.upgrade(newestFirst[i]);
        }
    }

    @Override
    public PlanStep get(int position) {
        int node = newestFirst[newestFirst.length - 1 - position];
        RevisionHeader header = index.header(node);
        return new PlanStep(
                Direction.UPGRADE, header, header.downRevisions(), List.of(header.id()), version.upgraded(node));
    }

    @Override
    public int size() {
        return newestFirst.length;
    }
}
