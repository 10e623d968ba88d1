package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application of {@code examples/embedded}, built by Maven as its users do, and run where there is no compiler. */
@Timeout(300)
class EmbeddedExampleIT {

    private static final Path EXAMPLE = Path.of(System.getProperty("retort.examples", "../examples"), "embedded");
    private static final Pattern LINES = Pattern.compile("```(?:xml|java)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void whatMavenBuildsUpgradesItsDatabaseOnARuntimeWithoutCompiler() {
        Path project = folder.resolve("orders");
        Folders.copy(EXAMPLE, project);
        MavenProject maven = new MavenProject(project);

        maven.build("package");

        assertThat(run(project).out()).isEqualTo("""
                upgrade: add customer
                upgrade: add purchase
                applied 2, now at [9c2e5d18f0a3]
                """);
        assertThat(run(project).out()).isEqualTo("applied 0, now at [9c2e5d18f0a3]\n");
    }

    @Test
    void thePageShowsTheLinesThatAreBuilt() throws IOException {
        String page = Files.readString(EXAMPLE.resolve("../../docs/embedding.md"));
        String built = unindented(Files.readString(EXAMPLE.resolve("pom.xml"))
                + Files.readString(EXAMPLE.resolve("src/main/java/com/acme/orders/Orders.java")));
        List<String> shown = LINES.matcher(page)
                .results()
                .map(MatchResult::group)
                .filter(lines -> !lines.contains("Retort.run"))
                .map(lines -> unindented(lines.replaceAll("```\\w*\n?", "")))
                .toList();

        assertThat(shown).hasSize(3).allSatisfy(lines -> assertThat(built).contains(lines));
    }

    private JarRun run(Path project) {
        return RetortJar.java(
                        project,
                        Map.of(),
                        List.of("--limit-modules", "java.se,jdk.unsupported", "-jar", "target/orders.jar"),
                        List.of("jdbc:h2:./orders"))
                .done();
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
    }
}
