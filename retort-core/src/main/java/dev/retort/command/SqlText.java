package dev.retort.command;

import java.util.ArrayList;
import java.util.List;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SchemaImage;
import dev.retort.dialect.SqlStatement;
import dev.retort.operation.Operation;
import dev.retort.render.SqlRenderer;

/**
 * The code of a revision in SQL.
 *
 * @param upgrade the lines of the upgrade
 * @param downgrade the lines of the downgrade
 */
record SqlText(List<String> upgrade, List<String> downgrade) {

    SqlText {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** Spell out what was found, as the database of the comparison wants it. */
    static SqlText of(ModelComparison.Found found) {
        Dialect dialect = found.dialect();
        SchemaImage image = new SchemaImage(found.actual(), dialect.names());
        return new SqlText(
                lines(found.changes().upgrade(), dialect, image),
                lines(found.changes().downgrade(), dialect, image));
    }

    private static List<String> lines(List<Operation> operations, Dialect dialect, SchemaImage image) {
        List<String> statements = new ArrayList<>();
        for (Operation operation : operations) {
            for (SqlStatement statement : dialect.ddl().statements(operation, image)) {
                statements.add(statement.sql());
            }
            image.apply(operation);
        }
        return SqlRenderer.statements(statements, dialect.ddl().terminator());
    }
}
