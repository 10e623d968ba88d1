package dev.retort.revision;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * From ids to numbers, which go up from 0 in the order in which ids are added: a hash table in one array, which a JVM that has
 * just started fills faster than a map of objects, and which is looked up without a look at the ids on the way.
 */
final class IdNumbers {

    static final int NONE = -1;

    /** Two to the power of 32, divided by the golden ratio: spreads ids that differ in their last letters only. */
    private static final int SPREAD = 0x9E3779B9;

    private final @Nullable String[] ids;
    /** Pairs: the hash of an id, and its number plus one; a pair with a number of 0 is free. */
    private final int[] table;

    private final int shift;
    private int count;

    /** Make room for {@code expected} ids; it cannot hold more than that. */
    IdNumbers(int expected) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(expected, 1)) + 1;
        ids = new @Nullable String[expected];
        table = new int[2 << bits];
        shift = Integer.SIZE - bits;
    }

    /** Give {@code id} the next number, and tell which it had before, or {@link #NONE}. */
    int add(String id) {
        int hash = id.hashCode();
        int slot = slot(id, hash);
        int before = table[slot + 1] - 1;
        ids[count++] = id;
        if (before == NONE) {
            table[slot] = hash;
            table[slot + 1] = count;
        }
        return before;
    }

    /** Tell the number of {@code id}, the first one where it was added several times, or {@link #NONE}. */
    int find(String id) {
        return table[slot(id, id.hashCode()) + 1] - 1;
    }

    /** List the ids. */
    List<String> ids() {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(ids[i]);
        }
        return list;
    }

    private int slot(String id, int hash) {
        int slot = ((hash * SPREAD) >>> shift) << 1;
        while (table[slot + 1] != 0 && !(table[slot] == hash && id.equals(ids[table[slot + 1] - 1]))) {
            slot = (slot + 2) & (table.length - 1);
        }
        return slot;
    }
}
