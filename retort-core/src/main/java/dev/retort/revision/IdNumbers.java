package dev.retort.revision;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** From ids to numbers: a hash table in two arrays, which a JVM that has just started fills faster than a map of objects. */
final class IdNumbers {

    static final int NONE = -1;

    /** Two to the power of 32, divided by the golden ratio: spreads ids that differ in their last letters only. */
    private static final int SPREAD = 0x9E3779B9;

    private final @Nullable String[] ids;
    private final int[] numbers;
    private final int shift;

    /** Make room for {@code expected} ids; it cannot hold more than that. */
    IdNumbers(int expected) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(expected, 1)) + 1;
        ids = new @Nullable String[1 << bits];
        numbers = new int[1 << bits];
        shift = Integer.SIZE - bits;
    }

    /** Give {@code id} a number unless it has one; tell which it had, or {@link #NONE}. */
    int add(String id, int number) {
        int slot = slot(id);
        if (ids[slot] != null) {
            return numbers[slot];
        }
        ids[slot] = id;
        numbers[slot] = number;
        return NONE;
    }

    /** Tell the number of {@code id}, or {@link #NONE}. */
    int find(String id) {
        int slot = slot(id);
        return ids[slot] == null ? NONE : numbers[slot];
    }

    /** List the ids, in no order. */
    List<String> ids() {
        List<String> list = new ArrayList<>();
        for (String id : ids) {
            if (id != null) {
                list.add(id);
            }
        }
        return list;
    }

    private int slot(String id) {
        int slot = (id.hashCode() * SPREAD) >>> shift;
        String there = ids[slot];
        while (there != null && !there.equals(id)) {
            slot = (slot + 1) & (ids.length - 1);
            there = ids[slot];
        }
        return slot;
    }
}
