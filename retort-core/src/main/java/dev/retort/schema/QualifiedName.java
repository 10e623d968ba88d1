package dev.retort.schema;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * Names a table, sequence or type, in the default schema or in one that is given.
 *
 * <p>Names are written as people write them: a name of lower-case letters, digits and underscores is spelled without
 * quotes in SQL and means whatever the database folds it to; any other name means exactly itself. A name that is
 * enclosed in double quotes (with inner quotes doubled) means exactly what stands between them; it is needed only for a
 * lower-case name on a database that folds to upper case.
 *
 * @param schema the schema, or {@code null} for the default one of the connection
 * @param name the object's own name
 */
public record QualifiedName(@Nullable String schema, String name) implements Comparable<QualifiedName> {

    private static final Comparator<QualifiedName> ORDER =
            comparing(QualifiedName::schema, nullsFirst(naturalOrder())).thenComparing(QualifiedName::name);

    public QualifiedName {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A name may not be empty");
        }
    }

    /** Name an object of the default schema. */
    public static QualifiedName of(String name) {
        return new QualifiedName(null, name);
    }

    /** Name an object of {@code schema}. */
    public static QualifiedName of(@Nullable String schema, String name) {
        return new QualifiedName(schema, name);
    }

    /** Name another object in the same schema. */
    public QualifiedName sibling(String otherName) {
        return new QualifiedName(schema, otherName);
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    /** Show the name to a person; not for SQL. */
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
