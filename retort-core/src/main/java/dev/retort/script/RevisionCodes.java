package dev.retort.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.retort.RetortException;

/**
 * The code of the revisions of one run, which was looked through as a whole. What is beyond a few megabytes of text is let go
 * then, and read again when its turn comes, classes many at once: memory does not grow with the number of revisions.
 */
public final class RevisionCodes {

    static final long MOST_CHARACTERS = 8_000_000;

    /** So many classes are loaded together, for those of which the cache keeps nothing are compiled together. */
    static final int MOST_CLASSES = 100;

    /**
     * Code that was read.
     *
     * @param fingerprints what tells whether a file changed, by id
     */
    record Loaded(Map<String, RevisionCode> codes, Map<String, Integer> fingerprints) {}

    private record Left(int fingerprint, boolean java, int position) {}

    private final Map<String, RevisionCode> kept = new HashMap<>();
    private final Map<String, RevisionCode> ahead = new HashMap<>();
    private final Map<String, Left> left = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Function<List<String>, Loaded> reader;

    /** Hold nothing yet; {@code reader} reads again what was left. */
    RevisionCodes(Function<List<String>, Loaded> reader) {
        this.reader = reader;
    }

    /** Hold code that is in memory already. */
    static RevisionCodes of(Map<String, RevisionCode> all) {
        RevisionCodes codes = new RevisionCodes(ids -> {
            throw new IllegalStateException("revisions " + ids + " were not left");
        });
        codes.kept.putAll(all);
        return codes;
    }

    void keep(String id, RevisionCode code) {
        kept.put(id, code);
    }

    /** Remember only what the code of a revision was like. */
    void leave(String id, int fingerprint, boolean java) {
        left.put(id, new Left(fingerprint, java, order.size()));
        order.add(id);
    }

    /** Say how many are in memory. */
    int held() {
        return kept.size() + ahead.size();
    }

    /** Tell whether a revision is written in SQL; this reads nothing again. */
    public boolean isSql(String id) {
        Left before = left.get(id);
        return before == null ? code(id) instanceof SqlRevision : !before.java();
    }

    /**
     * Give the code of a revision.
     *
     * @throws RetortException if its file was changed since it was looked through, or cannot be read any more
     * @throws IllegalStateException if it is not one of those that were prepared
     */
    public RevisionCode code(String id) {
        RevisionCode code = kept.getOrDefault(id, ahead.get(id));
        if (code != null) {
            return code;
        }
        Left before = left.get(id);
        if (before == null) {
            throw new IllegalStateException("revision '" + id + "' was not prepared");
        }
        List<String> ids = before.java() ? classesFrom(before.position()) : List.of(id);
        Loaded again = reader.apply(ids);
        ids.forEach(one -> unchanged(one, again));
        if (before.java()) {
            ahead.clear();
            ahead.putAll(again.codes());
        }
        return unchanged(id, again);
    }

    /** Let go of the code of a revision, which nobody asks for again. */
    public void forget(String id) {
        kept.remove(id);
        ahead.remove(id);
        left.remove(id);
    }

    /** List those that probably come next. */
    private List<String> classesFrom(int position) {
        List<String> ids = new ArrayList<>();
        for (int i = position; i < order.size() && ids.size() < MOST_CLASSES; i++) {
            Left next = left.get(order.get(i));
            if (next != null && next.java()) {
                ids.add(order.get(i));
            }
        }
        return ids;
    }

    private RevisionCode unchanged(String id, Loaded again) {
        Left before = left.get(id);
        Integer now = again.fingerprints().get(id);
        RevisionCode code = again.codes().get(id);
        if (before == null || now == null || code == null) {
            throw new IllegalStateException("revision '" + id + "' was not read again");
        }
        if (now != before.fingerprint()) {
            throw new RetortException(
                    "'%s' was changed while the run went on".formatted(code.origin()), "run the command again");
        }
        return code;
    }
}
