package dev.retort.script;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import dev.retort.RetortException;

/**
 * The code of the revisions of one run, which was looked through as a whole. SQL beyond a few megabytes is let go then, and
 * read again when its turn comes: memory does not grow with the number of revisions.
 */
public final class RevisionCodes {

    static final long MOST_CHARACTERS = 8_000_000;

    private final Map<String, RevisionCode> kept = new HashMap<>();
    private final Map<String, Integer> left = new HashMap<>();
    private final Function<String, RevisionCode> reader;

    /** Hold nothing yet; {@code reader} reads again what was left. */
    RevisionCodes(Function<String, RevisionCode> reader) {
        this.reader = reader;
    }

    /** Hold code that is in memory already. */
    static RevisionCodes of(Map<String, RevisionCode> all) {
        RevisionCodes codes = new RevisionCodes(id -> {
            throw new IllegalStateException("revision '" + id + "' was not left");
        });
        codes.kept.putAll(all);
        return codes;
    }

    void keep(Map<String, RevisionCode> codes) {
        kept.putAll(codes);
    }

    /** Remember only what the code of a revision was like. */
    void leave(String id, RevisionCode code) {
        left.put(id, code.hashCode());
    }

    /** Say how many are in memory. */
    int held() {
        return kept.size();
    }

    /**
     * Give the code of a revision.
     *
     * @throws RetortException if its file was changed since it was looked through, or cannot be read any more
     * @throws IllegalStateException if it is not one of those that were prepared
     */
    public RevisionCode code(String id) {
        RevisionCode code = kept.get(id);
        if (code != null) {
            return code;
        }
        Integer before = left.get(id);
        if (before == null) {
            throw new IllegalStateException("revision '" + id + "' was not prepared");
        }
        RevisionCode again = reader.apply(id);
        if (again.hashCode() != before) {
            throw new RetortException(
                    "'%s' was changed while the run went on".formatted(again.origin()), "run the command again");
        }
        return again;
    }

    /** Let go of the code of a revision, which nobody asks for again. */
    public void forget(String id) {
        kept.remove(id);
        left.remove(id);
    }
}
