package dev.retort.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one was probably meant to be. */
public final class NearestName {

    private record Candidate(String name, int distance) {}

    private NearestName() {}

    public static Optional<String> of(String mistyped, Collection<String> known) {
        int tolerated = Math.max(2, mistyped.length() / 3);
        return known.stream()
                .map(name -> new Candidate(name, distance(normal(mistyped), normal(name))))
                .filter(candidate -> candidate.distance <= tolerated
                        || (mistyped.length() > 2 && normal(candidate.name).contains(normal(mistyped)))
                        || (candidate.name.length() > 2 && normal(mistyped).endsWith(normal(candidate.name))))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Count the letters to insert, remove or replace. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[right.length()];
    }
}
