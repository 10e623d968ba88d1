package dev.retort.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.retort.schema.Facet;
import dev.retort.schema.Schema;

/**
 * What a model asks for.
 *
 * @param schema tables and all else, in the words of a dialect
 * @param implicitNames what the names of constraints and indexes look like that nobody chose, wherever they are found
 * @param unsaid what the model has no words for
 */
public record DesiredSchema(Schema schema, List<Pattern> implicitNames, Set<Facet> unsaid) {

    public DesiredSchema {
        implicitNames = List.copyOf(implicitNames);
        unsaid = Set.copyOf(unsaid);
    }

    /** Tell whether nobody chose {@code name} of a constraint or an index. */
    public boolean isImplicit(String name) {
        return implicitNames.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}
