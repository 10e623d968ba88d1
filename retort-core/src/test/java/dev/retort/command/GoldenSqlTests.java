package dev.retort.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.TableImage;
import dev.retort.diff.DiffOptions;
import dev.retort.diff.SchemaChanges;
import dev.retort.diff.SchemaDiff;
import dev.retort.operation.CreateTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableComment;
import dev.retort.schema.UniqueConstraint;

/** What autogenerate writes into a SQL revision, for each database. */
class GoldenSqlTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/sql-revision");
    private static final QualifiedName ACCOUNT = QualifiedName.of("account");
    private static final Column ID = Column.of("id", new SqlType.BigInt()).notNull();

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb", "postgresql", "sqlite"})
    void aRevisionNamesWhatItsWayBackDrops(String product) throws IOException {
        Dialect dialect = Dialects.offline(product);
        Schema actual = Schema.of(before());
        Schema desired = dialect.representable(Schema.of(after(), purchase()));
        SchemaChanges changes = SchemaDiff.between(actual, desired, dialect, DiffOptions.DEFAULT);

        SqlText text = SqlText.of(new ModelComparison.Found(
                changes, actual, dialect, image(dialect), new Difference(changes.upgrade(), List.of())));
        String written = "-- upgrade\n" + String.join("\n", text.upgrade()) + "\n\n-- downgrade\n"
                + String.join("\n", text.downgrade()) + "\n";
        Path golden = GOLDEN.resolve(product + ".sql");
        if ("accept".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, written);
        }

        assertThat(golden).content().isEqualTo(written);
    }

    private static TableImage image(Dialect dialect) {
        TableImage image = dialect.image();
        var create = new CreateTable(before(), false);
        image.apply(create, dialect.ddl().statements(create, image));
        return image;
    }

    private static Table before() {
        return Table.of(
                ACCOUNT,
                ID,
                Column.of("email", new SqlType.VarChar(50)),
                Column.of("balance", new SqlType.Decimal(12, 2)).notNull().defaultSql("0"),
                new PrimaryKey(null, List.of("id")));
    }

    private static Table after() {
        return Table.of(
                ACCOUNT,
                ID,
                Column.of("email", new SqlType.VarChar(100)).notNull(),
                Column.of("balance", new SqlType.Decimal(12, 2)).notNull().defaultSql("0"),
                Column.of("owner_id", new SqlType.BigInt()),
                new PrimaryKey(null, List.of("id")),
                new UniqueConstraint(null, List.of("email"), false),
                new CheckConstraint(null, "balance >= 0"),
                new CheckConstraint(null, "email <> '--'"),
                ForeignKey.of(List.of("owner_id"), ACCOUNT, List.of("id")),
                Index.of("ix_account_owner", ACCOUNT, List.of("owner_id")),
                new TableComment("who pays; and\n-- who does not "));
    }

    private static Table purchase() {
        return Table.of(
                QualifiedName.of("purchase"),
                ID,
                Column.of("account_id", new SqlType.BigInt()).notNull(),
                new PrimaryKey(null, List.of("id")),
                ForeignKey.of(List.of("account_id"), ACCOUNT, List.of("id")));
    }
}
