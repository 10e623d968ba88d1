package dev.retort.hibernate;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/**
 * Keeps Hibernate from logging while entities are read; what goes wrong comes as an exception.
 *
 * <p>Logging goes to the platform's own logger for the time, lest a logging library of the application writes to the
 * console in its default configuration.
 */
final class QuietLogging {

    private static final String PROVIDER = "org.jboss.logging.provider";

    private final Logger logger = Logger.getLogger("org.hibernate");
    private final @Nullable Level level = logger.getLevel();
    private final @Nullable String provider = System.getProperty(PROVIDER);

    private QuietLogging() {}

    static QuietLogging start() {
        var quiet = new QuietLogging();
        quiet.logger.setLevel(Level.OFF);
        if (quiet.provider == null) {
            System.setProperty(PROVIDER, "jdk");
        }
        return quiet;
    }

    void restore() {
        logger.setLevel(level);
        if (provider == null) {
            System.clearProperty(PROVIDER);
        }
    }
}
