-- No database was asked: tables are taken to be as the revisions from base to aaaa make them.

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

-- Running upgrade aaaa -> bbbb

BEGIN TRANSACTION
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

ALTER TABLE line ADD note VARCHAR(100) NULL DEFAULT '-' WITH VALUES
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

DECLARE @result INT, @schema SYSNAME = OBJECT_SCHEMA_NAME(OBJECT_ID(N'line')), @table SYSNAME = N'line', @column SYSNAME = N'note', @text NVARCHAR(3750) = N'free text';
EXEC @result = sp_addextendedproperty N'MS_Description', @text, N'SCHEMA', @schema, N'TABLE', @table, N'COLUMN', @column;
IF @result <> 0 THROW 50000, N'The comment was not taken', 1
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

ALTER TABLE line ALTER COLUMN [user] VARCHAR(40) NOT NULL
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

ALTER TABLE line ADD DEFAULT 'nobody' FOR [user]
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

DECLARE @result INT, @schema SYSNAME = OBJECT_SCHEMA_NAME(OBJECT_ID(N'line')), @table SYSNAME = N'line', @column SYSNAME = N'user', @text NVARCHAR(3750) = N'who it was';
IF EXISTS (SELECT 1 FROM sys.extended_properties WHERE class = 1 AND name = N'MS_Description'
    AND major_id = OBJECT_ID(N'line') AND minor_id = COLUMNPROPERTY(major_id, @column, 'ColumnId'))
    EXEC @result = sp_updateextendedproperty N'MS_Description', @text, N'SCHEMA', @schema, N'TABLE', @table, N'COLUMN', @column;
ELSE
    EXEC @result = sp_addextendedproperty N'MS_Description', @text, N'SCHEMA', @schema, N'TABLE', @table, N'COLUMN', @column;
IF @result <> 0 THROW 50000, N'The comment was not taken', 1
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

DECLARE @result INT;
EXEC @result = sp_rename N'line.place', N'position', N'COLUMN';
IF @result <> 0 THROW 50000, N'The new name was not taken', 1
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

CREATE INDEX ix_note ON line (note) INCLUDE ([user]) WHERE note IS NOT NULL
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

CREATE VIEW notes AS SELECT note FROM line
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

UPDATE alembic_version SET version_num='bbbb' WHERE version_num = 'aaaa'
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

