package dev.retort.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads what Alembic 1.19.2 found between pairs of schemas: {@code cases/autogenerate_facts.json}. Where the models of its
 * tests call {@code len(..)}, or {@code lower(..)} of a number, which neither database knows, ours call what they have.
 */
final class AutogenerateCases {

    private AutogenerateCases() {}

    /**
     * One recorded comparison.
     *
     * @param expected pairs of a kind of difference and the name of what differs
     */
    record Case(
            String id, String dialect, List<String> databaseDdl, List<String> modelDdl, List<List<String>> expected) {

        @Override
        public String toString() {
            return id;
        }
    }

    static List<Case> of(String dialect) {
        try (var stream = AutogenerateCases.class.getResourceAsStream("/cases/autogenerate_facts.json")) {
            var cases = new ArrayList<Case>();
            for (JsonNode fact : new ObjectMapper().readTree(Objects.requireNonNull(stream))) {
                if (fact.path("dialect").asText().equals(dialect)) {
                    cases.add(read(fact));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(JsonNode fact) {
        var expected = new ArrayList<List<String>>();
        fact.path("expected").forEach(pair -> expected.add(texts(pair)));
        return new Case(
                fact.path("id").asText(),
                fact.path("dialect").asText(),
                texts(fact.path("database_ddl")),
                texts(fact.path("model_ddl")),
                expected);
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
