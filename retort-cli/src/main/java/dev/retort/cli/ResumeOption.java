package dev.retort.cli;

import picocli.CommandLine.Option;

import dev.retort.runtime.InDoubt;

/** What a person knows about a run that was killed. */
final class ResumeOption {

    @Option(
            names = "--in-doubt",
            paramLabel = "WHAT",
            description =
                    "After a run that was killed: 'applied' if the statement in doubt took effect, 'repeat' to run it again.")
    InDoubt inDoubt = InDoubt.ASK;
}
