package dev.retort.command;

/** The command {@code ensure_version}: creates the version table. */
public final class EnsureVersion {

    private final Workspace workspace;

    /** Work on {@code workspace}. */
    public EnsureVersion(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Create the table unless it is there, and tell whether it was created. */
    public boolean run() {
        return workspace.runs().ensureVersion();
    }

    /** Spell out the statement that creates the table. */
    public String script() {
        return workspace.runs().ensureVersionScript();
    }
}
