package dev.retort.dialect.sqlserver;

import static java.util.stream.Collectors.joining;

import java.util.List;

import dev.retort.schema.QualifiedName;

/**
 * Finds by the catalog what stands on a column, whatever its name is. Source: Transact-SQL reference, sys.default_constraints,
 * sys.check_constraints, sys.foreign_key_columns, sys.identity_columns, INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE (which also
 * knows the columns of a check that stands beside the columns).
 */
final class ColumnConstraints {

    private final SqlServerNames names;

    ColumnConstraints(SqlServerNames names) {
        this.names = names;
    }

    /** Drop the default of a column, if it has one. */
    String dropDefault(QualifiedName table, String column) {
        return """
                DECLARE @table INT = OBJECT_ID(%s), @column SYSNAME = %s;
                DECLARE @sql NVARCHAR(MAX) = (SELECT %s + QUOTENAME(name) FROM sys.default_constraints
                    WHERE parent_object_id = @table AND parent_column_id = COLUMNPROPERTY(@table, @column, 'ColumnId'));
                IF @sql IS NOT NULL EXEC (@sql)""".formatted(names.text(table), name(column), drop(table));
    }

    /** Drop the default of a column, and the checks and foreign keys of its table that name it. */
    String dropAll(QualifiedName table, String column) {
        return """
                DECLARE @table INT = OBJECT_ID(%s), @column SYSNAME = %s;
                DECLARE @id INT = COLUMNPROPERTY(@table, @column, 'ColumnId');
                DECLARE @sql NVARCHAR(MAX) = (SELECT %s + QUOTENAME(name) + N';' FROM sys.objects
                    WHERE parent_object_id = @table AND (object_id IN (SELECT object_id FROM sys.default_constraints
                            WHERE parent_object_id = @table AND parent_column_id = @id)
                        OR object_id IN (SELECT constraint_object_id FROM sys.foreign_key_columns
                            WHERE parent_object_id = @table AND parent_column_id = @id)
                        OR type = 'C' AND name IN (SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE
                            WHERE TABLE_SCHEMA = OBJECT_SCHEMA_NAME(@table) AND TABLE_NAME = OBJECT_NAME(@table)
                            AND COLUMN_NAME = COL_NAME(@table, @id)))
                    FOR XML PATH(''), TYPE).value('.', 'NVARCHAR(MAX)');
                IF @sql IS NOT NULL EXEC (@sql)""".formatted(names.text(table), name(column), drop(table));
    }

    /** Ask whether one of the columns numbers the rows. */
    String isNumbered(QualifiedName table, List<String> columns) {
        return "IF EXISTS (SELECT 1 FROM sys.identity_columns WHERE object_id = OBJECT_ID(" + names.text(table)
                + ") AND name IN (" + columns.stream().map(this::name).collect(joining(", ")) + "))";
    }

    private String drop(QualifiedName table) {
        return SqlServerLiterals.unicode("ALTER TABLE " + names.spell(table) + " DROP CONSTRAINT ");
    }

    private String name(String name) {
        return SqlServerLiterals.unicode(names.catalog(name));
    }
}
