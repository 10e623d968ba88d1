-- a comment that goes away; really
CREATE FUNCTION one() RETURNS integer LANGUAGE plpgsql AS $body$
BEGIN
    -- kept; inside
    RETURN CASE WHEN $$a;$$ = 'b' THEN 1 ELSE 2 END;
END;
$body$;

/* outer /* inner; */ still outer; */
CREATE OR REPLACE PROCEDURE two(a integer)
BEGIN ATOMIC
    INSERT INTO t VALUES (CASE a WHEN 1 THEN 2 ELSE 3 END);
    INSERT INTO t VALUES (2);
END;
SELECT begin, atomic FROM words; BEGIN; SELECT 1; END;
CREATE FUNCTION three() RETURNS integer LANGUAGE sql RETURN 1;
CREATE RULE r AS ON INSERT TO t DO ALSO (
    INSERT INTO a VALUES (1);
    INSERT INTO b VALUES (2)
);
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
SELECT 'last without an end'
