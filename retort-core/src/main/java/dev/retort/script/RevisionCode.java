package dev.retort.script;

/** What a revision does, ready to be run. */
public sealed interface RevisionCode permits JavaRevision, SqlRevision {

    /** Name the file the revision comes from, or the class where the application carries it, for messages. */
    String origin();
}
