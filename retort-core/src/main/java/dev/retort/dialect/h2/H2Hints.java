package dev.retort.dialect.h2;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** What to do about a failure, by H2's error code (https://h2database.com/javadoc/org/h2/api/ErrorCode.html). */
final class H2Hints {

    private H2Hints() {}

    /** Give a hint, or {@code null} if nothing is known of the failure. */
    static @Nullable String of(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 90020 -> "close the other program that uses the database file, or add ;AUTO_SERVER=TRUE to the url";
            case 28000 -> "check username and password";
            case 90146, 90149 -> "check the path in the url; with IFEXISTS=TRUE, H2 makes no new database";
            case 90013, 90031 -> "check the url";
            case 90097 -> "open the database without ACCESS_MODE_DATA=r, and make its file writable";
            case 90030, 90028 ->
                "the database file is damaged or of another version of H2: bring it back from a backup";
            case 90048 -> "the file was written by another version of H2: export it there with SCRIPT";
            case 90098, 90121 -> "the database was closed by another session: add ;DB_CLOSE_DELAY=-1 to the url";
            case 50200 -> "wait until the session that has locked the table is done, and run again";
            case 23502 -> "fill the column of the rows that are already there, or give it a default";
            case 23505 -> "remove the rows that share the same values first";
            case 23506, 23503 -> "remove the rows that refer to rows which are not there, or to those being removed";
            case 23513, 23514 -> "change the rows that do not meet the condition first";
            case 90083, 90107, 90109 -> "drop what needs it first, such as a view, and create that again afterwards";
            case 90085 -> "drop the constraint that uses the index, then the index, and add the constraint again";
            case 90067 -> "check that the server in the url is running and can be reached";
            case 90096 -> "give the user the rights, or use one who has them";
            default -> null;
        };
    }
}
