package dev.retort.cli;

import picocli.CommandLine.Mixin;

/** What all commands share: the options that every one of them takes. */
abstract class RetortCommand {

    @Mixin
    private GlobalOptions global = new GlobalOptions();

    /** Give the options that every command takes. */
    final GlobalOptions global() {
        return global;
    }

    /**
     * Do the work, report it, and give the exit code.
     *
     * @throws dev.retort.RetortException if it fails
     */
    abstract int run(Invocation invocation);
}
