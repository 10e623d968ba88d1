package dev.retort.cli;

/** What all commands share: each says with its fields what may stand behind its name. */
abstract class RetortCommand {

    /** What may stand behind the command's name, and what does. */
    final Syntax syntax = new Syntax();

    /**
     * Do the work, report it, and give the exit code.
     *
     * @throws dev.retort.RetortException if it fails
     */
    abstract int run(Invocation invocation);
}
