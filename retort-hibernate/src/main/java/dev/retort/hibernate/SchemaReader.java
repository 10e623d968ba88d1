package dev.retort.hibernate;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;

import dev.retort.RetortException;
import dev.retort.model.ModelRequest;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;

/** Turns Hibernate's view of the entities into a schema. */
final class SchemaReader {

    private SchemaReader() {}

    /**
     * Read all tables, sequences and enum types.
     *
     * @throws RetortException if columns have types that the database has not, for all of them together
     */
    static Schema read(Metadata metadata, ModelRequest request, ModelProperties properties) {
        Database database = metadata.getDatabase();
        SqlStringGenerationContext context = SqlStringGenerationContextImpl.fromExplicit(
                database.getJdbcEnvironment(),
                database,
                properties.get("hibernate.default_catalog"),
                properties.get("hibernate.default_schema"));
        var spelling = new Spelling(request, properties, database.getDialect());
        NamedEnums enums = NamedEnums.of(database, context, spelling);
        var columns = new ColumnReader(metadata, request.dialect(), enums, spelling);
        var rows = new InitialRows(context, spelling, request.notes());
        var reader = new TableReader(Attributes.of(metadata), columns, rows, spelling, request);
        var tables = new ArrayList<Table>();
        var sequences = new ArrayList<Sequence>();
        for (Namespace namespace : database.getNamespaces()) {
            namespace.getTables().stream()
                    .filter(table -> table.isPhysicalTable() && !table.isView())
                    .map(reader::read)
                    .forEach(tables::add);
            for (var sequence : namespace.getSequences()) {
                sequences.add(sequence(sequence, spelling));
            }
        }
        if (!reader.problems().isEmpty()) {
            throw unresolvable(reader.problems(), request);
        }
        return new Schema(tables, sequences, enums.all());
    }

    private static Sequence sequence(org.hibernate.boot.model.relational.Sequence sequence, Spelling spelling) {
        var name = sequence.getName();
        return new Sequence(
                spelling.qualified(name.getCatalogName(), name.getSchemaName(), name.getObjectName()),
                sequence.getInitialValue(),
                sequence.getIncrementSize());
    }

    private static RetortException unresolvable(List<String> problems, ModelRequest request) {
        return new RetortException(
                "%s has no type for %d attribute%s of 'jpa:%s':%n  %s"
                        .formatted(
                                request.dialect().name(),
                                problems.size(),
                                problems.size() == 1 ? "" : "s",
                                request.spec(),
                                String.join(System.lineSeparator() + "  ", problems)),
                "give these attributes a type that this database has, with @JdbcTypeCode or columnDefinition");
    }
}
