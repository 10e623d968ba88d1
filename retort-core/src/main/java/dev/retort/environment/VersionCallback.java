package dev.retort.environment;

import java.sql.Connection;
import java.sql.SQLException;

/** Is told of each step of an upgrade, downgrade or stamp. */
@FunctionalInterface
public interface VersionCallback {

    /**
     * Note a step, after the version table was changed and before the commit.
     *
     * @param step what was done
     * @param connection the connection of the run; neither commit nor close it
     * @throws SQLException which makes the step fail
     */
    void onVersionApply(AppliedStep step, Connection connection) throws SQLException;
}
