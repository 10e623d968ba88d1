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

DECLARE @result INT;
EXEC @result = sp_getapplock @Resource = N'retort alembic_version', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = -1;
IF @result < 0
BEGIN
    RAISERROR (N'The lock was not given: sp_getapplock says %d', 16, 1, @result);
    SET NOEXEC ON;
END
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

BEGIN TRANSACTION
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

IF OBJECT_ID(N'alembic_version', N'U') IS NULL
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

DROP TABLE IF EXISTS #retort_script_applied;
DROP TABLE IF EXISTS #retort_script_history
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

CREATE TABLE #retort_script_history (id VARCHAR(32) COLLATE DATABASE_DEFAULT NOT NULL, parent VARCHAR(32) COLLATE DATABASE_DEFAULT NULL, INDEX retort_script_id CLUSTERED (id))
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

INSERT INTO #retort_script_history (id, parent) VALUES
    ('aaaa', NULL),
    ('bbbb', 'aaaa'),
    ('cccc', 'bbbb')
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

CREATE TABLE #retort_script_applied (id VARCHAR(32) COLLATE DATABASE_DEFAULT NOT NULL PRIMARY KEY, generation INT NOT NULL);
DECLARE @generation INT = 0;
INSERT INTO #retort_script_applied (id, generation) SELECT version_num, 0 FROM alembic_version;
WHILE @@ROWCOUNT > 0
BEGIN
    SET @generation = @generation + 1;
    INSERT INTO #retort_script_applied (id, generation)
    SELECT DISTINCT history.parent, @generation
    FROM #retort_script_applied applied JOIN #retort_script_history history ON history.id = applied.id
    WHERE applied.generation = @generation - 1 AND history.parent IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM #retort_script_applied known WHERE known.id = history.parent);
END
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

IF EXISTS (SELECT 1 FROM alembic_version WHERE version_num NOT IN (SELECT id FROM #retort_script_history))
BEGIN
    RAISERROR (N'The database is at a revision that this script does not know', 16, 1);
    SET NOEXEC ON;
END
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

COMMIT
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

-- Running upgrade  -> aaaa

BEGIN TRANSACTION
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

IF NOT EXISTS (SELECT 1 FROM #retort_script_applied WHERE id = 'aaaa')
BEGIN
BEGIN TRY
IF APPLOCK_MODE(N'public', N'retort alembic_version', N'Session') <> N'Exclusive'
    THROW 50000, N'the script does not hold its lock', 1;
IF EXISTS (SELECT 1 FROM #retort_script_history WHERE id = 'aaaa' AND parent IS NOT NULL AND parent NOT IN (SELECT id FROM #retort_script_applied))
    OR EXISTS (SELECT 1 FROM alembic_version WHERE version_num NOT IN (SELECT id FROM #retort_script_history))
    THROW 50000, N'it cannot follow what is applied', 1;
EXEC (N'CREATE TABLE sales.[Order] (
    id BIGINT NOT NULL IDENTITY,
    name VARCHAR(50) COLLATE Latin1_General_BIN2 NULL,
    active BIT NOT NULL DEFAULT 1,
    placed DATETIME2 NOT NULL DEFAULT CURRENT_TIMESTAMP,
    double_id AS (id * 2) PERSISTED,
    CONSTRAINT pk_order PRIMARY KEY (id),
    CONSTRAINT uq_name UNIQUE (name),
    CONSTRAINT ck_id CHECK (id > 0)
)');
EXEC (N'DECLARE @result INT, @schema SYSNAME = OBJECT_SCHEMA_NAME(OBJECT_ID(N''sales.[Order]'')), @table SYSNAME = N''Order'', @text NVARCHAR(3750) = N''it''''s an order'';
EXEC @result = sp_addextendedproperty N''MS_Description'', @text, N''SCHEMA'', @schema, N''TABLE'', @table;
IF @result <> 0 THROW 50000, N''The comment was not taken'', 1');
EXEC (N'CREATE TABLE line (
    order_id BIGINT NOT NULL,
    place INTEGER NOT NULL,
    [user] VARCHAR(20) NULL DEFAULT ''nobody'',
    PRIMARY KEY (order_id, place),
    CONSTRAINT fk_order FOREIGN KEY (order_id) REFERENCES sales.[Order] (id)
)');
EXEC (N'DECLARE @result INT, @schema SYSNAME = OBJECT_SCHEMA_NAME(OBJECT_ID(N''line'')), @table SYSNAME = N''line'', @column SYSNAME = N''user'', @text NVARCHAR(3750) = N''who'';
EXEC @result = sp_addextendedproperty N''MS_Description'', @text, N''SCHEMA'', @schema, N''TABLE'', @table, N''COLUMN'', @column;
IF @result <> 0 THROW 50000, N''The comment was not taken'', 1');
EXEC (N'SET IDENTITY_INSERT sales.[Order] ON;
INSERT INTO sales.[Order] (id, name) VALUES
    (1, N''Zoë''''s''),
    (2, NULL);
SET IDENTITY_INSERT sales.[Order] OFF');
EXEC (N'INSERT INTO line (order_id, place) VALUES (1, 1)');
INSERT INTO alembic_version (version_num) VALUES ('aaaa');
INSERT INTO #retort_script_applied (id, generation) VALUES ('aaaa', 0);
END TRY
BEGIN CATCH
IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
DECLARE @failure NVARCHAR(2000) = LEFT(ERROR_MESSAGE(), 1900);
RAISERROR (N'Revision %s was not applied: %s', 16, 1, N'aaaa', @failure);
SET NOEXEC ON;
END CATCH
END
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

COMMIT
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

-- Running upgrade aaaa -> bbbb

BEGIN TRANSACTION
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

IF NOT EXISTS (SELECT 1 FROM #retort_script_applied WHERE id = 'bbbb')
BEGIN
BEGIN TRY
IF APPLOCK_MODE(N'public', N'retort alembic_version', N'Session') <> N'Exclusive'
    THROW 50000, N'the script does not hold its lock', 1;
IF EXISTS (SELECT 1 FROM #retort_script_history WHERE id = 'bbbb' AND parent IS NOT NULL AND parent NOT IN (SELECT id FROM #retort_script_applied))
    OR EXISTS (SELECT 1 FROM alembic_version WHERE version_num NOT IN (SELECT id FROM #retort_script_history))
    THROW 50000, N'it cannot follow what is applied', 1;
EXEC (N'ALTER TABLE line ADD note VARCHAR(100) NULL DEFAULT ''-'' WITH VALUES');
EXEC (N'DECLARE @result INT, @schema SYSNAME = OBJECT_SCHEMA_NAME(OBJECT_ID(N''line'')), @table SYSNAME = N''line'', @column SYSNAME = N''note'', @text NVARCHAR(3750) = N''free text'';
EXEC @result = sp_addextendedproperty N''MS_Description'', @text, N''SCHEMA'', @schema, N''TABLE'', @table, N''COLUMN'', @column;
IF @result <> 0 THROW 50000, N''The comment was not taken'', 1');
EXEC (N'DECLARE @table INT = OBJECT_ID(N''line''), @column SYSNAME = N''user'';
DECLARE @sql NVARCHAR(MAX) = (SELECT N''ALTER TABLE line DROP CONSTRAINT '' + QUOTENAME(name) FROM sys.default_constraints
    WHERE parent_object_id = @table AND parent_column_id = COLUMNPROPERTY(@table, @column, ''ColumnId''));
IF @sql IS NOT NULL EXEC (@sql)');
EXEC (N'ALTER TABLE line ALTER COLUMN [user] VARCHAR(40) NOT NULL');
EXEC (N'ALTER TABLE line ADD DEFAULT ''nobody'' FOR [user]');
EXEC (N'DECLARE @result INT, @schema SYSNAME = OBJECT_SCHEMA_NAME(OBJECT_ID(N''line'')), @table SYSNAME = N''line'', @column SYSNAME = N''user'', @text NVARCHAR(3750) = N''who it was'';
IF EXISTS (SELECT 1 FROM sys.extended_properties WHERE class = 1 AND name = N''MS_Description''
    AND major_id = OBJECT_ID(N''line'') AND minor_id = COLUMNPROPERTY(major_id, @column, ''ColumnId''))
    EXEC @result = sp_updateextendedproperty N''MS_Description'', @text, N''SCHEMA'', @schema, N''TABLE'', @table, N''COLUMN'', @column;
ELSE
    EXEC @result = sp_addextendedproperty N''MS_Description'', @text, N''SCHEMA'', @schema, N''TABLE'', @table, N''COLUMN'', @column;
IF @result <> 0 THROW 50000, N''The comment was not taken'', 1');
EXEC (N'DECLARE @result INT;
EXEC @result = sp_rename N''line.place'', N''position'', N''COLUMN'';
IF @result <> 0 THROW 50000, N''The new name was not taken'', 1');
EXEC (N'CREATE INDEX ix_note ON line (note) INCLUDE ([user]) WHERE note IS NOT NULL');
EXEC (N'CREATE VIEW notes AS SELECT note FROM line');
DELETE FROM alembic_version WHERE version_num IN ('aaaa');
INSERT INTO alembic_version (version_num) VALUES ('bbbb');
INSERT INTO #retort_script_applied (id, generation) VALUES ('bbbb', 0);
END TRY
BEGIN CATCH
IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
DECLARE @failure NVARCHAR(2000) = LEFT(ERROR_MESSAGE(), 1900);
RAISERROR (N'Revision %s was not applied: %s', 16, 1, N'bbbb', @failure);
SET NOEXEC ON;
END CATCH
END
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

COMMIT
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

-- Running upgrade bbbb -> cccc

BEGIN TRANSACTION
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

IF NOT EXISTS (SELECT 1 FROM #retort_script_applied WHERE id = 'cccc')
BEGIN
BEGIN TRY
IF APPLOCK_MODE(N'public', N'retort alembic_version', N'Session') <> N'Exclusive'
    THROW 50000, N'the script does not hold its lock', 1;
IF EXISTS (SELECT 1 FROM #retort_script_history WHERE id = 'cccc' AND parent IS NOT NULL AND parent NOT IN (SELECT id FROM #retort_script_applied))
    OR EXISTS (SELECT 1 FROM alembic_version WHERE version_num NOT IN (SELECT id FROM #retort_script_history))
    THROW 50000, N'it cannot follow what is applied', 1;
EXEC (N'DECLARE @result INT;
EXEC @result = sp_rename N''line'', N''Line item'', N''OBJECT'';
IF @result <> 0 THROW 50000, N''The new name was not taken'', 1');
EXEC (N'DECLARE @result INT, @schema SYSNAME = OBJECT_SCHEMA_NAME(OBJECT_ID(N''[Line item]'')), @table SYSNAME = N''Line item'', @text NVARCHAR(3750) = N''of an order'';
IF EXISTS (SELECT 1 FROM sys.extended_properties WHERE class = 1 AND name = N''MS_Description''
    AND major_id = OBJECT_ID(N''[Line item]'') AND minor_id = 0)
    EXEC @result = sp_updateextendedproperty N''MS_Description'', @text, N''SCHEMA'', @schema, N''TABLE'', @table;
ELSE
    EXEC @result = sp_addextendedproperty N''MS_Description'', @text, N''SCHEMA'', @schema, N''TABLE'', @table;
IF @result <> 0 THROW 50000, N''The comment was not taken'', 1');
EXEC (N'UPDATE STATISTICS [Line item]');
DELETE FROM alembic_version WHERE version_num IN ('bbbb');
INSERT INTO alembic_version (version_num) VALUES ('cccc');
INSERT INTO #retort_script_applied (id, generation) VALUES ('cccc', 0);
END TRY
BEGIN CATCH
IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
DECLARE @failure NVARCHAR(2000) = LEFT(ERROR_MESSAGE(), 1900);
RAISERROR (N'Revision %s was not applied: %s', 16, 1, N'cccc', @failure);
SET NOEXEC ON;
END CATCH
END
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

COMMIT
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

SET NOEXEC OFF;
IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
DROP TABLE IF EXISTS #retort_script_applied;
DROP TABLE IF EXISTS #retort_script_history
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

IF APPLOCK_MODE(N'public', N'retort alembic_version', N'Session') <> N'NoLock'
    EXEC sp_releaseapplock @Resource = N'retort alembic_version', @LockOwner = N'Session'
GO
IF @@ERROR <> 0 SET NOEXEC ON
GO

