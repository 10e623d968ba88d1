package dev.retort.dialect.postgresql;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** Remedies of failures that people meet. Source: PostgreSQL manual 18, appendix A. */
final class PostgresHints {

    private PostgresHints() {}

    static @Nullable String of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return null;
        }
        return switch (state) {
            case "28P01", "28000" -> "check username and password, and the server's pg_hba.conf";
            case "3D000" -> "create the database, or correct its name in the url";
            case "08001", "08004", "08006" -> "check that the server runs and that host and port in the url are right";
            case "53300" -> "close other connections, or raise the server's max_connections";
            case "57P03" -> "wait until the server has started, and try again";
            case "25006" -> "connect to the primary server, with a session that is not read-only";
            case "42501" -> "connect as the owner of the object, or have the missing privilege granted";
            case "55P03" -> "try again when nobody holds the table, or raise lock_timeout";
            case "57014" -> "raise statement_timeout for this user, or do the work in smaller steps";
            case "40P01", "40001" -> "run it again; another session was in the way";
            case "53100" -> "make room on the server's disk, and run it again";
            case "53400" -> "raise temp_file_limit for this user, or do the work in smaller steps";
            case "23502" -> "fill the rows that hold NULL first, or give the column a default";
            case "23503" -> "remove or correct the rows that refer to a missing row first";
            case "23505" -> "remove the duplicate rows first";
            case "23514" -> "correct the rows that break the check first";
            case "22P02", "22003", "22001" ->
                "correct the values that do not fit the type first, or say how with using";
            case "42804", "42846" -> "say how values are turned into the new type, with using";
            case "25001" -> "run the statement in a revision of its own, outside a transaction";
            case "55P04" -> "use the new value of the enum in a later revision, after this one is committed";
            case "2BP01" -> "drop what depends on the object first";
            case "42P07", "42701", "42710" -> "if it was made by hand, drop it, or stamp the revision that makes it";
            case "0A000" -> "see the server's version: it does not know this yet";
            default -> null;
        };
    }
}
