package dev.retort.revision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A graph and what Alembic was seen to do with it. */
record RecordedCase(String name, List<RevisionHeader> headers, List<JsonNode> commands) {

    static List<RecordedCase> read(String file) {
        List<RecordedCase> cases = new ArrayList<>();
        for (JsonNode node : json(file)) {
            List<JsonNode> commands = new ArrayList<>();
            node.path("commands").forEach(commands::add);
            cases.add(new RecordedCase(node.path("case").asText(), headers(node), commands));
        }
        return cases;
    }

    static JsonNode json(String file) {
        try (InputStream input = RecordedCase.class.getResourceAsStream("/cases/" + file)) {
            return new ObjectMapper().readTree(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<RevisionHeader> headers(JsonNode node) {
        List<RevisionHeader> headers = new ArrayList<>();
        for (JsonNode revision : node.path("revisions")) {
            headers.add(new RevisionHeader(
                    revision.path("id").asText(),
                    texts(revision.path("down_revisions")),
                    texts(revision.path("labels")),
                    texts(revision.path("depends_on")),
                    revision.path("message").asText(),
                    revision.path("create_date").asText(),
                    "versions/" + revision.path("id").asText() + ".py"));
        }
        return headers;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        if (list.isTextual()) {
            texts.add(list.asText());
        }
        for (JsonNode text : list) {
            texts.add(text.asText());
        }
        return texts;
    }
}
