package dev.retort.revision;

import java.util.List;

import dev.retort.RetortException;

/** Tells why a person's request about revisions cannot be followed, and what could be asked instead. */
public final class RefusedException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** The kinds of refusal, for callers that react to them. */
    public enum Reason {
        UNKNOWN_REVISION,
        UNKNOWN_ROW,
        AMBIGUOUS_PREFIX,
        NOT_ON_BRANCH,
        MULTIPLE_HEADS,
        RELATIVE_OUT_OF_RANGE,
        AMBIGUOUS_RELATIVE,
        INVALID_DOWNGRADE_TARGET,
        RANGE_NOT_ANCESTOR,
        OVERLAPPING_REVISIONS,
        RANGE_NOT_ALLOWED,
        RANGE_NEEDED,
        RANGE_SYNTAX,
        SEVERAL_STARTS,
        NOT_A_HEAD,
        DUPLICATE_HEADS,
        ILLEGAL_ID,
        NAME_TAKEN,
        CASCADE_NEEDED,
        APPLIED,
        NOTHING_TO_MOVE,
        AMBIGUOUS_REBASE
    }

    private final Reason reason;
    private final transient List<String> candidates;

    RefusedException(Reason reason, String message, String hint, List<String> candidates) {
        super(message, hint);
        this.reason = reason;
        this.candidates = List.copyOf(candidates);
    }

    RefusedException(Reason reason, String message, String hint) {
        this(reason, message, hint, List.of());
    }

    /** Tell the kind of refusal. */
    public Reason reason() {
        return reason;
    }

    /** List the identifiers that could have been meant, best first; may be empty. */
    public List<String> candidates() {
        return candidates;
    }
}
