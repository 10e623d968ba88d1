package dev.retort.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.retort.RetortException;
import dev.retort.dialect.Reflector;
import dev.retort.dialect.Scope;
import dev.retort.dialect.TableLookup;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;

/** Asks the database what a table looks like now, and who uses a domain. */
record H2Tables(Connection connection, H2Names names, Reflector reflector) implements TableLookup {

    private static final String USERS = """
            SELECT C.TABLE_SCHEMA, C.TABLE_NAME, C.COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS C
            JOIN INFORMATION_SCHEMA.TABLES T ON T.TABLE_SCHEMA = C.TABLE_SCHEMA AND T.TABLE_NAME = C.TABLE_NAME
            WHERE T.TABLE_TYPE = 'BASE TABLE' AND C.DOMAIN_NAME = ?
              AND C.DOMAIN_SCHEMA = COALESCE(CAST(? AS VARCHAR), CURRENT_SCHEMA)
            ORDER BY 1, 2, 3""";

    private static final String WORDS = """
            SELECT VALUE_NAME FROM INFORMATION_SCHEMA.ENUM_VALUES
            WHERE OBJECT_TYPE = 'DOMAIN' AND OBJECT_NAME = ?
              AND OBJECT_SCHEMA = COALESCE(CAST(? AS VARCHAR), CURRENT_SCHEMA)
            ORDER BY VALUE_ORDINAL""";

    /** A column that uses a domain. */
    record User(QualifiedName table, String column) {}

    @Override
    public Optional<Table> find(QualifiedName name) {
        try {
            return reflector.read(connection, Scope.table(name)).tables().stream()
                    .findFirst();
        } catch (SQLException e) {
            throw unreadable("table", name, e);
        }
    }

    /** List the columns that use a domain, of all schemas. */
    List<User> users(QualifiedName domain) {
        return ask(
                USERS,
                domain,
                rows -> new User(
                        QualifiedName.of(names.read(rows.getString(1)), names.read(rows.getString(2))),
                        names.read(rows.getString(3))));
    }

    /** List the words of a domain; none if it is not there. */
    List<String> words(QualifiedName domain) {
        return ask(WORDS, domain, rows -> rows.getString(1));
    }

    /** Reads one row of an answer. */
    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> List<T> ask(String sql, QualifiedName domain, Reading<T> reading) {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, names.catalog(domain.name()));
            query.setString(2, domain.schema() == null ? null : names.catalog(domain.schema()));
            var answers = new ArrayList<T>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    answers.add(reading.of(rows));
                }
            }
            return answers;
        } catch (SQLException e) {
            throw unreadable("domain", domain, e);
        }
    }

    private static RetortException unreadable(String kind, QualifiedName name, SQLException e) {
        return new RetortException(
                "Cannot read %s '%s': %s".formatted(kind, name, e.getMessage()),
                "see the database's own message above",
                e);
    }
}
