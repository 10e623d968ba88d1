package dev.retort.revision;

/** Writes revisions the way Alembic's commands print them; lines without a line feed at the end. */
public final class RevisionLine {

    private RevisionLine() {}

    /** Write a line of {@code history}. */
    public static String history(RevisionDetail revision, boolean current) {
        return head(revision.header().id(), revision, true, true, current, true, true);
    }

    /** Write a line of {@code heads}. */
    public static String heads(RevisionDetail revision) {
        return head(revision.header().id(), revision, false, true, false, false, false);
    }

    /** Write a line of {@code current}. */
    public static String current(RevisionDetail revision) {
        return head(revision.header().id(), revision, false, false, false, true, false);
    }

    private static String head(
            String id,
            RevisionDetail revision,
            boolean parents,
            boolean labels,
            boolean current,
            boolean tree,
            boolean message) {
        StringBuilder line = new StringBuilder();
        RevisionHeader header = revision.header();
        if (parents) {
            line.append(header.isBase() ? "<base>" : String.join(", ", header.downRevisions()));
            if (!header.dependsOn().isEmpty()) {
                line.append(" (").append(String.join(", ", header.dependsOn())).append(')');
            }
            line.append(" -> ");
        }
        line.append(id);
        if (labels && !revision.labels().isEmpty()) {
            line.append(" (").append(String.join(", ", revision.labels())).append(')');
        }
        line.append(marks(revision, current, tree));
        if (message && !header.message().isEmpty()) {
            line.append(", ").append(header.message());
        }
        return line.toString();
    }

    private static String marks(RevisionDetail revision, boolean current, boolean tree) {
        return (revision.head() ? " (head)" : "")
                + (revision.effectiveHead() ? " (effective head)" : "")
                + (current ? " (current)" : "")
                + (tree && revision.branchPoint() ? " (branchpoint)" : "")
                + (tree && revision.mergePoint() ? " (mergepoint)" : "");
    }
}
