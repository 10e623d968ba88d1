import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what is measured: revisions for Retort and Alembic, and the same statements for plain JDBC. */
public final class Material {

    private Material() {}

    /** {@code Material FOLDER REVISIONS FILES}, {@code Material large FOLDER REVISIONS}, {@code Material java FOLDER REVISIONS}. */
    public static void main(String[] args) throws IOException {
        if (args[0].equals("java")) {
            java(Path.of(args[1]), Integer.parseInt(args[2]));
            return;
        }
        if (args[0].equals("large")) {
            large(Path.of(args[1]), Integer.parseInt(args[2]));
            return;
        }
        Path folder = Path.of(args[0]);
        retort(folder.resolve("retort"), Integer.parseInt(args[1]));
        alembic(folder.resolve("alembic"), Integer.parseInt(args[1]));
        Files.write(folder.resolve("statements"), statements(Integer.parseInt(args[1])));
        retort(folder.resolve("many"), Integer.parseInt(args[2]));
    }

    /** A revision is one statement; five in a row make a table, a column, an index and change rows. */
    private static String statement(int number) {
        int table = number / 5;
        return switch (number % 5) {
            case 0 ->
                "CREATE TABLE t%d (id bigint PRIMARY KEY, name varchar(50) NOT NULL, parent bigint REFERENCES t%d (id))"
                        .formatted(table, Math.max(0, table - 1));
            case 1 -> "ALTER TABLE t%d ADD COLUMN amount numeric(10, 2) DEFAULT 0 NOT NULL".formatted(table);
            case 2 -> "CREATE INDEX ix_t%d_name ON t%d (name)".formatted(table, table);
            case 3 -> "INSERT INTO t%d (id, name) VALUES (1, 'first')".formatted(table);
            default -> "UPDATE t%d SET amount = 10 WHERE id = 1".formatted(table);
        };
    }

    private static String id(int number) {
        return "%012x".formatted(0xa00000000000L + number);
    }

    private static List<String> statements(int count) {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            lines.add(id(number) + "\t" + statement(number));
        }
        return lines;
    }

    private static void retort(Path folder, int count) throws IOException {
        Path versions = versions(folder);
        for (int number = 0; number < count; number++) {
            revision(versions, number, statement(number));
        }
    }

    /** A revision is 20 kilobytes of SQL: a table and its first rows. */
    private static void large(Path folder, int count) throws IOException {
        Path versions = versions(folder);
        for (int number = 0; number < count; number++) {
            StringBuilder sql = new StringBuilder("CREATE TABLE l%d (id bigint, text varchar(1000))".formatted(number));
            for (int row = 0; row < 20; row++) {
                sql.append(";\nINSERT INTO l%d VALUES (%d, '%s')".formatted(number, row, "lorem ipsum ".repeat(80)));
            }
            revision(versions, number, sql.toString());
        }
    }

    private static void java(Path folder, int count) throws IOException {
        Path versions = versions(folder);
        for (int number = 0; number < count; number++) {
            String name = "Rev" + id(number) + "_step";
            Files.writeString(versions.resolve(name + ".java"), """
                    import static dev.retort.migration.Definitions.*;
                    import static dev.retort.migration.Types.*;

                    import dev.retort.migration.*;

                    /** step %d */
                    @Revision(id = "%s"%s)
                    public class %s implements Migration {

                        @Override
                        public void upgrade(Operations op) {
                            op.createTable("j%d", column("id", bigint()), column("text", varchar(1000)), primaryKey("id"));
                        }

                        @Override
                        public void downgrade(Operations op) {
                            op.dropTable("j%d");
                        }
                    }
                    """.formatted(
                    number,
                    id(number),
                    number == 0 ? "" : ", downRevision = \"%s\"".formatted(id(number - 1)),
                    name,
                    number,
                    number));
        }
    }

    private static Path versions(Path folder) throws IOException {
        Path versions = Files.createDirectories(folder.resolve("migrations/versions"));
        Files.writeString(folder.resolve("retort.toml"), "script_location = \"migrations\"\n");
        return versions;
    }

    private static void revision(Path versions, int number, String sql) throws IOException {
        Files.writeString(versions.resolve(id(number) + "_step.sql"), """
                -- revision: %s
                -- down_revision: %s
                -- created: 2026-01-01 10:00:00
                -- message: step %d

                -- upgrade
                %s;

                -- downgrade
                """.formatted(id(number), number == 0 ? "" : id(number - 1), number, sql));
    }

    private static void alembic(Path folder, int count) throws IOException {
        Path versions = Files.createDirectories(folder.resolve("migrations/versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = migrations\n");
        Files.writeString(folder.resolve("migrations/env.py"), """
                from alembic import context
                from sqlalchemy import create_engine, pool
                import os
                engine = create_engine(os.environ["BENCHMARK_URL"], poolclass=pool.NullPool)
                with engine.connect() as connection:
                    context.configure(connection=connection, transaction_per_migration=True)
                    with context.begin_transaction():
                        context.run_migrations()
                """);
        for (int number = 0; number < count; number++) {
            Files.writeString(versions.resolve(id(number) + "_step.py"), """
                    \"""step %d\"""
                    from alembic import op
                    revision = "%s"
                    down_revision = %s
                    def upgrade():
                        op.execute("%s")
                    def downgrade():
                        pass
                    """.formatted(
                            number,
                            id(number),
                            number == 0 ? "None" : "\"" + id(number - 1) + "\"",
                            statement(number)));
        }
    }
}
