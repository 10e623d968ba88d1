import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** The least that the same work costs a JVM: plain JDBC, nothing else. */
public final class Floor {

    /** What any reader of a PostgreSQL schema has to ask, each query once for the whole schema. */
    private static final List<String> CATALOG = List.of(
            """
            SELECT c.oid, c.relname, c.relkind, obj_description(c.oid, 'pg_class') FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')""",
            """
            SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
                   pg_get_expr(d.adbin, d.adrelid), col_description(a.attrelid, a.attnum)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum""",
            """
            SELECT conrelid, conname, contype, conkey, confrelid, confkey, confupdtype, confdeltype, pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace""",
            """
            SELECT i.indrelid, i.indexrelid, c.relname, i.indisunique, i.indkey, pg_get_indexdef(i.indexrelid)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = 'public'::regnamespace AND NOT i.indisprimary""",
            "SELECT sequencename, start_value, increment_by FROM pg_sequences WHERE schemaname = 'public'",
            "SELECT t.typname, e.enumlabel FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid ORDER BY e.enumsortorder");

    private Floor() {}

    /** {@code Floor current|catalog URL}, {@code Floor upgrade URL STATEMENTS}, {@code Floor run URL SQL...}. */
    public static void main(String[] args) throws Exception {
        try (Connection connection = open(args[1])) {
            switch (args[0]) {
                case "current" -> System.out.println(rows(connection, "SELECT version_num FROM alembic_version"));
                case "catalog" -> CATALOG.forEach(sql -> rows(connection, sql));
                case "upgrade" -> upgrade(connection, Files.readAllLines(Path.of(args[2])));
                case "tables" -> tables(connection, Integer.parseInt(args[2]));
                case "run" -> execute(connection, args[2]);
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
    }

    private static Connection open(String url) throws ReflectiveOperationException, SQLException {
        String driver = url.startsWith("jdbc:sqlite:") ? "org.sqlite.JDBC" : "org.postgresql.Driver";
        return ((Driver) Class.forName(driver).getDeclaredConstructor().newInstance()).connect(url, new Properties());
    }

    static int rows(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            int rows = 0;
            while (result.next()) {
                for (int column = 1; column <= columns; column++) {
                    result.getString(column);
                }
                rows++;
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One transaction for each revision, as Retort and Alembic are told to do: its statement and the version row. */
    private static void upgrade(Connection connection, List<String> revisions) throws SQLException {
        execute(connection, "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)");
        connection.setAutoCommit(false);
        String before = null;
        for (String revision : revisions) {
            int tab = revision.indexOf('\t');
            String id = revision.substring(0, tab);
            execute(connection, revision.substring(tab + 1));
            execute(
                    connection,
                    before == null
                            ? "INSERT INTO alembic_version (version_num) VALUES ('" + id + "')"
                            : "UPDATE alembic_version SET version_num='" + id + "' WHERE version_num = '" + before + "'");
            connection.commit();
            before = id;
        }
        connection.setAutoCommit(true);
    }

    private static void tables(Connection connection, int count) throws SQLException {
        connection.setAutoCommit(false);
        for (int table = 0; table < count; table++) {
            execute(connection, """
                    CREATE TABLE e%d (id bigint PRIMARY KEY, code varchar(20) NOT NULL UNIQUE, name varchar(100) NOT NULL,
                        amount numeric(12, 2) DEFAULT 0 NOT NULL, active boolean DEFAULT true NOT NULL, note text,
                        created_at timestamp NOT NULL, changed_at timestamp, kind integer NOT NULL CHECK (kind > 0),
                        size smallint, share double precision, parent bigint REFERENCES e%d (id))
                    """.formatted(table, Math.max(0, table - 1)));
            execute(connection, "CREATE INDEX ix_e%d_name ON e%d (name)".formatted(table, table));
            execute(connection, "CREATE UNIQUE INDEX ux_e%d ON e%d (kind, created_at)".formatted(table, table));
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
