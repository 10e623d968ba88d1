package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the one database that a run is about; a {@code DataSource} is one by {@code getConnection}. */
@FunctionalInterface
public interface ConnectionSource {

    /**
     * Open a connection of its own, in auto-commit mode.
     *
     * @throws SQLException if the database refuses
     */
    Connection open() throws SQLException;
}
