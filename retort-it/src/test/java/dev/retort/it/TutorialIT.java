package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types the commands of {@code docs/tutorial.md}. */
class TutorialIT {

    private static final Path PAGE = Path.of("../docs/tutorial.md");
    private static final Path EXAMPLE = Path.of("../examples/shop");
    private static final String READERS_FOLDER = "/home/ada/shop";
    private static final Pattern BLOCK = Pattern.compile("(?s)```console\n\\$ ([^\n]*)\n(.*?)```");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern ID = Pattern.compile("(?<![0-9a-z])(?:Rev)?([0-9a-f]{12})(?![0-9a-z])");

    @TempDir
    private Path temporary;

    private boolean isBuilt;

    @Test
    void theCommandsSayWhatTheTutorialShows() throws Exception {
        Path folder = Files.createDirectory(temporary.toRealPath().resolve("shop"));
        String page = Files.readString(PAGE);
        var shown = new ArrayList<String>();
        var said = new ArrayList<String>();
        Matcher block = BLOCK.matcher(page);
        var written = new StringBuilder();
        while (block.find()) {
            String output = type(folder, block.group(1)).replace(folder.toString(), READERS_FOLDER);
            String answer = "$ " + block.group(1) + "\n" + output.stripTrailing() + (output.isBlank() ? "" : "\n");
            said.add(answer);
            shown.add("$ " + block.group(1) + "\n" + block.group(2));
            block.appendReplacement(written, Matcher.quoteReplacement("```console\n" + answer + "```"));
        }
        block.appendTail(written);

        if ("accept".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, written);
        } else {
            assertThat(masked(said)).isEqualTo(masked(shown));
        }
        assertThat(shown).hasSizeGreaterThan(20);
    }

    private String type(Path folder, String command) throws IOException, InterruptedException {
        if (command.startsWith("cp -R ../examples/shop")) {
            return shell(folder, "cp -R '" + EXAMPLE.toAbsolutePath() + "/.' .");
        }
        if (command.equals("mvn -q compile")) {
            compile(folder);
            return "";
        }
        if (!command.startsWith("retort ")) {
            return shell(folder, command);
        }
        List<String> words = WORD.matcher(command)
                .results()
                .skip(1)
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
        JarRun run = RetortJar.run(folder, Map.of(), words);
        if (words.get(0).equals("init")) {
            useLibrariesOfTheTest(folder.resolve("retort.toml"));
        }
        return run.out() + run.err();
    }

    private void compile(Path folder) {
        if (isBuilt) {
            Shop.compile(folder);
        } else {
            Shop.build(folder);
            isBuilt = true;
        }
    }

    /** The project's own class path needs Maven, and its repository. */
    private static void useLibrariesOfTheTest(Path settings) throws IOException {
        String text = Files.readString(settings);
        assertThat(text).contains("class_path = \"maven\"");
        Files.writeString(
                settings, text.replace("class_path = \"maven\"", "class_path = [\"target/classes\", \"lib/*.jar\"]"));
    }

    private static String shell(Path folder, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + "\n" + output).isZero();
        return output;
    }

    /** Number ids in order of appearance, hide moments and durations. */
    private static List<String> masked(List<String> answers) {
        Map<String, String> ids = new HashMap<>();
        return answers.stream()
                .map(answer -> ID.matcher(answer)
                        .replaceAll(id -> ids.computeIfAbsent(id.group(1), key -> "ID" + (ids.size() + 1)))
                        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "MOMENT")
                        .replaceAll("\\(\\d+\\.\\d\\d s\\)", "(DURATION)"))
                .toList();
    }
}
