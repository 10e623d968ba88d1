package dev.retort.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds again, among the statements that an operation needs now, those that an earlier run noted.
 *
 * <p>What an operation needs may depend on what the database holds, and change once a part of it is done. So a statement is
 * known by its text; its number only tells it from the others.
 */
final class StatementNumbers {

    private final Map<Integer, TreeMap<Integer, String>> begun = new HashMap<>();
    private final Map<Integer, TreeSet<Integer>> used = new HashMap<>();
    private final Map<Integer, Integer> inDoubt = new HashMap<>();

    /** Take what an earlier run noted of a statement that the database did not refuse. */
    void add(Journal.Entry entry, String fingerprint) {
        begun.computeIfAbsent(entry.operation(), key -> new TreeMap<>()).put(entry.statement(), fingerprint);
        used.computeIfAbsent(entry.operation(), key -> new TreeSet<>()).add(entry.statement());
        if (entry.state() == Journal.State.STARTED) {
            inDoubt.put(entry.operation(), entry.statement());
        }
    }

    boolean isUnderWay(int operation) {
        return begun.containsKey(operation);
    }

    /**
     * Give each statement its number.
     *
     * @param before how many statements the operation has before these
     * @param all whether these are all statements of the operation
     */
    List<Integer> find(int operation, int before, List<String> fingerprints, boolean all) {
        TreeMap<Integer, String> known = begun.getOrDefault(operation, new TreeMap<>());
        var numbers = new ArrayList<Integer>(Collections.nCopies(fingerprints.size(), 0));
        for (int place = 0; place < numbers.size(); place++) {
            numbers.set(place, take(known, before + place + 1, fingerprints.get(place)));
        }
        Integer doubtful = inDoubt.get(operation);
        if (all && doubtful != null && known.containsKey(doubtful) && numbers.contains(0)) {
            // Its text is another one now; whether it took effect, its successor is asked.
            numbers.set(numbers.indexOf(0), doubtful);
        }
        TreeSet<Integer> taken = used.computeIfAbsent(operation, key -> new TreeSet<>());
        for (int place = 0; place < numbers.size(); place++) {
            if (numbers.get(place) == 0) {
                int wished = before + place + 1;
                numbers.set(place, taken.contains(wished) ? taken.last() + 1 : wished);
            }
            taken.add(numbers.get(place));
        }
        return numbers;
    }

    /** Take the number of a text out of those that are known, if possible that of its own place; 0 if there is none. */
    private static int take(Map<Integer, String> known, int place, String fingerprint) {
        if (fingerprint.equals(known.get(place))) {
            known.remove(place);
            return place;
        }
        for (Map.Entry<Integer, String> each : known.entrySet()) {
            if (each.getValue().equals(fingerprint)) {
                int number = each.getKey();
                known.remove(number);
                return number;
            }
        }
        return 0;
    }
}
