CREATE TABLE t (a int, [b;] int, `c;` int, "d;" int);
CREATE TEMP TRIGGER IF NOT EXISTS tr AFTER UPDATE OF a ON t FOR EACH ROW WHEN new.a > 1
BEGIN
  UPDATE t SET a = CASE WHEN old.a THEN 1 ELSE 2 END;
  SELECT 'END;';
END;
BEGIN; INSERT INTO t VALUES ('\'); END;
PRAGMA foreign_keys = ON;
-- nothing
