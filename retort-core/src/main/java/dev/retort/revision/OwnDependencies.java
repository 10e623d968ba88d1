package dev.retort.revision;

import java.util.Arrays;

/**
 * Leaves out dependencies that a revision below declares already, so that the version table keeps no row for them.
 *
 * <p>Only what is literally declared below counts, not what follows from it, as with Alembic. Dependencies that one
 * revision alone declares are kept without looking; the others are carried upwards, sixty-four at a time.
 */
final class OwnDependencies {

    private final Links downs;
    private final Links dependencies;
    private final int[] bit;
    private final long[] declared;
    private final long[] below;
    private final boolean[] redundant;

    private OwnDependencies(Links downs, Links dependencies) {
        this.downs = downs;
        this.dependencies = dependencies;
        this.bit = new int[downs.size()];
        this.declared = new long[downs.size()];
        this.below = new long[downs.size()];
        this.redundant = new boolean[dependencies.end(downs.size() - 1)];
    }

    static Links of(Links downs, Links dependencies) {
        return new OwnDependencies(downs, dependencies).kept();
    }

    private Links kept() {
        Links declarers = dependencies.reversed();
        Arrays.fill(bit, -1);
        int used = 0;
        int lowest = downs.size();
        for (int needed = 0; needed < downs.size(); needed++) {
            if (declarers.count(needed) < 2) {
                continue;
            }
            bit[needed] = used++;
            lowest = Math.min(lowest, declarers.at(declarers.first(needed)));
            if (used == Long.SIZE) {
                sweep(lowest);
                used = 0;
                lowest = downs.size();
            }
        }
        if (used > 0) {
            sweep(lowest);
        }
        return withoutRedundant();
    }

    private void sweep(int lowest) {
        for (int n = lowest; n < downs.size(); n++) {
            long carried = 0;
            for (int i = downs.first(n); i < downs.end(n); i++) {
                int parent = downs.at(i);
                carried |= parent < lowest ? 0 : below[parent] | declared[parent];
            }
            below[n] = carried;
            declared[n] = 0;
            for (int i = dependencies.first(n); i < dependencies.end(n); i++) {
                int number = bit[dependencies.at(i)];
                if (number >= 0) {
                    declared[n] |= 1L << number;
                    redundant[i] |= (carried >>> number & 1) != 0;
                }
            }
        }
        Arrays.fill(bit, -1);
    }

    private Links withoutRedundant() {
        Links.Builder links = new Links.Builder(downs.size(), redundant.length);
        for (int n = 0; n < downs.size(); n++) {
            for (int i = dependencies.first(n); i < dependencies.end(n); i++) {
                if (!redundant[i]) {
                    links.add(dependencies.at(i));
                }
            }
            links.next();
        }
        return links.build();
    }
}
