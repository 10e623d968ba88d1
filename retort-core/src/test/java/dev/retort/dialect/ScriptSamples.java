package dev.retort.dialect;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Pieces of SQL that are hard to cut, by product. */
final class ScriptSamples {

    private static final List<String> EVERYWHERE = List.of(
            "SELECT 1",
            "INSERT INTO t VALUES ('a;b', 'it''s', ';')",
            "SELECT \"a;b\" FROM \"t\"\"x;\"",
            "SELECT /* ; ' */ 1",
            "SELECT /*+ hint; */ 2",
            "UPDATE t SET a = CASE WHEN b THEN 1 ELSE 2 END WHERE c = 'GO'",
            "SELECT 1 -- it's; here\n + 2");

    private static final Map<String, List<String>> SPECIAL = Map.of(
            "postgresql",
                    List.of(
                            "SELECT $$;'$$, $a$ $$; $b$ $a$, E'\\';', U&'\\0061;', '\\'",
                            "SELECT /* a /* ; */ ; */ 1",
                            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; SELECT 2; END",
                            "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)",
                            "SELECT a$$b$$, 1",
                            "BEGIN"),
            "mariadb",
                    List.of(
                            "SELECT '\\';', \"\\\";\", `a``;b`, 5--1",
                            "SELECT 1 # it's; here\n + 2",
                            "/*!50003 SELECT '*/;' */",
                            "CREATE PROCEDURE p() BEGIN DECLARE a int DEFAULT IF(1, 2, 3); IF a THEN SELECT 1; END IF; "
                                    + "WHILE a DO SELECT CASE a WHEN 1 THEN 2 END; END WHILE; END",
                            "CREATE DEFINER=`a`@`%` TRIGGER t BEFORE INSERT ON x FOR EACH ROW IF NEW.a THEN SET NEW.a = 1; END IF",
                            "CREATE FUNCTION f() RETURNS int RETURN REPEAT('x', 3)",
                            "BEGIN",
                            "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END"),
            "sqlite",
                    List.of(
                            "SELECT [a;b], `c;d`, '\\'",
                            "CREATE TRIGGER t AFTER INSERT ON x BEGIN UPDATE x SET a = CASE WHEN b THEN 1 END; SELECT 2; END",
                            "BEGIN",
                            "END"),
            "h2", List.of("CREATE ALIAS f AS $$ int f() { return ';'; } $$", "SELECT 1 // it's; here\n + 2"),
            "sqlserver", List.of("SELECT [a]];'b]; SELECT 2;", "SELECT '\nGO \n a'", "BEGIN SELECT 1; END"),
            "oracle",
                    List.of(
                            "SELECT q'[it's;]', nQ'{a}'';}', Q'!;!' FROM dual",
                            "BEGIN\n  NULL;\n  x := 1 / 2;\nEND;",
                            "CREATE OR REPLACE EDITIONABLE PROCEDURE p AS BEGIN NULL; END;"));

    private ScriptSamples() {}

    static String statement(String product, Random random) {
        List<String> special = SPECIAL.getOrDefault(product, List.of());
        int at = random.nextInt(EVERYWHERE.size() + special.size());
        return at < EVERYWHERE.size() ? EVERYWHERE.get(at) : special.get(at - EVERYWHERE.size());
    }

    static String terminator(String product, String statement) {
        if (product.equals("sqlserver")) {
            return "\nGO\n";
        }
        return product.equals("oracle") && statement.endsWith(";") ? "\n/\n" : ";";
    }

    static String blank(String product, Random random) {
        List<String> blanks = List.of("", "\n", " \t\r\n", "-- it's; a comment\n", "/* it's; */ ", "/*\n;\n*/\n");
        return blanks.get(random.nextInt(blanks.size()))
                + (random.nextInt(4) == 0 && !product.equals("sqlserver") ? ";\n" : "\n");
    }
}
