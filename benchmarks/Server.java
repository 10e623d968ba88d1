import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL server from Maven Central: prints its JDBC URL and lives until its input ends. */
public final class Server {

    private Server() {}

    /** Start, tell, wait, stop. */
    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            System.out.println(server.getJdbcUrl("postgres", "postgres"));
            while (System.in.read() >= 0) {
                // Nothing is said to it.
            }
        }
    }
}
