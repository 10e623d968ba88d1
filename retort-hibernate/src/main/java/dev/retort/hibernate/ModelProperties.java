package dev.retort.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.model.ModelRequest;

/**
 * How Hibernate is to be set up.
 *
 * @param hibernate what is handed to Hibernate as it is
 * @param springNaming whether names are made as Spring Boot makes them
 */
record ModelProperties(Map<String, String> hibernate, boolean springNaming) {

    private static final String NAMING = "naming";
    private static final List<String> PASSED_ON = List.of("hibernate.", "jakarta.persistence.", "javax.persistence.");

    /** A connection is never opened, the dialect is that of the live database, and nothing is created. */
    private static final List<String> LEFT_OUT = List.of(
            "hibernate.connection.",
            "hibernate.hikari.",
            "hibernate.agroal.",
            "hibernate.c3p0.",
            "hibernate.hbm2ddl.",
            "hibernate.cache.",
            "hibernate.search.",
            "jakarta.persistence.jdbc.",
            "javax.persistence.jdbc.",
            "jakarta.persistence.schema-generation.",
            "javax.persistence.schema-generation.",
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource");

    /**
     * Combine what the persistence unit and the settings say; the settings come first.
     *
     * @throws RetortException if a setting is not known
     */
    static ModelProperties of(ModelRequest request, Map<String, String> unit) {
        var hibernate = new TreeMap<String, String>();
        unit.forEach((key, value) -> {
            if (isPassedOn(key) && !key.equals("hibernate.dialect")) {
                hibernate.put(key, value);
            }
        });
        var unknown = new ArrayList<String>();
        request.properties().forEach((key, value) -> {
            if (isPassedOn(key)) {
                hibernate.put(key, value);
            } else if (!key.equals(NAMING) && PASSED_ON.stream().noneMatch(key::startsWith)) {
                unknown.add("'" + key + "'");
            }
        });
        if (!unknown.isEmpty()) {
            throw new RetortException(
                    "model_properties does not know %s".formatted(String.join(", ", unknown)),
                    "use naming = \"spring\", naming = \"jpa\" or properties that begin with 'hibernate.'");
        }
        return new ModelProperties(hibernate, springNaming(request, hibernate));
    }

    private static boolean isPassedOn(String key) {
        return PASSED_ON.stream().anyMatch(key::startsWith) && LEFT_OUT.stream().noneMatch(key::startsWith);
    }

    private static boolean springNaming(ModelRequest request, Map<String, String> hibernate) {
        @Nullable String naming = request.properties().get(NAMING);
        if (naming != null) {
            return switch (naming) {
                case "spring" -> true;
                case "jpa" -> false;
                default ->
                    throw new RetortException(
                            "model_properties: naming = '%s' is not known".formatted(naming),
                            "use naming = \"spring\" or naming = \"jpa\"");
            };
        }
        boolean chosen = hibernate.containsKey("hibernate.physical_naming_strategy")
                || hibernate.containsKey("hibernate.implicit_naming_strategy");
        if (chosen
                || request.applicationLoader().getResource("org/springframework/boot/SpringApplication.class")
                        == null) {
            return false;
        }
        request.notes()
                .accept("Spring Boot is on the class path: tables and columns are named as Spring Boot names them"
                        + " (model_properties: naming = \"jpa\" turns that off)");
        return true;
    }

    /** Give a property, or {@code null} if it is not set. */
    @Nullable
    String get(String key) {
        return hibernate.get(key);
    }
}
