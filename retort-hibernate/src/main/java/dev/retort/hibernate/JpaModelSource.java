package dev.retort.hibernate;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.retort.RetortException;
import dev.retort.model.ModelRequest;
import dev.retort.model.ModelSource;
import dev.retort.schema.Facet;
import dev.retort.schema.Schema;

/**
 * Reads the schema that JPA entities ask for: {@code jpa:com.acme.shop} for the entities of a package and those below it
 * (several with commas between them), {@code jpa:unit} for a persistence unit of {@code META-INF/persistence.xml},
 * {@code jpa:path/to/persistence.xml} or {@code jpa:path/to/persistence.xml#unit} for one of another file.
 */
public final class JpaModelSource implements ModelSource {

    @Override
    public String scheme() {
        return "jpa";
    }

    @Override
    public Schema read(ModelRequest request) {
        requireHibernate();
        ManagedClasses classes = ManagedClasses.find(request);
        ModelProperties properties = ModelProperties.of(request, classes.properties());
        QuietLogging logging = QuietLogging.start();
        try (var entities = EntityMetadata.build(request, classes, properties)) {
            return SchemaReader.read(entities.metadata(), request, properties);
        } finally {
            logging.restore();
        }
    }

    @Override
    public List<Pattern> implicitNames() {
        return List.of(GeneratedNames.HASH);
    }

    @Override
    public Set<Facet> unsaid() {
        return Set.of(Facet.values());
    }

    /** Nothing but this class may be linked before it is known that Hibernate is there. */
    private static void requireHibernate() {
        try {
            Class.forName("org.hibernate.boot.MetadataSources", false, JpaModelSource.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new RetortException(
                    "The class path of the application has no Hibernate ORM to read its entities with",
                    "add org.hibernate.orm:hibernate-core (6.6 or later) to class_path, or set class_path = \"maven\"",
                    e);
        }
    }
}
