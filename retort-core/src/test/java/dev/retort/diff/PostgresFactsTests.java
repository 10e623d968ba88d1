package dev.retort.diff;

import static dev.retort.diff.Schemas.summaries;
import static dev.retort.diff.Schemas.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import dev.retort.testing.SchemaOrder;

/** What PostgreSQL can hold and no entity can say: it is no difference, and comes back as it was. */
class PostgresFactsTests {

    private static final List<String> ODD = List.of(
            "CREATE DOMAIN email AS varchar(80) CHECK (VALUE LIKE '%@%')",
            "CREATE SEQUENCE ticket START 10 INCREMENT 5 MINVALUE 10 MAXVALUE 500 CYCLE",
            "CREATE SEQUENCE down INCREMENT -1 MINVALUE -9",
            "CREATE TABLE place (id bigint, code varchar(9), size integer,"
                    + " CONSTRAINT pk_place PRIMARY KEY (id) INCLUDE (size) DEFERRABLE)",
            "CREATE TABLE booking (id bigint PRIMARY KEY, place_id bigint NOT NULL, span int4range, mail email,"
                    + " number varchar(20), note varchar(20),"
                    + " CONSTRAINT uq_number UNIQUE (number) INCLUDE (note) DEFERRABLE INITIALLY DEFERRED,"
                    + " CONSTRAINT no_two EXCLUDE USING gist (span WITH &&) WHERE (note IS NULL) DEFERRABLE)",
            "INSERT INTO booking (id, place_id) VALUES (-1, 77)",
            "CREATE TABLE seat (booking_id bigint)",
            "INSERT INTO seat VALUES (44)",
            "ALTER TABLE booking ADD CONSTRAINT ck_id CHECK (id > 0) NOT VALID",
            "ALTER TABLE seat ADD CONSTRAINT fk_seat FOREIGN KEY (booking_id) REFERENCES booking NOT VALID",
            "CREATE UNIQUE INDEX ix_note ON booking (note) INCLUDE (mail)",
            "CREATE INDEX ix_sorted ON booking (note COLLATE \"C\" text_pattern_ops DESC)");

    @Test
    void whatAnEntityCannotSayIsNoDifference() throws SQLException {
        try (var database = new LiveDatabase("postgresql")) {
            database.sql(ODD);

            assertThat(summaries(database.compare(asEntitiesSayIt()).upgrade())).isEmpty();
        }
    }

    @Test
    void whatIsDroppedComesBackAsItWas() throws SQLException {
        try (var database = new LiveDatabase("postgresql")) {
            database.sql(ODD);
            Schema before = database.read();
            Table other = table("other", Schemas.ID);
            SchemaChanges changes = database.compare(Schema.of(other));

            database.sql(List.of("DELETE FROM seat", "DELETE FROM booking"));
            database.apply(changes.upgrade());
            assertThat(database.read()).isEqualTo(Schema.of(other));
            database.apply(changes.downgrade());

            assertThat(database.read()).isEqualTo(before);
            assertThat(before.sequences())
                    .containsExactly(
                            new Sequence(QualifiedName.of("down"), -1, -1, -9L, null, false),
                            new Sequence(QualifiedName.of("ticket"), 10, 5, null, 500L, true).between(10L, 500L));
        }
    }

    @Test
    void anExclusionGoesAndComesWithItsColumn() throws SQLException {
        try (var database = new LiveDatabase("postgresql")) {
            database.sql(List.of("CREATE TABLE booking (id bigint PRIMARY KEY, span int4range,"
                    + " CONSTRAINT no_two EXCLUDE USING gist (span WITH &&))"));
            Schema before = database.read();
            Table booking = table("booking", Schemas.ID, new PrimaryKey(null, List.of("id")));
            SchemaChanges changes = database.compare(Schema.of(booking));

            assertThat(summaries(changes.upgrade()))
                    .containsExactly("drop exclusion constraint no_two of booking", "drop column booking.span");
            database.apply(changes.upgrade());
            assertThat(database.compare(Schema.of(booking)).upgrade()).isEmpty();
            database.apply(changes.downgrade());
            assertThat(database.read()).isEqualTo(before);
        }
    }

    @Test
    void aKeyThatCarriesADroppedColumnStaysAndCarriesItAgainAfterwards() throws SQLException {
        try (var database = new LiveDatabase("postgresql")) {
            database.sql(List.of(
                    "CREATE TABLE city (id bigint, name varchar(50), \"size\" integer, zone integer,"
                            + " CONSTRAINT city_key PRIMARY KEY (id) INCLUDE (\"size\"),"
                            + " CONSTRAINT one_name UNIQUE (name) INCLUDE (zone, \"size\"))",
                    "CREATE TABLE street (id bigint, city_name varchar(50),"
                            + " CONSTRAINT in_city FOREIGN KEY (city_name) REFERENCES city (name),"
                            + " CONSTRAINT in_id FOREIGN KEY (id) REFERENCES city (id))"));
            Schema before = database.read();
            Table street = before.table(QualifiedName.of("street")).orElseThrow();
            Table city = table(
                    "city",
                    Schemas.ID,
                    Schemas.NAME,
                    Schemas.column("zone"),
                    new PrimaryKey("city_key", List.of("id")),
                    new UniqueConstraint("one_name", List.of("name"), false));

            SchemaChanges changes = database.compare(Schema.of(city, street));

            database.apply(changes.upgrade());
            Table after = database.read().table(QualifiedName.of("city")).orElseThrow();
            assertThat(after.primaryKey()).isEqualTo(new PrimaryKey("city_key", List.of("id")));
            assertThat(after.uniques())
                    .containsExactly(new UniqueConstraint("one_name", List.of("name"), false).including("zone"));
            assertThat(database.compare(Schema.of(city, street)).upgrade()).isEmpty();
            database.apply(changes.downgrade());
            assertThat(SchemaOrder.of(database.read())).isEqualTo(SchemaOrder.of(before));
            assertThat(changes.notes())
                    .contains(
                            "Makes the primary key of 'city' again without the columns it carries that are dropped",
                            "Makes unique constraint 'one_name' of 'city' again without the columns it carries that are"
                                    + " dropped");
        }
    }

    @Test
    void whatCannotBeMadeAgainIsNeitherMadeNorDropped() throws SQLException {
        try (var database = new LiveDatabase("postgresql")) {
            database.sql(List.of(
                    "CREATE TABLE measure (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at)",
                    "CREATE TABLE measure_2026 PARTITION OF measure FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
                    "CREATE TABLE city (id bigint NOT NULL)",
                    "CREATE TABLE capital (state varchar(2)) INHERITS (city)",
                    "CREATE VIEW big_city AS SELECT id FROM city WHERE id > 9",
                    "CREATE MATERIALIZED VIEW all_city AS SELECT id FROM city",
                    "CREATE TABLE plain (id bigint NOT NULL)"));
            Table view = table("big_city", Schemas.ID);
            Table materialized = table("all_city", Schemas.ID);
            Table measure = table(
                    "measure", Schemas.ID, Column.of("at", new SqlType.Date()).notNull());

            SchemaChanges changes = database.compare(Schema.of(view, materialized, measure));

            assertThat(summaries(changes.upgrade())).containsExactly("drop table plain");
            assertThat(changes.notes())
                    .contains(
                            "Leaves 'big_city' alone: it is a view, or not a table that can be changed here",
                            "Keeps table 'capital': it is partitioned or inherits, which a downgrade could not bring back",
                            "Keeps table 'city': it is partitioned or inherits, which a downgrade could not bring back");
            assertThat(summaries(database.compare(Schema.of(view)).upgrade())).containsExactly("drop table plain");
        }
    }

    private static Schema asEntitiesSayIt() {
        Table place = table(
                "place",
                Schemas.ID,
                Column.of("code", new SqlType.VarChar(9)),
                Schemas.column("size"),
                new PrimaryKey("pk_place", List.of("id")));
        Table booking = table(
                "booking",
                Schemas.ID,
                Column.of("place_id", new SqlType.BigInt()).notNull(),
                Column.of("span", new SqlType.Named("int4range")),
                Column.of("mail", new SqlType.VarChar(80)),
                Column.of("number", new SqlType.VarChar(20)),
                Column.of("note", new SqlType.VarChar(20)),
                new PrimaryKey(null, List.of("id")),
                new UniqueConstraint("uq_number", List.of("number"), false),
                new CheckConstraint("ck_id", "id > 0"),
                Index.of("ix_note", QualifiedName.of("booking"), List.of("note"))
                        .unique()
                        .including("mail"),
                new Index(
                        "ix_sorted",
                        QualifiedName.of("booking"),
                        List.of(dev.retort.schema.IndexPart.column("note").descendingOrder()),
                        false,
                        null,
                        null,
                        List.of()));
        Table seat = table(
                "seat",
                Column.of("booking_id", new SqlType.BigInt()),
                ForeignKey.of(List.of("booking_id"), QualifiedName.of("booking"), List.of("id")));
        return new Schema(
                List.of(place, booking, seat),
                List.of(
                        new Sequence(QualifiedName.of("ticket"), 10, 5),
                        new Sequence(QualifiedName.of("down"), -1, -1)),
                List.of());
    }
}
