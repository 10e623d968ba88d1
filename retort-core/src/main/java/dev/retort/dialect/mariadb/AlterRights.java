package dev.retort.dialect.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the user, or a role that he has taken, may change tables. One who may change nothing at all only reads, and for him
 * every table counts.
 */
final class AlterRights {

    private static final String GRANTS = """
            SELECT TABLE_SCHEMA, TABLE_NAME FROM (
                SELECT GRANTEE, PRIVILEGE_TYPE, '%' AS TABLE_SCHEMA, NULL AS TABLE_NAME
                FROM information_schema.USER_PRIVILEGES
                UNION ALL SELECT GRANTEE, PRIVILEGE_TYPE, TABLE_SCHEMA, NULL FROM information_schema.SCHEMA_PRIVILEGES
                UNION ALL SELECT GRANTEE, PRIVILEGE_TYPE, TABLE_SCHEMA, TABLE_NAME
                FROM information_schema.TABLE_PRIVILEGES) g
            WHERE PRIVILEGE_TYPE = 'ALTER' AND GRANTEE IN (
                SELECT CONCAT(QUOTE(SUBSTRING_INDEX(CURRENT_USER(), '@', 1)), '@',
                    QUOTE(SUBSTRING_INDEX(CURRENT_USER(), '@', -1)))
                UNION ALL SELECT CONCAT(QUOTE(ROLE_NAME), '@', QUOTE('')) FROM information_schema.ENABLED_ROLES
                UNION ALL SELECT CONCAT(QUOTE('PUBLIC'), '@', QUOTE('')))""";

    private final List<Pattern> granted = new ArrayList<>();

    private AlterRights() {}

    /** Ask for the rights of a connection. */
    static AlterRights of(Connection connection) throws SQLException {
        var rights = new AlterRights();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(GRANTS)) {
            while (rows.next()) {
                String table = rows.getString(2);
                rights.granted.add(Pattern.compile(
                        like(rows.getString(1)) + "\0" + (table == null ? ".*" : Pattern.quote(lower(table))),
                        Pattern.DOTALL));
            }
        }
        return rights;
    }

    /** Tell whether a table may be changed, as far as one can know. */
    boolean reach(String database, String table) {
        String place = lower(database) + '\0' + lower(table);
        return granted.isEmpty()
                || granted.stream().anyMatch(grant -> grant.matcher(place).matches());
    }

    /** A grant on databases is a pattern: any text, any character, and either of these escaped. */
    private static String like(String pattern) {
        var regex = new StringBuilder();
        boolean escaped = false;
        for (char character : lower(pattern).toCharArray()) {
            if (!escaped && character == '\\') {
                escaped = true;
                continue;
            }
            boolean wild = !escaped && (character == '%' || character == '_');
            regex.append(wild ? (character == '%' ? ".*" : ".") : Pattern.quote(String.valueOf(character)));
            escaped = false;
        }
        return regex.toString();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
