package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import dev.retort.RetortException;
import dev.retort.testing.AlembicDifferences;

/** What Alembic writes for the same operations, without a vendor's syntax and for the databases that Retort knows. */
class RecordedDdlTests {

    /** Where Retort differs on purpose, by the kinds that docs/alembic-differences.md explains. */
    private static final Map<String, String> DIFFERENCES = differences();

    private static Map<String, String> differences() {
        var differences = new TreeMap<String, String>();
        put(differences, "values-written-out", 1, 5, 7, 9, 13, 143, 147);
        put(differences, "column-alone", 23, 25, 27, 29, 31, 33, 35, 37, 41, 45, 49, 51, 53, 57, 59, 87, 95, 163, 169);
        put(differences, "runs-once", 21, 105, 125, 199, 245);
        put(differences, "match-left-out", 65);
        put(differences, "word-column-kept", 79, 83, 153);
        put(differences, "brackets-kept", 103, 201);
        put(differences, "type-first", 151);
        put(differences, "schema-written-once", 157);
        put(differences, "names-written-out", 161, 165, 167, 171, 173);
        put(differences, "identity-says-not-null", 175, 177);
        put(differences, "range-is-the-types", 191, 193);
        put(differences, "numbers-go-on", 181);
        put(differences, "numbered-when-asked", 207, 239);
        put(differences, "digits-of-the-type", 329, 331, 333, 335);
        put(differences, "whole-definition-needed", 97, 233, 295);
        put(differences, "numbers-given-where-needed", 3);
        put(differences, "constraints-looked-up", 267, 275, 277, 297, 299, 303, 305, 307, 309, 311, 313, 315, 317, 319);
        put(differences, "constraints-looked-up", 321);
        put(differences, "comment-set-or-changed", 269, 271);
        put(differences, "new-name-checked", 283, 285, 325, 327);
        put(differences, "index-goes-with-its-key", 247, 249);
        put(differences, "renames-nothing-else", 253, 255, 257, 259, 359);
        put(differences, "rebuilt-when-needed", 363);
        put(differences, "rebuild-keeps-values", 361, 365);
        return differences;
    }

    private static void put(Map<String, String> differences, String kind, int... cases) {
        for (int number : cases) {
            differences.put("ddl%04d".formatted(number), kind);
        }
    }

    @Test
    void operationsAreSpelledAsAlembicSpellsThemButForTheListedDifferences() throws IOException {
        var different = new ArrayList<String>();
        List<JsonNode> cases = recorded();
        for (JsonNode recorded : cases) {
            List<String> ours = ours(recorded);
            List<String> theirs = theirs(recorded);
            boolean same = ours.equals(theirs);
            if (same == DIFFERENCES.containsKey(recorded.path("id").asText())) {
                different.add("%s %s%n  ours   %s%n  theirs %s"
                        .formatted(recorded.path("id").asText(), same ? "does not differ" : "differs", ours, theirs));
            }
        }
        assertThat(different).isEmpty();
        assertThat(cases).hasSize(184);
    }

    @Test
    void theKindsOfDifferenceAreThoseOfThePage() {
        assertThat(new TreeSet<>(DIFFERENCES.values()))
                .isEqualTo(AlembicDifferences.kinds("How operations are spelled"));
    }

    private static List<JsonNode> recorded() throws IOException {
        try (var file = RecordedDdlTests.class.getResourceAsStream("/cases/ddl_facts.json")) {
            var cases = new ArrayList<JsonNode>();
            new ObjectMapper().readTree(Objects.requireNonNull(file)).forEach(cases::add);
            return cases;
        }
    }

    private static List<String> ours(JsonNode recorded) {
        Ddl ddl = ddl(recorded.path("dialect").asText());
        TableLookup tables = RecordedOperations.tables(recorded.path("ops"));
        try {
            return OperationGroup.of(RecordedOperations.operations(recorded.path("ops")), ddl).stream()
                    .flatMap(group -> group.statements(ddl, tables).stream())
                    .map(statement -> plain(statement.sql()))
                    .toList();
        } catch (RetortException refused) {
            return List.of("refused: " + refused.getMessage());
        }
    }

    private static Ddl ddl(String dialect) {
        return switch (dialect) {
            case "default" ->
                new StandardDdl("default", Dialects.offline("postgresql").names(), new StandardTypes());
            case "mysql", "mariadb" -> Dialects.offline("mariadb").ddl();
            case "sqlite", "oracle" -> Dialects.offline(dialect).ddl();
            case "mssql" -> Dialects.offline("sqlserver").ddl();
            default -> Dialects.offline("postgresql").ddl();
        };
    }

    private static List<String> theirs(JsonNode recorded) {
        var sql = new ArrayList<String>();
        (recorded.has("sql") ? recorded.path("sql") : recorded.path("sql_full"))
                .forEach(each -> sql.add(plain(each.asText())));
        return sql;
    }

    /** Write alike what means the same: white space, a type's other names, words that may be left out. */
    private static String plain(String sql) {
        return sql.replaceAll("\\s+", " ")
                .replaceAll(" ?([()]) ?", "$1")
                .replaceAll("\\b(MODIFY|CHANGE) COLUMN ", "$1 ")
                .replaceAll("\\bint\\b", "INTEGER")
                .replaceAll("\\btinyint\\(1\\)", "BOOL ")
                .replaceAll("\\b(INTEGER|BOOL) NULL", "$1")
                .replaceAll("\\)VIRTUAL\\b", ")")
                .strip();
    }
}
