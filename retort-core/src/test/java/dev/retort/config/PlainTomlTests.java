package dev.retort.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTomlTests {

    private static final String[] KEYS = {
        "url", "model", "a", "b", "B", "x_1", "k-2", "7", "env", "a.b", "\"q\"", "", "env.dev"
    };
    private static final String[] VALUES = {
        "\"\"",
        "\"text\"",
        "\"with # and = and [x]\"",
        "\"${DB:-x}\"",
        "\"a\\\\b\"",
        "\"\\u00e9\"",
        "\"é\"",
        "\"\"\"three\"\"\"",
        "\"\"\"",
        "'single'",
        "\"it's\"",
        "\"tab\there\"",
        "\"open",
        "true",
        "false",
        "True",
        "0",
        "7",
        "042",
        "-1",
        "+1",
        "1_000",
        "123456789",
        "1234567890123",
        "1.5",
        "0x1f",
        "2026-11-23",
        "inf",
        "[]",
        "[ ]",
        "[\"a\"]",
        "[\"a\", \"b\",]",
        "[ \"a\" , \"b\" ]",
        "[\"a\" \"b\"]",
        "[,]",
        "[1, 2]",
        "[\"a\",\n  \"b\"]",
        "{ a = 1 }",
        "",
        "\"a\" \"b\"",
        "true false"
    };
    private static final String[] HEADERS = {
        "[env.dev]",
        "[env.dev]",
        "[env.prod]",
        "[env.a-1]",
        "[env]",
        "[ env.dev ]",
        "[[env.dev]]",
        "[other]",
        "[env.a.b]",
        "[env.]"
    };
    private static final String[] TAILS = {"", "", "", "", " ", "\t", " # comment", "# é", "# \u0001", " extra", "\r"};
    private static final String[] LEADS = {"", "", "", "", " ", "\t", "  "};

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void whatItReadsTheWholeGrammarReadsInTheSameWay() {
        int plain = 0;
        for (int round = 0; round < 20_000; round++) {
            String text = file();
            Map<String, Located> quick = PlainToml.parse(text);
            if (quick != null) {
                plain++;
                Problems problems = new Problems("retort.toml");
                Map<String, Located> full = TomlDocument.parseFully(text, problems);
                problems.throwIfAny();
                assertThat(quick).as("seed %d:\n%s", seed, text).isEqualTo(full);
            }
        }
        assertThat(plain).as("seed %d", seed).isGreaterThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic", "sql", "maven", "multidb"})
    void theFilesThatInitWritesArePlain(String template) throws IOException {
        try (InputStream bytes =
                Setting.class.getResourceAsStream("../script/templates/" + template + "/retort.toml")) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);

            Map<String, Located> read = PlainToml.parse(text.replace("@class_path@", "class_path = [\"classes\"]"));

            assertThat(read).containsKey("script_location");
        }
    }

    @Test
    void aKeyThatStandsTwiceIsLeftToTheWholeGrammar() {
        assertThat(PlainToml.parse("a = 1\na = 2\n")).isNull();
        assertThat(PlainToml.parse("[env.dev]\na = 1\n[env.dev]\nb = 2\n")).isNull();
        assertThat(PlainToml.parse("a = 1\n[env.dev]\na = 2\n")).isNotNull();
    }

    private String file() {
        StringBuilder text = new StringBuilder();
        int lines = random.nextInt(6);
        for (int line = 0; line < lines; line++) {
            text.append(any(LEADS))
                    .append(line())
                    .append(any(TAILS))
                    .append(line + 1 < lines || random.nextBoolean() ? "\n" : "");
        }
        return text.toString();
    }

    private String line() {
        List<Supplier<String>> kinds = List.of(
                () -> "",
                () -> any(HEADERS),
                () -> any(KEYS) + " = " + any(VALUES),
                () -> any(KEYS) + "=" + any(VALUES),
                () -> "k" + random.nextInt(20) + any(LEADS) + "=" + any(LEADS) + any(VALUES));
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private String any(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
