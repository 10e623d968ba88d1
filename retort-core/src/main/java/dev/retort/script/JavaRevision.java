package dev.retort.script;

import dev.retort.migration.Migration;

/**
 * A revision written in Java.
 *
 * @param migration an instance of the revision's class
 * @param origin the file or class it comes from
 */
public record JavaRevision(Migration migration, String origin) implements RevisionCode {}
