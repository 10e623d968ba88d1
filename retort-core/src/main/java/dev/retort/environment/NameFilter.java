package dev.retort.environment;

/** Decides by its name alone whether something found in the database is looked at. */
@FunctionalInterface
public interface NameFilter {

    /** Tell whether an object of the actual schema takes part in the comparison. */
    boolean include(SchemaObject object);
}
