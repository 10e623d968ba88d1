package dev.retort.diff;

import java.util.List;

import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;

/** Short words for schemas, so that a test reads as a sentence. */
final class Schemas {

    static final Column ID = Column.of("id", new SqlType.BigInt()).notNull();
    static final Column NAME = Column.of("name", new SqlType.VarChar(50));

    private Schemas() {}

    static Table table(String name, TableElement... elements) {
        return Table.of(QualifiedName.of(name), elements);
    }

    static Column column(String name) {
        return Column.of(name, new SqlType.Int());
    }

    static ForeignKey reference(String column, String table) {
        return ForeignKey.of(List.of(column), QualifiedName.of(table), List.of("id"));
    }

    static SchemaChanges compare(Table actual, Table desired) {
        return compare(Schema.of(actual), Schema.of(desired));
    }

    static SchemaChanges compare(Schema actual, Schema desired) {
        return SchemaDiff.between(actual, desired, PaperDialect.STANDARD, DiffOptions.DEFAULT);
    }

    static List<Operation> upgrade(Table actual, Table desired) {
        return compare(actual, desired).upgrade();
    }

    static List<String> summaries(List<Operation> operations) {
        return operations.stream().map(Operation::summary).toList();
    }
}
