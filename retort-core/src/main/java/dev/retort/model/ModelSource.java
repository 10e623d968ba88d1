package dev.retort.model;

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
}
