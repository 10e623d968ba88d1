package dev.retort.model;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Dialect;

/**
 * What a {@link ModelSource} is asked for.
 *
 * @param spec the setting {@code model} without its scheme: {@code com.acme.shop} of {@code jpa:com.acme.shop}
 * @param dialect the database the schema is for
 * @param database what its driver says of it, or {@code null} where there is no connection
 * @param applicationLoader sees the application's classes and libraries
 * @param properties the setting {@code model_properties}
 * @param workingDirectory what relative paths start from
 * @param notes takes sentences for the user about what was assumed or left out
 */
public record ModelRequest(
        String spec,
        Dialect dialect,
        @Nullable DatabaseFacts database,
        ClassLoader applicationLoader,
        Map<String, String> properties,
        Path workingDirectory,
        Consumer<String> notes) {

    public ModelRequest {
        properties = Map.copyOf(properties);
    }
}
