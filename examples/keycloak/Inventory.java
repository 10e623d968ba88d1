import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/** Lists what there is in the schema that a connection begins in, one object a line: its kind and its name. */
class Inventory {

    public static void main(String[] arguments) throws SQLException {
        Properties properties = new Properties();
        put(properties, "user", System.getenv("RETORT_USERNAME"));
        put(properties, "password", System.getenv("RETORT_PASSWORD"));
        try (Connection connection = DriverManager.getConnection(arguments[0], properties);
                ResultSet row = connection.createStatement().executeQuery(query(connection))) {
            while (row.next()) {
                System.out.println(row.getString(1).toLowerCase() + " " + row.getString(2).toLowerCase());
            }
        }
    }

    private static void put(Properties properties, String key, String value) {
        if (value != null) {
            properties.setProperty(key, value);
        }
    }

    private static String query(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> """
                    SELECT 'table', table_name FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA
                    UNION ALL SELECT 'column', table_name || '.' || column_name FROM information_schema.columns
                        WHERE table_schema = CURRENT_SCHEMA
                    UNION ALL SELECT 'index', table_name || '.' || index_name FROM information_schema.indexes
                        WHERE table_schema = CURRENT_SCHEMA
                    UNION ALL SELECT 'sequence', sequence_name FROM information_schema.sequences
                        WHERE sequence_schema = CURRENT_SCHEMA
                    UNION ALL SELECT 'type', domain_name FROM information_schema.domains WHERE domain_schema = CURRENT_SCHEMA
                    UNION ALL SELECT 'routine', routine_name FROM information_schema.routines
                        WHERE routine_schema = CURRENT_SCHEMA
                    UNION ALL SELECT 'trigger', trigger_name FROM information_schema.triggers
                        WHERE trigger_schema = CURRENT_SCHEMA""";
            case "PostgreSQL" -> """
                    SELECT CASE relkind WHEN 'r' THEN 'table' WHEN 'i' THEN 'index' WHEN 'S' THEN 'sequence' ELSE 'relation' END,
                        relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace
                    UNION ALL SELECT 'column', relname || '.' || attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                        WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
                    UNION ALL SELECT 'type', typname FROM pg_type WHERE typnamespace = current_schema()::regnamespace
                        AND typrelid = 0 AND typelem = 0
                    UNION ALL SELECT 'routine', proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace""";
            case "MariaDB" -> """
                    SELECT CASE table_type WHEN 'BASE TABLE' THEN 'table' ELSE table_type END, table_name
                        FROM information_schema.tables WHERE table_schema = DATABASE()
                    UNION ALL SELECT 'column', CONCAT(table_name, '.', column_name) FROM information_schema.columns
                        WHERE table_schema = DATABASE()
                    UNION ALL SELECT DISTINCT 'index', CONCAT(table_name, '.', index_name) FROM information_schema.statistics
                        WHERE table_schema = DATABASE()
                    UNION ALL SELECT 'routine', routine_name FROM information_schema.routines WHERE routine_schema = DATABASE()
                    UNION ALL SELECT 'trigger', trigger_name FROM information_schema.triggers
                        WHERE trigger_schema = DATABASE()""";
            default -> throw new IllegalArgumentException("No way is known to list what there is in " + product);
        };
    }
}
