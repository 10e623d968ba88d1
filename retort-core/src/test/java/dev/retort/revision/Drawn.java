package dev.retort.revision;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws graphs: {@code graph("a <- b <- c", "b <- d", "b, d <- m", "e {label} ! c")}.
 *
 * <p>{@code <-} leads from parents to a child, braces hold labels, an exclamation mark is followed by dependencies.
 */
final class Drawn {

    private static final class Draft {
        private final List<String> downs = new ArrayList<>();
        private final List<String> labels = new ArrayList<>();
        private final List<String> dependencies = new ArrayList<>();
    }

    private Drawn() {}

    static RevisionGraph graph(String... lines) {
        return RevisionGraph.of(headers(lines));
    }

    static List<RevisionHeader> headers(String... lines) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (String line : lines) {
            List<String> before = List.of();
            for (String part : line.split("<-")) {
                List<String> ids = new ArrayList<>();
                for (String one : part.split(",(?![^{]*})")) {
                    ids.add(read(one.strip(), drafts));
                }
                for (String id : ids) {
                    requireNonNull(drafts.get(id)).downs.addAll(before);
                }
                before = ids;
            }
        }
        List<RevisionHeader> headers = new ArrayList<>();
        drafts.forEach((id, draft) -> headers.add(header(id, draft.downs, draft.labels, draft.dependencies)));
        return headers;
    }

    private static String read(String text, Map<String, Draft> drafts) {
        String id = text.replaceAll("[ {!].*", "");
        Draft draft = drafts.computeIfAbsent(id, key -> new Draft());
        if (text.contains("{")) {
            draft.labels.addAll(List.of(text.replaceAll(".*\\{|}.*", "").split(", *")));
        }
        if (text.contains("!")) {
            draft.dependencies.addAll(List.of(text.replaceAll(".*! *", "").split(" +")));
        }
        return id;
    }

    static RevisionHeader header(String id, List<String> downs, List<String> labels, List<String> dependencies) {
        return new RevisionHeader(
                id, downs, labels, dependencies, "revision " + id, null, "versions/" + id + ".java:1");
    }

    /** Make a graph with branches, merges, several bases and dependencies. */
    static RevisionGraph random(Random random, int size) {
        List<RevisionHeader> headers = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        int reach = 1 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            List<String> downs = new ArrayList<>();
            List<String> dependencies = new ArrayList<>();
            if (i > 0 && random.nextInt(12) > 0) {
                for (int p = random.nextInt(5) == 0 ? 2 + random.nextInt(2) : 1; p > 0; p--) {
                    String parent = ids.get(Math.max(0, i - 1 - random.nextInt(reach)));
                    if (!downs.contains(parent)) {
                        downs.add(parent);
                    }
                }
            }
            while (i > 0 && random.nextInt(6) == 0) {
                String needed = ids.get(random.nextInt(i));
                if (!dependencies.contains(needed) && !downs.contains(needed)) {
                    dependencies.add(needed);
                }
            }
            String id = "r%04x".formatted(random.nextInt(0x10000)) + i;
            List<String> labels = random.nextInt(10) == 0 ? List.of("label" + i) : List.of();
            headers.add(header(id, downs, labels, dependencies));
            ids.add(id);
        }
        return RevisionGraph.of(headers);
    }
}
