SELECT 'a;b', 'it''s', 'back\', 'slash;';
SELECT E'it\'s; \\', e'\\\';x', U&'d\0061t;', "a "";"" b";
SELECT 'one
two;' AS "three
four;";
SELECT a$b$c, d$$ FROM t; SELECT $1, $2;
SELECT $tag$ ; $ $$ $tagg$ $tag$;
	SELECT	1 ;;; ; 
/* nothing */ ; -- nothing
SELECT /*+ hint; */ 1 /* kept; */ + 2 /* left out */ ;
