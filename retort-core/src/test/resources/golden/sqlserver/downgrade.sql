-- No database was asked: tables are taken to be as the revisions from base to cccc make them.

-- To be fed to: sqlcmd -b -I -x -S SERVER -d DATABASE -i FILE (and on Windows -f 65001)

SET XACT_ABORT ON;
SET NOCOUNT ON
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

-- Running downgrade cccc -> bbbb

BEGIN TRANSACTION
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

DECLARE @result INT, @schema SYSNAME = OBJECT_SCHEMA_NAME(OBJECT_ID(N'[Line item]')), @table SYSNAME = N'Line item';
IF EXISTS (SELECT 1 FROM sys.extended_properties WHERE class = 1 AND name = N'MS_Description'
    AND major_id = OBJECT_ID(N'[Line item]') AND minor_id = 0)
    EXEC @result = sp_dropextendedproperty N'MS_Description', N'SCHEMA', @schema, N'TABLE', @table;
IF @result <> 0 THROW 50000, N'The comment was not taken', 1
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

DECLARE @result INT;
EXEC @result = sp_rename N'[Line item]', N'line', N'OBJECT';
IF @result <> 0 THROW 50000, N'The new name was not taken', 1
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

UPDATE alembic_version SET version_num='bbbb' WHERE version_num = 'cccc'
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

COMMIT
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

-- Running downgrade bbbb -> aaaa

BEGIN TRANSACTION
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

DROP VIEW notes
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

DROP INDEX ix_note ON line
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

DECLARE @result INT;
EXEC @result = sp_rename N'line.position', N'place', N'COLUMN';
IF @result <> 0 THROW 50000, N'The new name was not taken', 1
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

DECLARE @table INT = OBJECT_ID(N'line'), @column SYSNAME = N'user';
DECLARE @sql NVARCHAR(MAX) = (SELECT N'ALTER TABLE line DROP CONSTRAINT ' + QUOTENAME(name) FROM sys.default_constraints
    WHERE parent_object_id = @table AND parent_column_id = COLUMNPROPERTY(@table, @column, 'ColumnId'));
IF @sql IS NOT NULL EXEC (@sql)
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

ALTER TABLE line ALTER COLUMN [user] VARCHAR(20) NULL
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

ALTER TABLE line ADD DEFAULT 'nobody' FOR [user]
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

DECLARE @table INT = OBJECT_ID(N'line'), @column SYSNAME = N'note';
DECLARE @id INT = COLUMNPROPERTY(@table, @column, 'ColumnId');
DECLARE @sql NVARCHAR(MAX) = (SELECT N'ALTER TABLE line DROP CONSTRAINT ' + QUOTENAME(name) + N';' FROM sys.objects
    WHERE parent_object_id = @table AND (object_id IN (SELECT object_id FROM sys.default_constraints
            WHERE parent_object_id = @table AND parent_column_id = @id)
        OR object_id IN (SELECT constraint_object_id FROM sys.foreign_key_columns
            WHERE parent_object_id = @table AND parent_column_id = @id)
        OR type = 'C' AND name IN (SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE
            WHERE TABLE_SCHEMA = OBJECT_SCHEMA_NAME(@table) AND TABLE_NAME = OBJECT_NAME(@table)
            AND COLUMN_NAME = COL_NAME(@table, @id)))
    FOR XML PATH(''), TYPE).value('.', 'NVARCHAR(MAX)');
IF @sql IS NOT NULL EXEC (@sql)
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

ALTER TABLE line DROP COLUMN note
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

UPDATE alembic_version SET version_num='aaaa' WHERE version_num = 'bbbb'
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

COMMIT
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

SET NOEXEC OFF;
IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

