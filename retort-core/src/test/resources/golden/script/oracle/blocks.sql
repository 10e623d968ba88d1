CREATE TABLE t (a number);
INSERT INTO t VALUES (4 / 2);
/
DECLARE
  x number := 1;
BEGIN
  x := 4
    / 2;
END;
/
CREATE OR REPLACE EDITIONABLE PACKAGE BODY p AS
  PROCEDURE q IS BEGIN NULL; END;
END p;
/
CREATE TYPE ty AS OBJECT (a number);
/
<<label>>
BEGIN NULL; END;
/
SELECT q'[it's; ]', nq'{a';}', q'!b';!', 'c\' FROM dual;
CREATE OR REPLACE VIEW v AS SELECT 1 FROM dual
/
BEGIN NULL; END;
