package dev.retort.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.retort.schema.Facet;
import dev.retort.schema.Schema;

/**
 * Reads the schema that an application asks for; found through {@link java.util.ServiceLoader}.
 *
 * <p>An instance is used for one call. It neither opens a connection nor prints.
 */
public interface ModelSource {

    /** Name the kind of model: what stands before the first colon of the setting {@code model}. */
    String scheme();

    /**
     * Read the desired schema for the database that {@code request} describes.
     *
     * @return everything the model asks for, in the words of the request's dialect
     * @throws dev.retort.RetortException if the model cannot be found or read; all problems together
     */
    Schema read(ModelRequest request);

    /**
     * Tell the names of constraints and indexes that nobody chose: those that a library computes where the model names
     * nothing, as a database that the library once made still holds them. Such a name has to match as a whole.
     *
     * @return patterns of them; none, unless the source says otherwise
     */
    default List<Pattern> implicitNames() {
        return List.of();
    }

    /**
     * Tell what this kind of model has no words for: where it says nothing of it, the database keeps what it has.
     *
     * @return none, unless the source says otherwise
     */
    default Set<Facet> unsaid() {
        return Set.of();
    }
}
