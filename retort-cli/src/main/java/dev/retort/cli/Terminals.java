package dev.retort.cli;

/**
 * Which outputs a person looks at.
 *
 * @param outIsTerminal whether standard output is a terminal
 * @param errIsTerminal whether standard error is one
 * @param plain whether the person wants no colours there
 */
record Terminals(boolean outIsTerminal, boolean errIsTerminal, boolean plain) {

    /** Nobody looks. */
    static final Terminals NONE = new Terminals(false, false, true);

    /** Believe the launcher, which says so in the system property {@code retort.terminal}, and the environment. */
    static Terminals ofLauncher() {
        String told = System.getProperty("retort.terminal", "");
        String no = System.getenv("NO_COLOR");
        return new Terminals(
                told.contains("out"),
                told.contains("err"),
                (no != null && !no.isEmpty()) || "dumb".equals(System.getenv("TERM")));
    }

    boolean out(ColorChoice choice) {
        return coloured(outIsTerminal, choice);
    }

    boolean err(ColorChoice choice) {
        return coloured(errIsTerminal, choice);
    }

    private boolean coloured(boolean terminal, ColorChoice choice) {
        return choice == ColorChoice.ALWAYS || (choice == ColorChoice.AUTO && terminal && !plain);
    }
}
