package dev.retort.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where the model is, as the user's settings say it.
 *
 * @param model {@code scheme:spec}, for example {@code jpa:com.acme.shop}, or {@code null} if it is not set
 * @param classPath the application's class path: directories, jars, globs of jars, or the one word {@code maven}
 * @param properties the setting {@code model_properties}
 * @param workingDirectory what relative paths start from
 * @param cacheDirectory where extracted jars and answers of build tools are kept; made when it is needed
 */
public record ModelSettings(
        @Nullable String model,
        List<String> classPath,
        Map<String, String> properties,
        Path workingDirectory,
        Path cacheDirectory) {

    public ModelSettings {
        classPath = List.copyOf(classPath);
        properties = Map.copyOf(properties);
    }
}
