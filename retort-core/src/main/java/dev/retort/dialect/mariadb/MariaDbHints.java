package dev.retort.dialect.mariadb;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** What is known to help against an error of the server. Source: MariaDB Knowledge Base, MariaDB Error Codes. */
final class MariaDbHints {

    private MariaDbHints() {}

    static @Nullable String of(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case -1 -> withoutTls(failure);
            case 1045, 1698 -> "check the user name and the password, and from which hosts this user may connect";
            case 1049 -> "create the database first: CREATE DATABASE name CHARACTER SET utf8mb4";
            case 1044, 1142, 1227, 1370 -> "have the missing privilege granted: GRANT ALL ON database.* TO user";
            case 1290, 1792, 1836 -> "connect to the primary server: this one, or the session, is read only";
            case 1040, 1203 -> "raise max_connections, or close idle connections";
            case 1050 -> "the table is already there: stamp the database if it was made by other means";
            case 1061 -> "an index of this name is already on the table: choose another name";
            case 1060 -> "the table already has such a column: stamp the database if it was made by other means";
            case 1091 -> "look up its name with SHOW CREATE TABLE: nothing of this name is there";
            case 1062 -> "remove or change the rows that share a value, then run again";
            case 1048, 1265, 1406, 1264, 1366 ->
                "change the rows whose values do not fit, for example with an UPDATE before this step";
            case 1067 -> "give a default that the column's type can hold";
            case 1064 -> "the server does not understand this SQL: check it against the server's version";
            case 1071 ->
                "shorten the indexed columns: an InnoDB key holds at most 3072 bytes, utf8mb4 takes 4 a character";
            case 1170 -> "index a prefix of the column, or use varchar(..): text and blob have no length of their own";
            case 1074 -> "use text() for such a length: a utf8mb4 varchar holds at most 16383 characters";
            case 1118 -> "use text() or blob() for long columns: a row holds at most 65535 bytes beside them";
            case 1075 -> "make the AUTO_INCREMENT column a key in the same step, in createTable(..)";
            case 1553 -> "drop the foreign key that needs the index first";
            case 1005, 1215, 1822, 1824 ->
                "check that the referenced columns exist, are the key of their table and have exactly the same type; "
                        + "SHOW ENGINE INNODB STATUS tells more";
            case 1451, 1217 -> "remove the rows, or the foreign keys of other tables, that refer to this one first";
            case 1452, 1216 -> "remove or complete the rows that refer to nothing, then run again";
            case 1832, 1833, 1834 -> "drop the foreign key, change the column on both sides, and add it again";
            case 4025 -> "change the rows that do not meet the check, then run again";
            case 1205, 3572 -> "find who holds the lock with SHOW FULL PROCESSLIST, then run again";
            case 1213 -> "run again: the server chose this transaction to end a deadlock";
            case 1021, 1030, 1114 -> "make room on the server's disk, then run again";
            case 1300 -> "use characters up to U+FFFF in names";
            case 1907 -> "drop the generated column and add it again as it should be";
            default -> null;
        };
    }

    /** Connector/J gives its own complaints no number; since 3.0 it asks for TLS unless told not to. */
    private static @Nullable String withoutTls(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("ssl not enabled")
                ? "give the server a certificate, or on a trusted network add sslMode=disable to the url"
                : null;
    }
}
