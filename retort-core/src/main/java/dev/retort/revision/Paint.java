package dev.retort.revision;

/** Shows the parts of a line apart, in colours for example; this one leaves them plain. */
public class Paint {

    /** Leaves everything plain. */
    public static final Paint PLAIN = new Paint();

    /** What a part of a line is. */
    public enum Part {
        /** The id of the revision that the line is about. */
        REVISION,
        /** The labels of its branch. */
        LABELS,
        /** The mark of a head. */
        HEAD,
        /** The mark of what the database is at. */
        CURRENT
    }

    /** For subclasses. */
    protected Paint() {}

    /** Give {@code text} as it is to be shown. */
    public String of(Part part, String text) {
        return text;
    }
}
