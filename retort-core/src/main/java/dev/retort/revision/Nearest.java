package dev.retort.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the names that a person probably meant. */
final class Nearest {

    private static final int SHOWN = 3;

    private Nearest() {}

    /** List up to three of {@code names} that differ from {@code wanted} in few letters, or begin like it; best first. */
    static List<String> to(String wanted, Collection<String> names) {
        int allowed = wanted.length() < 4 ? 1 : wanted.length() < 8 ? 2 : 3;
        record Scored(String name, int distance) {}
        List<Scored> scored = new ArrayList<>();
        for (String name : names) {
            int distance = name.length() > 3 && wanted.length() > 1 && name.startsWith(wanted)
                    ? 0
                    : distance(wanted, name, allowed);
            if (distance <= allowed) {
                scored.add(new Scored(name, distance));
            }
        }
        return scored.stream()
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .limit(SHOWN)
                .map(Scored::name)
                .toList();
    }

    /** Count the letters to change, add or drop; anything above {@code limit} is only said to be more. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int changed = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
