package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What Alembic writes for the same operation, without a vendor's syntax and for PostgreSQL. */
class RecordedDdlTests {

    private static final String NO_REFERENCES_OF_A_COLUMN =
            "a foreign key is an operation of its own, not part of a column";
    private static final String NO_NAMING_CONVENTION = "names are written out; the room model makes them";
    private static final String NO_IF_NOT_EXISTS = "Retort looks before it acts, where Alembic asks the server to";
    private static final String PART_OF_A_COLUMN =
            "a check, key or index is an operation of its own, not part of a column";
    private static final String NO_EXCLUDE = "exclusion constraints are written with execute(..)";
    private static final String LITERALS = "values are written out, online as offline";
    private static final String RENAME_COLUMN = "the standard's word COLUMN is not left out";
    private static final String ORDER = "the type changes before its nullability";
    private static final String BRACKETS = "an expression always stands in brackets";
    private static final String IDENTITY = "an identity column says NOT NULL, and its range is the type's";
    private static final String NUMBERS_GO_ON = "numbering that is added goes on after the rows that are there";

    /** Cases in which we differ on purpose, and why. */
    private static final Map<String, String> DIFFERENCES = differences();

    private static Map<String, String> differences() {
        var differences = new TreeMap<String, String>();
        put(differences, LITERALS, 1, 5, 143, 147);
        put(differences, NO_REFERENCES_OF_A_COLUMN, 23, 25, 27, 29, 31, 33, 35, 37, 41, 49, 51);
        put(differences, PART_OF_A_COLUMN, 45, 53, 57, 59, 163, 169);
        put(differences, NO_IF_NOT_EXISTS, 21, 105, 125, 199);
        put(differences, "MATCH SIMPLE is what every database does unasked", 65);
        put(differences, RENAME_COLUMN, 79, 83, 153);
        put(differences, BRACKETS, 103, 201);
        put(differences, ORDER, 151);
        put(differences, "a renamed table stays in its schema, which is not written twice", 157);
        put(differences, NO_NAMING_CONVENTION, 161, 165, 167, 171, 173);
        put(differences, IDENTITY, 175, 177, 193);
        put(differences, NUMBERS_GO_ON, 181);
        put(differences, "CYCLE is not part of how a column is numbered", 191);
        put(differences, NO_EXCLUDE, 195, 197);
        put(differences, "a numbered column is an identity, not SERIAL; Alembic makes one unasked", 207);
        return differences;
    }

    private static void put(Map<String, String> differences, String reason, int... cases) {
        for (int number : cases) {
            differences.put("ddl%04d".formatted(number), reason);
        }
    }

    @Test
    void operationsAreSpelledAsAlembicSpellsThemButForTheListedDifferences() throws IOException {
        var different = new ArrayList<String>();
        for (JsonNode recorded : recorded()) {
            List<String> ours = ours(recorded);
            List<String> theirs = theirs(recorded);
            boolean same = ours.equals(theirs);
            if (same == DIFFERENCES.containsKey(recorded.path("id").asText())) {
                different.add("%s %s%n  ours   %s%n  theirs %s"
                        .formatted(recorded.path("id").asText(), same ? "does not differ" : "differs", ours, theirs));
            }
        }
        assertThat(different).isEmpty();
    }

    private static List<JsonNode> recorded() throws IOException {
        try (var file = RecordedDdlTests.class.getResourceAsStream("/cases/ddl_facts.json")) {
            var cases = new ArrayList<JsonNode>();
            for (JsonNode each : new ObjectMapper().readTree(Objects.requireNonNull(file))) {
                String dialect = each.path("dialect").asText();
                if (dialect.equals("default") || dialect.equals("postgresql")) {
                    cases.add(each);
                }
            }
            return cases;
        }
    }

    private static List<String> ours(JsonNode recorded) {
        Dialect postgres = Dialects.offline("postgresql");
        Ddl ddl = recorded.path("dialect").asText().equals("default")
                ? new StandardDdl("default", postgres.names(), new StandardTypes())
                : postgres.ddl();
        return stream(recorded.path("ops"))
                .flatMap(each -> ddl.statements(RecordedOperations.operation(each), TableLookup.NONE).stream())
                .map(statement -> plain(statement.sql()))
                .collect(Collectors.toList());
    }

    private static List<String> theirs(JsonNode recorded) {
        JsonNode sql = recorded.has("sql") ? recorded.path("sql") : recorded.path("sql_full");
        return stream(sql).map(each -> plain(each.asText())).collect(Collectors.toList());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        var nodes = new ArrayList<JsonNode>();
        list.forEach(nodes::add);
        return nodes.stream();
    }

    private static String plain(String sql) {
        return sql.replaceAll("\\s+", " ").replaceAll(" ?([()]) ?", "$1");
    }
}
