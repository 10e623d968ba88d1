package dev.retort.hibernate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.model.DatabaseFacts;
import dev.retort.model.ModelRequest;
import dev.retort.schema.Schema;

/**
 * Reads entities of the tests as an application's.
 *
 * @param spec the packages or the unit
 * @param product the dialect's name
 * @param properties the setting model_properties
 * @param notes what was said to the user
 */
record Reading(String spec, String product, Map<String, String> properties, List<String> notes) {

    static Reading of(String spec, String product) {
        return new Reading(spec, product, Map.of(), new ArrayList<>());
    }

    static Reading zoo(String product) {
        return of("dev.retort.hibernate.zoo", product);
    }

    Reading with(String property, String value) {
        return new Reading(spec, product, Map.of(property, value), notes);
    }

    Schema read() {
        return read(Dialects.offline(product), facts(product));
    }

    Schema read(Dialect dialect, DatabaseFacts facts) {
        return new JpaModelSource()
                .read(new ModelRequest(
                        spec, dialect, facts, Reading.class.getClassLoader(), properties, Path.of(""), notes::add));
    }

    /** What the drivers of the tests' servers say. */
    static DatabaseFacts facts(String product) {
        return switch (product) {
            case "postgresql" -> new DatabaseFacts("PostgreSQL", "17.10", 17, 10, "postgres", "public");
            case "mariadb" -> new DatabaseFacts("MariaDB", "11.4.5-MariaDB", 11, 4, "test", null);
            case "h2" -> new DatabaseFacts("H2", "2.5.252", 2, 5, "TEST", "PUBLIC");
            case "sqlite" -> new DatabaseFacts("SQLite", "3.54.1", 3, 54, null, null);
            default -> throw new IllegalArgumentException(product);
        };
    }
}
