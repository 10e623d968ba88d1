CREATE TABLE [a;
GO
]]b] (c int);
INSERT INTO t VALUES ('
GO
');
GO
-- left out
create procedure p as begin select 1; select 2; end
  go  
/* outer /* inner
GO
*/ */
INSERT INTO t DEFAULT VALUES
GO 2
GO
SELECT go FROM t
GOTO label
