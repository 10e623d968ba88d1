SELECT 'a\';b', "c\";d", 'e'';f', `g``;h`, '\\';
SELECT 1 # a comment; here
 + 5--1 -- another; one
 ;
# left out; it's
/*!40101 SET NAMES utf8mb4 */;
/*M!100100 SELECT ';' */;
/* left out; */ INSERT /*+ kept; */ INTO t VALUES ('x'); --
SELECT 2;
