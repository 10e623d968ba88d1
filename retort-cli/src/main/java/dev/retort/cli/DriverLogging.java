package dev.retort.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Keeps the driver of SQLite from logging stack traces: it throws an exception with the same words. Named by
 * {@code java.util.logging.config.class}, so that it is loaded only where something logs.
 */
public final class DriverLogging {

    private static final String CONFIG = "java.util.logging.config.";
    private static final String SETTINGS = """
            handlers=java.util.logging.ConsoleHandler
            .level=INFO
            org.sqlite.level=OFF
            """;

    /** Set what the platform's own file sets, and this. */
    public DriverLogging() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Let this class decide, unless the user named another. */
    static void offer() {
        if (System.getProperty(CONFIG + "class") == null && System.getProperty(CONFIG + "file") == null) {
            System.setProperty(CONFIG + "class", DriverLogging.class.getName());
        }
    }
}
