package dev.retort.dialect.sqlserver;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.schema.QualifiedName;

/**
 * Comments, which are extended properties called {@code MS_Description}: they are added, changed and dropped by procedures
 * that want to know which, and the schema by its name. Source: Transact-SQL reference, sp_addextendedproperty (a value has at
 * most 7500 bytes), sys.extended_properties.
 */
final class Descriptions {

    private static final int LONGEST = 3750;

    private final SqlServerNames names;

    Descriptions(SqlServerNames names) {
        this.names = names;
    }

    /** Say for the first time what a table, or a column of it where one is named, is for. */
    String first(QualifiedName table, @Nullable String column, String comment) {
        return variables(table, column, comment) + call("sp_addextendedproperty", true, column) + check();
    }

    /** Say what a table, or a column of it where one is named, is for, or nothing for {@code null}. */
    String changed(QualifiedName table, @Nullable String column, @Nullable String comment) {
        String exists =
                "IF EXISTS (SELECT 1 FROM sys.extended_properties WHERE class = 1 AND name = N'MS_Description'\n"
                        + "    AND major_id = OBJECT_ID(" + names.text(table) + ") AND minor_id = "
                        + (column == null ? "0" : "COLUMNPROPERTY(major_id, @column, 'ColumnId')") + ")\n";
        String change = comment == null
                ? "    " + call("sp_dropextendedproperty", false, column)
                : "    " + call("sp_updateextendedproperty", true, column) + "ELSE\n    "
                        + call("sp_addextendedproperty", true, column);
        return variables(table, column, comment) + exists + change + check();
    }

    private String variables(QualifiedName table, @Nullable String column, @Nullable String comment) {
        if (comment != null && comment.length() > LONGEST) {
            throw new RetortException(
                    "The comment on '%s' is too long for SQL Server: %d characters, at most %d are kept"
                            .formatted(column == null ? table : table + "." + column, comment.length(), LONGEST),
                    "write a shorter comment");
        }
        return "DECLARE @result INT, @schema SYSNAME = OBJECT_SCHEMA_NAME(OBJECT_ID(" + names.text(table)
                + ")), @table SYSNAME = " + name(table.name())
                + (column == null ? "" : ", @column SYSNAME = " + name(column))
                + (comment == null ? "" : ", @text NVARCHAR(3750) = " + SqlServerLiterals.unicodeValue(comment))
                + ";\n";
    }

    private String name(String name) {
        return SqlServerLiterals.unicode(names.catalog(name));
    }

    private static String call(String procedure, boolean withText, @Nullable String column) {
        return "EXEC @result = " + procedure + " N'MS_Description'" + (withText ? ", @text" : "")
                + ", N'SCHEMA', @schema, N'TABLE', @table" + (column == null ? "" : ", N'COLUMN', @column") + ";\n";
    }

    /** These procedures tell of a failure and let the batch go on. */
    private static String check() {
        return "IF @result <> 0 THROW 50000, N'The comment was not taken', 1";
    }
}
