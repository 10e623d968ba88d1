package dev.retort.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Deferral;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableComment;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;

/** Tables of every kind that people have. */
final class TableCatalogue {

    private static final SqlType INT = new SqlType.Int();
    private static final SqlType BIGINT = new SqlType.BigInt();
    private static final SqlType NAME = new SqlType.VarChar(50);

    private TableCatalogue() {}

    /** Give them in an order in which they can be created. */
    static List<Table> all() {
        return Stream.of(types(), defaults(), parent(), child(), hostile(), indexed(), numbered(), computed())
                .toList();
    }

    private static QualifiedName name(String name) {
        return QualifiedName.of(name);
    }

    static Table types() {
        var columns = new ArrayList<TableElement>();
        for (SqlType type : allTypes()) {
            columns.add(Column.of("c" + columns.size(), type));
            columns.add(Column.of("a" + columns.size(), new SqlType.Array(type)));
        }
        return Table.of(name("types"), columns);
    }

    static List<SqlType> allTypes() {
        return List.of(
                new SqlType.Bool(),
                new SqlType.TinyInt(),
                new SqlType.SmallInt(),
                INT,
                BIGINT,
                new SqlType.Decimal(null, null),
                new SqlType.Decimal(10, null),
                new SqlType.Decimal(10, 2),
                new SqlType.Real(),
                new SqlType.DoublePrecision(),
                new SqlType.Char(3),
                new SqlType.VarChar(null),
                NAME,
                new SqlType.Text(),
                new SqlType.Binary(4),
                new SqlType.VarBinary(10),
                new SqlType.Blob(),
                new SqlType.Date(),
                new SqlType.Time(null, false),
                new SqlType.Time(3, true),
                new SqlType.Timestamp(null, false),
                new SqlType.Timestamp(6, true),
                new SqlType.Timestamp(null, true),
                new SqlType.Uuid(),
                new SqlType.Json(false),
                new SqlType.Json(true),
                new SqlType.Enumeration(null, List.of("one", "three")),
                new SqlType.Named("interval"),
                new SqlType.Named("interval day to second(3)"),
                new SqlType.Named("inet"),
                new SqlType.Named("bit(3)"),
                new SqlType.Named("bit varying(5)"),
                new SqlType.Named("oid"),
                new SqlType.Named("xml"),
                new SqlType.Named("tsvector"),
                new SqlType.Named("money"),
                new SqlType.Named("bpchar"),
                new SqlType.Named("\"char\""));
    }

    static Table defaults() {
        return Table.of(
                name("defaults"),
                Column.of("a", INT).defaultSql("0"),
                Column.of("b", INT).defaultSql("-1").notNull(),
                Column.of("c", NAME).defaultSql("'it''s new'"),
                Column.of("d", new SqlType.Text()).defaultSql("''").notNull(),
                Column.of("e", new SqlType.Timestamp(6, true)).defaultSql("CURRENT_TIMESTAMP"),
                Column.of("f", new SqlType.Timestamp(null, false)).defaultSql("now()"),
                Column.of("g", new SqlType.Bool()).defaultSql("TRUE"),
                Column.of("h", new SqlType.Json(true)).defaultSql("'{}'"),
                Column.of("i", new SqlType.Array(NAME)).defaultSql("'{}'"),
                Column.of("j", new SqlType.Decimal(10, 2)).defaultSql("1.50"),
                Column.of("k", new SqlType.Uuid()).defaultSql("gen_random_uuid()"),
                Column.of("l", new SqlType.Text()).defaultSql("'{ts}' || upper('x')"),
                Column.of("m", new SqlType.Text()).collation("C").comment("it's sorted by bytes"),
                new TableComment("what the\ndatabase \"fills\" in"));
    }

    static Table parent() {
        return Table.of(
                name("parent"),
                Column.of("id", BIGINT).notNull(),
                Column.of("code", NAME).notNull(),
                Column.of("kind", NAME),
                new PrimaryKey("parent_pk", List.of("id")),
                new UniqueConstraint("parent_uk", List.of("code", "kind"), false),
                new UniqueConstraint("parent_kind_uk", List.of("kind"), true),
                new CheckConstraint("parent_ck", "kind IN ('a', 'b') AND code <> ''"),
                new CheckConstraint("parent_ck2", "length(code) > 2 or (kind like 'x%')"));
    }

    static Table child() {
        return Table.of(
                name("child"),
                Column.of("a", BIGINT).notNull(),
                Column.of("b", BIGINT).notNull(),
                Column.of("code", NAME),
                Column.of("kind", NAME),
                new PrimaryKey("child_pkey", List.of("b", "a")),
                ForeignKey.of(List.of("a"), name("parent"), List.of("id"))
                        .onDelete(ReferentialAction.CASCADE)
                        .onUpdate(ReferentialAction.RESTRICT)
                        .named("child_a"),
                ForeignKey.of(List.of("code", "kind"), name("parent"), List.of("code", "kind"))
                        .onDelete(ReferentialAction.SET_NULL)
                        .deferrable(Deferral.INITIALLY_DEFERRED)
                        .named("child_code"),
                ForeignKey.of(List.of("b"), name("parent"), List.of("id"))
                        .deferrable(Deferral.INITIALLY_IMMEDIATE)
                        .named("child_self"));
    }

    static Table hostile() {
        return Table.of(
                name("Ta\"ble 'x' ; -- 😀"),
                Column.of("select", INT).notNull(),
                Column.of("Order By", INT).defaultSql("1"),
                Column.of("\"quoted\" % ?", NAME).comment("{d '2020-01-01'} \\ ?"),
                Column.of("é", INT),
                Column.of("1st", INT),
                new PrimaryKey("p k", List.of("select")),
                new UniqueConstraint("U'k", List.of("Order By", "é"), false),
                new CheckConstraint("c\"k", "\"1st\" > 0"),
                Index.of("Index \"1\"", name("-"), List.of("\"quoted\" % ?", "1st"))
                        .unique());
    }

    static Table indexed() {
        return Table.of(
                name("indexed"),
                Column.of("a", INT),
                Column.of("b", NAME),
                Column.of("c", new SqlType.Json(true)),
                Column.of("d", new SqlType.Text()),
                Index.of("i1", name("-"), List.of("a", "b")).unique(),
                new Index(
                        "i2",
                        name("-"),
                        List.of(
                                IndexPart.column("a").descendingOrder(),
                                IndexPart.column("b").withNulls(true),
                                IndexPart.expression("lower(d)")
                                        .descendingOrder()
                                        .withNulls(false)),
                        false,
                        "a > 0 AND b IS NOT NULL",
                        null,
                        List.of("d")),
                Index.of("i3", name("-"), List.of("c")).using("gin"),
                new Index(
                        "i4",
                        name("-"),
                        List.of(
                                IndexPart.column("d").operatorClass("text_pattern_ops"),
                                IndexPart.expression("a + 1"),
                                IndexPart.expression("(c ->> 'x')")),
                        false,
                        null,
                        null,
                        List.of()),
                Index.of("i5", name("-"), List.of("a")).using("hash"));
    }

    static Table numbered() {
        return Table.of(
                name("numbered"),
                Column.of("id", BIGINT).notNull().identity(),
                Column.of("other", INT).notNull().numbering(new Identity(true, 100L, 5L)),
                new PrimaryKey("numbered_pkey", List.of("id")));
    }

    static Table computed() {
        return Table.of(
                name("computed"),
                Column.of("a", INT),
                Column.of("b", INT).generatedStored("a * 2 + 1"),
                Column.of("c", new SqlType.Text()).generatedStored("'x' || a::text"));
    }
}
