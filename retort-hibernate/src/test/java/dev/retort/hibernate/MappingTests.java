package dev.retort.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.IndexPart;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;

class MappingTests {

    private static final String TROUBLE = "dev.retort.hibernate.trouble.";

    @Test
    void aNamedEnumIsADomainThatChecksOnH2AndMustNotBeMissing() {
        Schema schema = Reading.of(TROUBLE + "enums", "h2").read();
        var words = List.of("IN_TRANSIT", "PACKED", "SENT");

        assertThat(schema.enums()).containsExactly(new EnumType(QualifiedName.of("stage"), words));
        assertThat(column(schema, "parcel", "stage").type())
                .isEqualTo(new SqlType.Enumeration(QualifiedName.of("stage"), words));
    }

    @Test
    void aNamedEnumIsATypeOfItsOwn() {
        Schema schema = Reading.of(TROUBLE + "enums", "postgresql").read();
        var words = List.of("IN_TRANSIT", "PACKED", "SENT");

        assertThat(schema.enums()).containsExactly(new EnumType(QualifiedName.of("stage"), words));
        assertThat(column(schema, "parcel", "stage").type())
                .isEqualTo(new SqlType.Enumeration(QualifiedName.of("stage"), words));
    }

    @Test
    void enumsArraysAndDocumentsAreReadAs() throws IOException {
        Golden.check(
                "enums/postgresql.txt",
                SchemaText.of(Reading.of(TROUBLE + "enums", "postgresql").read()));
    }

    @Test
    void namesAreHibernatesOwnUnlessToldOtherwise() {
        Reading reading = Reading.of(TROUBLE + "naming", "postgresql");

        assertThat(names(reading.read())).containsExactly("orderbook", "orderbook_orderbook");
        assertThat(reading.notes()).isEmpty();
    }

    @Test
    void springsNamesAreSnakesAndNameJoinTablesByTheirAttribute() {
        Schema schema = Reading.of(TROUBLE + "naming", "postgresql")
                .with("naming", "spring")
                .read();

        assertThat(names(schema)).containsExactly("order_book", "order_book_related_books");
        assertThat(table(schema, "order_book").columns())
                .extracting(Column::name)
                .containsExactly("book_number", "last_entry", "opened_by");
    }

    @Test
    void anIndexMayHaveExpressions() {
        Schema schema = Reading.of(TROUBLE + "naming", "postgresql").read();

        assertThat(table(schema, "orderbook").indexes())
                .singleElement()
                .satisfies(index -> assertThat(index.parts())
                        .containsExactly(
                                IndexPart.expression("lower(lastEntry)"),
                                IndexPart.column("openedby").descendingOrder()));
    }

    @Test
    void aPersistenceUnitNamesItsClassesAndProperties() {
        for (String spec : List.of("books", "persistence.xml#books", "META-INF/persistence.xml#books")) {
            Schema schema = Reading.of(spec, "postgresql").read();

            assertThat(names(schema)).containsExactly("order_book", "order_book_order_book");
        }
    }

    @Test
    void aSchemaIsNamedUnlessItIsTheConnectionsOwn() {
        Reading reading = Reading.of(TROUBLE + "naming", "postgresql");

        assertThat(names(reading.with("hibernate.default_schema", "public").read()))
                .containsExactly("orderbook", "orderbook_orderbook");
        assertThat(names(reading.with("hibernate.default_schema", "sales").read()))
                .containsExactly("sales.orderbook", "sales.orderbook_orderbook");
    }

    @Test
    void allNamesMayBeExact() {
        Schema schema = Reading.of(TROUBLE + "naming", "postgresql")
                .with("hibernate.globally_quoted_identifiers", "true")
                .read();

        assertThat(names(schema)).containsExactly("OrderBook", "OrderBook_OrderBook");
        assertThat(table(schema, "OrderBook").columns())
                .extracting(Column::name)
                .containsExactly("bookNumber", "lastEntry", "openedBy");
    }

    private static List<String> names(Schema schema) {
        return schema.tables().stream().map(table -> table.name().toString()).toList();
    }

    private static Table table(Schema schema, String name) {
        return schema.table(QualifiedName.of(name)).orElseThrow();
    }

    private static Column column(Schema schema, String table, String name) {
        return table(schema, table).column(name).orElseThrow();
    }
}
