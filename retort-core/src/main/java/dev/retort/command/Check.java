package dev.retort.command;

/** The command {@code check}: whether autogenerate would find anything. */
public final class Check {

    private final Workspace workspace;

    /** Work on {@code workspace}. */
    public Check(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Compare the database, which must be at head, with the model.
     *
     * @throws dev.retort.RetortException if the database is behind its revisions, or either side cannot be read
     */
    public Difference run() {
        return new ModelComparison(workspace).run().difference();
    }
}
