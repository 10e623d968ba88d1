package dev.retort.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.retort.dialect.Reflector;
import dev.retort.dialect.Scope;
import dev.retort.schema.Schema;

/**
 * Reads the catalog of H2 (https://h2database.com/html/systemtables.html), one query for each of its tables that is needed,
 * joined here: H2 answers joins of its catalog in time that grows with the square of the tables.
 *
 * <p>Views, synonyms, temporary and linked tables are no tables here, and kept; the table in which a materialized view has
 * its rows ({@code MV$1}) goes with it. Indexes that H2 made for a constraint are left out.
 */
final class H2Reflector implements Reflector {

    private static final String TABLES = """
            SELECT TABLE_SCHEMA, TABLE_NAME, REMARKS, TABLE_CLASS,
              TABLE_TYPE = 'BASE TABLE' AND STORAGE_TYPE IN ('CACHED', 'MEMORY') AS IS_TABLE
            FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA IN (%1$s)%3$s
            ORDER BY IS_TABLE""";
    private static final String SYNONYMS = """
            SELECT SYNONYM_SCHEMA AS TABLE_SCHEMA, SYNONYM_NAME AS TABLE_NAME
            FROM INFORMATION_SCHEMA.SYNONYMS WHERE SYNONYM_SCHEMA IN (%s)""";
    private static final String COLUMNS = """
            SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DTD_IDENTIFIER, COLUMN_DEFAULT, IS_NULLABLE, REMARKS,
              IS_IDENTITY, IDENTITY_GENERATION, IDENTITY_START, IDENTITY_INCREMENT, IS_GENERATED,
              GENERATION_EXPRESSION, DOMAIN_SCHEMA, DOMAIN_NAME, %2$s
            FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA IN (%1$s)%3$s
            ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION""";
    private static final String TYPE = """
            DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, DATETIME_PRECISION, INTERVAL_TYPE, DECLARED_NUMERIC_PRECISION,
              DECLARED_NUMERIC_SCALE, GEOMETRY_TYPE, GEOMETRY_SRID""";
    private static final String ELEMENTS = """
            SELECT OBJECT_SCHEMA, OBJECT_NAME, COLLECTION_TYPE_IDENTIFIER, DTD_IDENTIFIER, %2$s
            FROM INFORMATION_SCHEMA.ELEMENT_TYPES WHERE OBJECT_SCHEMA IN (%1$s)""";
    private static final String WORDS = """
            SELECT OBJECT_SCHEMA, OBJECT_NAME, ENUM_IDENTIFIER, VALUE_NAME FROM INFORMATION_SCHEMA.ENUM_VALUES
            ORDER BY OBJECT_SCHEMA, OBJECT_NAME, ENUM_IDENTIFIER, CAST(VALUE_ORDINAL AS INTEGER)""";
    private static final String DOMAINS =
            "SELECT DOMAIN_SCHEMA, DOMAIN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.DOMAINS WHERE DATA_TYPE = 'ENUM'";
    private static final String CONSTRAINTS = """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CONSTRAINT_TYPE, TABLE_SCHEMA, TABLE_NAME, NULLS_DISTINCT
            FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA IN (%1$s)%3$s
            ORDER BY CONSTRAINT_SCHEMA, CONSTRAINT_NAME""";
    private static final String KEY_COLUMNS = """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME,
              POSITION_IN_UNIQUE_CONSTRAINT FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE
            ORDER BY CONSTRAINT_SCHEMA, CONSTRAINT_NAME, ORDINAL_POSITION""";
    private static final String REFERENCES = """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA, UNIQUE_CONSTRAINT_NAME, UPDATE_RULE,
              DELETE_RULE FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA IN (%1$s)""";
    private static final String CHECKS = """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS
            WHERE CONSTRAINT_SCHEMA IN (%1$s)""";
    private static final String INDEXES = """
            SELECT INDEX_SCHEMA, INDEX_NAME, TABLE_SCHEMA, TABLE_NAME, INDEX_TYPE_NAME
            FROM INFORMATION_SCHEMA.INDEXES WHERE NOT IS_GENERATED AND TABLE_SCHEMA IN (%1$s)%3$s
            ORDER BY INDEX_SCHEMA, INDEX_NAME""";
    private static final String INDEX_COLUMNS = """
            SELECT INDEX_SCHEMA, INDEX_NAME, COLUMN_NAME, ORDERING_SPECIFICATION, NULL_ORDERING
            FROM INFORMATION_SCHEMA.INDEX_COLUMNS WHERE TABLE_SCHEMA IN (%1$s)%3$s
            ORDER BY INDEX_SCHEMA, INDEX_NAME, ORDINAL_POSITION""";
    private static final String SEQUENCES = """
            SELECT SEQUENCE_SCHEMA, SEQUENCE_NAME, START_VALUE, INCREMENT FROM INFORMATION_SCHEMA.SEQUENCES
            WHERE SEQUENCE_SCHEMA IN (%1$s)""";

    private final H2Names names;
    private final H2Types types;

    H2Reflector(H2Names names, H2Types types) {
        this.names = names;
        this.types = types;
    }

    @Override
    public Schema read(Connection connection, Scope scope) throws SQLException {
        String defaultSchema = defaultSchema(connection);
        var schemas = new ArrayList<String>();
        if (scope.schemas().isEmpty() || scope.only() == null) {
            schemas.add(defaultSchema);
        }
        scope.schemas().stream()
                .map(names::catalog)
                .filter(name -> !schemas.contains(name))
                .forEach(schemas::add);
        var only = new ArrayList<String>();
        if (scope.only() != null) {
            only.add(names.catalog(scope.only().name()));
        }
        var queries = new Queries(connection, schemas, only);
        var reader = new H2TypeReader(types, queries.ask(WORDS), queries.ask(ELEMENTS));
        var keys = new H2Keys(queries.ask(KEY_COLUMNS), queries.ask(REFERENCES), queries.ask(CHECKS));
        var catalog = new H2Catalog(names, reader, keys, defaultSchema);
        queries.ask(DOMAINS).forEach(catalog::addDomain);
        queries.ask(TABLES).forEach(row -> {
            if (row.is("IS_TABLE")) {
                catalog.addTable(row);
            } else {
                catalog.keep(row);
            }
        });
        queries.ask(COLUMNS).forEach(catalog::addColumn);
        queries.ask(CONSTRAINTS).forEach(catalog::addConstraint);
        queries.ask(INDEX_COLUMNS).forEach(catalog::addIndexColumn);
        queries.ask(INDEXES).forEach(catalog::addIndex);
        if (scope.only() == null) {
            queries.ask(SYNONYMS).forEach(catalog::keep);
            queries.ask(SEQUENCES).forEach(catalog::addSequence);
        }
        return catalog.schema(scope.only() == null ? schemas : List.of());
    }

    private static String defaultSchema(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("CALL CURRENT_SCHEMA")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Asks for the schemas, and the one table if only one is wanted. */
    private record Queries(Connection connection, List<String> schemas, List<String> only) {

        List<CatalogRow> ask(String query) throws SQLException {
            String marks = String.join(", ", Collections.nCopies(schemas.size(), "?"));
            String condition = only.isEmpty() ? "" : " AND TABLE_NAME = ?";
            String sql = query.formatted(marks, TYPE, condition);
            var parameters = new ArrayList<String>();
            if (query.contains("%1$s") || query.contains("%s")) {
                parameters.addAll(schemas);
            }
            if (query.contains("%3$s")) {
                parameters.addAll(only);
            }
            return CatalogRow.of(connection, sql, parameters);
        }
    }
}
