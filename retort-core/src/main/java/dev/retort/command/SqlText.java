package dev.retort.command;

import java.util.ArrayList;
import java.util.List;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.OperationGroup;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.TableImage;
import dev.retort.diff.SchemaChanges;
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
        SchemaChanges changes = found.changes().withNamedConstraints(dialect.names(), found.actual());
        try (TableImage image = found.image()) {
            return new SqlText(lines(changes.upgrade(), dialect, image), lines(changes.downgrade(), dialect, image));
        }
    }

    private static List<String> lines(List<Operation> operations, Dialect dialect, TableImage image) {
        List<String> lines = new ArrayList<>();
        for (OperationGroup group : OperationGroup.of(operations, dialect.ddl())) {
            List<SqlStatement> statements = group.statements(dialect.ddl(), image);
            statements.forEach(statement -> lines.add(statement.sql()));
            group.applyTo(image, statements);
        }
        return SqlRenderer.statements(lines, dialect.ddl().terminator());
    }
}
