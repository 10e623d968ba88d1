package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class JsonTests {

    @Test
    void aDocumentKeepsItsOrderAndIsIndented() {
        Json json = new Json().put("b", List.of(1, "x")).put("a", new Json().put("empty", List.of()));

        assertThat(json).hasToString("""
                {
                  "b": [
                    1,
                    "x"
                  ],
                  "a": {
                    "empty": []
                  }
                }""");
    }

    @Test
    void whatHasNoPlaceInJsonBecomesNull() {
        assertThat(JsonText.parse(new Json().put("a", Double.NaN).put("b", null).toString()))
                .isEqualTo(Map.of("a", "null", "b", "null"));
    }

    @Test
    void halfOfASurrogatePairIsEscaped() {
        assertThat(new Json().put("a", "\ud83d").toString()).contains("\\ud83d");
        assertThat(new Json().put("a", "\ud83d\ude00").toString()).contains("\ud83d\ude00");
    }

    @Test
    void everyTextIsReadBackAsItWas() {
        long seed = 20261123;
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
            }
            assertThat(JsonText.parse(new Json().put("key", text).toString()))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(Map.of("key", text.toString()));
        }
    }
}
