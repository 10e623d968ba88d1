package dev.retort.script;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.retort.revision.RevisionDetail;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;

/** Where revisions come from: the files of a script directory, or what the application carries. */
public sealed interface RevisionSource permits ScriptDirectory, CarriedRevisions {

    /**
     * List what the revisions say about themselves.
     *
     * @throws dev.retort.RetortException with everything that is wrong with them
     */
    List<RevisionHeader> headers();

    /**
     * Read the history.
     *
     * @throws dev.retort.RetortException with everything that is wrong with the revisions, or with the history they describe
     */
    RevisionGraph graph();

    /**
     * List the revisions that none names as a parent, by id.
     *
     * @throws dev.retort.RetortException as {@link #graph} does
     */
    default List<RevisionDetail> heads() {
        RevisionGraph graph = graph();
        return graph.heads().stream().map(head -> graph.detail(head.id())).toList();
    }

    /**
     * Load the code of the revisions {@code ids}.
     *
     * @return the code by id, in the order asked for
     * @throws dev.retort.RetortException with everything that is wrong with it
     */
    Map<String, RevisionCode> load(Collection<String> ids, ProjectClassPath project);

    /**
     * Look through the code of the revisions {@code ids}, which are about to run in this order.
     *
     * @throws dev.retort.RetortException with everything that is wrong with it
     */
    RevisionCodes prepare(Collection<String> ids, ProjectClassPath project);

    /**
     * Load the user's {@code Env.java}: an instance of its class, which implements {@code Environment}.
     *
     * @return the instance; empty where there is none that does anything
     * @throws dev.retort.RetortException if it cannot be compiled or made
     */
    Optional<Object> loadEnv(ProjectClassPath project);
}
