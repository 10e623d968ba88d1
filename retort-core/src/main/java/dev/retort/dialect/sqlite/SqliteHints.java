package dev.retort.dialect.sqlite;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** What to do about a failure, by SQLite's result code (https://www.sqlite.org/rescode.html) or the driver's words. */
final class SqliteHints {

    private SqliteHints() {}

    /** Give a hint, or {@code null} if nothing is known of the failure. */
    static @Nullable String of(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith("path to '")) {
            return "create the folder that the database file is to stand in";
        }
        if (failure.getCause() != null
                && String.valueOf(failure.getCause().getMessage()).startsWith("No native library")) {
            return "make the folder of temporary files writable, where the driver unpacks its library, or name another"
                    + " for it with -Dorg.sqlite.tmpdir=FOLDER";
        }
        return switch (failure.getErrorCode() & 0xff) {
            case 5, 6 -> "wait until the other program that uses the database file is done, or close it";
            case 8 -> "make the database file and its folder writable for this user";
            case 10 -> "check the disk and the file system that hold the database file";
            case 11 -> "the database file is damaged: bring it back from a backup";
            case 13 -> "free some space on the disk that holds the database file";
            case 14 -> "check that the folder of the database file is there and may be read and written";
            case 19 -> constraint(message);
            case 26 -> "the file is not an SQLite database: check the url, or the key if it is encrypted";
            default ->
                message.contains("error in view") || message.contains("error in trigger")
                        ? "drop the view or trigger first and create it again afterwards"
                        : null;
        };
    }

    private static @Nullable String constraint(String message) {
        if (message.contains("NOT NULL constraint failed")) {
            return "fill the column of the rows that are already there, or give it a default";
        }
        return message.contains("UNIQUE constraint failed") ? "remove the rows that share the same values first" : null;
    }
}
