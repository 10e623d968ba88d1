package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

import dev.retort.RetortException;

/** Finds the dialect of a database among those that {@link ServiceLoader} brings. */
public final class Dialects {

    private Dialects() {}

    /**
     * Describe the database behind {@code connection}, known by the URL that its driver reports.
     *
     * @throws RetortException if no dialect knows it
     * @throws SQLException if the connection fails
     */
    public static Dialect of(Connection connection) throws SQLException {
        return provider(connection.getMetaData().getURL()).of(connection);
    }

    /**
     * Find who brings the product of a JDBC URL.
     *
     * @throws RetortException if nobody does, naming the products that are known
     */
    public static DialectProvider provider(String url) {
        return find(url).orElseThrow(() -> unknown("JDBC URL", scheme(url)));
    }

    /**
     * Describe a product in its newest version known, without a connection.
     *
     * @param urlOrName a JDBC URL, or a product's name such as {@code postgresql}
     * @throws RetortException if it is not known, naming the products that are
     */
    public static Dialect offline(String urlOrName) {
        for (DialectProvider provider : providers()) {
            if (provider.name().equals(urlOrName)) {
                return provider.offline();
            }
        }
        return find(urlOrName)
                .orElseThrow(() -> unknown("database", scheme(urlOrName)))
                .offline();
    }

    /** List everybody who brings a product, in order of their names. */
    public static List<DialectProvider> all() {
        List<DialectProvider> all = new ArrayList<>();
        providers().forEach(all::add);
        all.sort(Comparator.comparing(DialectProvider::name));
        return all;
    }

    private static Optional<DialectProvider> find(String url) {
        for (DialectProvider provider : providers()) {
            if (provider.accepts(url)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }

    private static ServiceLoader<DialectProvider> providers() {
        return ServiceLoader.load(DialectProvider.class, Dialects.class.getClassLoader());
    }

    /** Only what stands before the host: the rest of a URL may hold a password. */
    private static String scheme(String url) {
        return url.replaceFirst("(jdbc:[^:/]*:).*", "$1").replaceFirst("[/?;@].*", "");
    }

    private static RetortException unknown(String what, String value) {
        String known = all().stream()
                .map(provider ->
                        provider instanceof PrintedDialectProvider ? provider.name() + " (scripts)" : provider.name())
                .collect(Collectors.joining(", "));
        return new RetortException(
                "No dialect for the %s '%s'".formatted(what, value), "use one of the databases Retort knows: " + known);
    }
}
