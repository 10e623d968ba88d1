package dev.retort.environment;

/**
 * What {@code Env.java} implements: settings that are code.
 *
 * <p>It is a public class with a public constructor without parameters, compiled like a revision, and asked once in each
 * command that needs the database.
 */
@FunctionalInterface
public interface Environment {

    /** Change what {@code retort.toml} and the command line said, or add what only code can say. */
    void configure(EnvironmentContext context);
}
