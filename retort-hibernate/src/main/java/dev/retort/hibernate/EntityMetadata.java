package dev.retort.hibernate;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.model.DatabaseFacts;
import dev.retort.model.ModelRequest;

/** Hibernate's view of the entities, for one database, made without a connection. */
final class EntityMetadata implements AutoCloseable {

    private static final String SNAKE_CASE = "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl";
    private static final String CAMEL_CASE = "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy";

    private final StandardServiceRegistry registry;
    private final Metadata metadata;

    private EntityMetadata(StandardServiceRegistry registry, Metadata metadata) {
        this.registry = registry;
        this.metadata = metadata;
    }

    /**
     * Let Hibernate map the entities.
     *
     * @throws RetortException if Hibernate cannot, with its reason
     */
    static EntityMetadata build(ModelRequest request, ManagedClasses classes, ModelProperties properties) {
        var bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoaderService(ApplicationServices.of(request.applicationLoader()))
                .build();
        @Nullable StandardServiceRegistry registry = null;
        try {
            registry = new StandardServiceRegistryBuilder(bootstrap)
                    .applySettings(settings(request, properties))
                    .build();
            var sources = new MetadataSources(registry);
            classes.names().forEach(sources::addAnnotatedClassName);
            classes.packages().forEach(sources::addPackage);
            classes.mappingFiles().forEach(sources::addResource);
            return new EntityMetadata(registry, sources.buildMetadata());
        } catch (RuntimeException | LinkageError e) {
            if (registry != null) {
                StandardServiceRegistryBuilder.destroy(registry);
            }
            BootstrapServiceRegistryBuilder.destroy(bootstrap);
            throw explained(request, e);
        }
    }

    private static Map<String, Object> settings(ModelRequest request, ModelProperties properties) {
        var settings = new TreeMap<String, Object>();
        if (properties.springNaming()) {
            settings.put("hibernate.physical_naming_strategy", exists(SNAKE_CASE) ? SNAKE_CASE : CAMEL_CASE);
            settings.put("hibernate.implicit_naming_strategy", SpringImplicitNaming.class.getName());
        }
        settings.putAll(properties.hibernate());
        settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        settings.put("hibernate.temp.use_jdbc_metadata_defaults", "false");
        DatabaseFacts database = request.database();
        if (database == null) {
            settings.putIfAbsent(
                    "hibernate.dialect", OfflineDialect.of(request.dialect().name()));
        } else {
            settings.put("jakarta.persistence.database-product-name", database.product());
            settings.put("jakarta.persistence.database-product-version", database.version());
            settings.put("jakarta.persistence.database-major-version", database.major());
            settings.put("jakarta.persistence.database-minor-version", database.minor());
        }
        return settings;
    }

    private static boolean exists(String type) {
        try {
            Class.forName(type, false, EntityMetadata.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static RetortException explained(ModelRequest request, Throwable failure) {
        if (failure instanceof RetortException known) {
            return known;
        }
        String reasons = reasons(failure);
        if (reasons.contains("determine Dialect")) {
            return new RetortException(
                    "The application's Hibernate does not know the database: %s".formatted(reasons),
                    "add org.hibernate.orm:hibernate-community-dialects, in the version of your Hibernate, to the"
                            + " application's class path",
                    failure);
        }
        if (failure instanceof LinkageError || failure instanceof TypeNotPresentException) {
            return new RetortException(
                    "A class that the entities of 'jpa:%s' need is not on the class path: %s"
                            .formatted(request.spec(), reasons),
                    "add the library it belongs to to class_path",
                    failure);
        }
        return new RetortException(
                "Hibernate cannot map the entities of 'jpa:%s' for %s: %s"
                        .formatted(request.spec(), request.dialect().name(), reasons),
                "correct the mapping that Hibernate names",
                failure);
    }

    /** Hibernate wraps reasons in one another; each says a part of what a person needs to know. */
    private static String reasons(Throwable failure) {
        Set<String> reasons = new LinkedHashSet<>();
        for (Throwable cause = failure; cause != null && reasons.size() < 5; cause = cause.getCause()) {
            String text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            if (reasons.stream().noneMatch(known -> known.contains(text))) {
                reasons.add(text.strip());
            }
        }
        return String.join(": ", reasons);
    }

    Metadata metadata() {
        return metadata;
    }

    @Override
    public void close() {
        StandardServiceRegistryBuilder.destroy(registry);
    }
}
