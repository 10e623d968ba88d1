package dev.retort.dialect.h2;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Folding;

/** Brings H2 through its own driver. */
public final class H2DialectProvider implements DialectProvider {

    /** Settings that say whether the database may be made. */
    private static final Set<String> FORBIDDING = Set.of("IFEXISTS", "FORBID_CREATION", "ACCESS_MODE_DATA");

    /** Settings that a database in memory does not take. */
    private static final Set<String> OF_FILES = Set.of("AUTO_SERVER", "AUTO_SERVER_PORT", "FILE_LOCK", "CIPHER");

    @Override
    public String name() {
        return H2Dialect.NAME;
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:h2:");
    }

    /** H2 takes a path for relative only where it begins with a dot. */
    @Override
    public String resolve(String url, Path folder) {
        String path = path(url);
        return path.startsWith("./") || path.startsWith("../") ? "jdbc:h2:file:" + folder + "/" + path : url;
    }

    private static String path(String url) {
        String rest = url.substring("jdbc:h2:".length());
        return rest.startsWith("file:") ? rest.substring("file:".length()) : rest;
    }

    @Override
    public @Nullable String standIn(String url) {
        String[] parts = path(url).split(";", -1);
        String path = parts[0].startsWith("~/") ? System.getProperty("user.home") + parts[0].substring(1) : parts[0];
        if (!new File(path).isAbsolute() || new File(path + ".mv.db").exists()) {
            return null;
        }
        StringBuilder settings = new StringBuilder("jdbc:h2:mem:");
        for (int i = 1; i < parts.length; i++) {
            String name =
                    parts[i].substring(0, Math.max(0, parts[i].indexOf('='))).toUpperCase(Locale.ROOT);
            if (FORBIDDING.contains(name)) {
                return null;
            }
            if (!name.isEmpty() && !OF_FILES.contains(name)) {
                settings.append(';').append(parts[i]);
            }
        }
        return settings.toString();
    }

    @Override
    public String driverClass() {
        return H2Dialect.DRIVER;
    }

    /** H2's driver knows these settings from when it connected. */
    @Override
    public Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData facts = connection.getMetaData();
        Folding folding = facts.storesUpperCaseIdentifiers()
                ? Folding.UPPER
                : facts.storesLowerCaseIdentifiers() ? Folding.LOWER : Folding.PRESERVE;
        return new H2Dialect(folding, !facts.supportsMixedCaseQuotedIdentifiers());
    }

    @Override
    public Dialect offline() {
        return new H2Dialect(Folding.UPPER, false);
    }
}
