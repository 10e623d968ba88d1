package dev.retort.cli;

import java.util.Locale;

import dev.retort.runtime.InDoubt;

/** What a person knows about a run that was killed. */
final class ResumeOption {

    private final Option inDoubt;

    ResumeOption(Syntax syntax) {
        inDoubt = syntax.choice(
                "--in-doubt",
                "WHAT",
                "After a run that was killed: 'applied' if the statement in doubt took effect, 'repeat' to run it again.",
                InDoubt.values());
    }

    /** Refuse it beside {@code sql}: a script knows of no run that was killed. */
    void refuseWith(Option sql) {
        if (inDoubt.given() && sql.given()) {
            throw new UsageException("--in-doubt cannot be used with --sql", "leave one of them out");
        }
    }

    /** Say what is known. */
    InDoubt inDoubt() {
        return InDoubt.valueOf(inDoubt.value(InDoubt.ASK.name()).toUpperCase(Locale.ROOT));
    }
}
