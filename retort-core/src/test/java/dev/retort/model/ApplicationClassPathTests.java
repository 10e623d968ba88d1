package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.RetortException;

class ApplicationClassPathTests {

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    @BeforeEach
    void buildAnApplication() throws IOException {
        file("target/classes/A.class");
        file("target/lib/b.jar");
        file("target/lib/a.jar");
        file("target/lib/readme.txt");
        file("modules/one/deep/c.jar");
    }

    @Test
    void foldersAndJarsAreTakenAsTheyAre() {
        assertThat(resolve("target/classes", "target/lib/a.jar"))
                .containsExactly(folder.resolve("target/classes"), folder.resolve("target/lib/a.jar"));
    }

    @Test
    void aStarStandsForNamesInOneFolderInTheirOrder() {
        assertThat(resolve("target/lib/*.jar"))
                .containsExactly(folder.resolve("target/lib/a.jar"), folder.resolve("target/lib/b.jar"));
    }

    @Test
    void twoStarsStandForFolders() {
        assertThat(resolve("modules/**/*.jar")).containsExactly(folder.resolve("modules/one/deep/c.jar"));
    }

    @Test
    void nothingIsTakenTwice() {
        assertThat(resolve("target/lib/a.jar", "target/lib/*.jar")).hasSize(2);
    }

    @Test
    void entriesThatNameNothingAreListedTogether() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> resolve("target/clases", "target/lib/*.jar", "lib/*.jar"))
                .withMessageContaining("'target/clases', 'lib/*.jar'");
    }

    @Test
    void mavenNeedsAPom() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> resolve("maven"))
                .withMessageContaining("has no pom.xml");
    }

    @Test
    void mavenIsNotAskedBeforeTheProjectIsCompiled() throws IOException {
        file("pom.xml");
        Files.delete(folder.resolve("target/classes/A.class"));
        Files.delete(folder.resolve("target/classes"));

        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> resolve("maven"))
                .withMessageContaining("is not compiled")
                .satisfies(error -> assertThat(error.hint()).isEqualTo("run 'mvn compile' first"));
    }

    @Test
    void mavensOwnWordsAreShownWhereItFails() throws IOException {
        file("pom.xml");

        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> resolve("maven"))
                .withMessageContaining("Maven could not say the class path")
                .withMessageContaining("Non-readable POM");
    }

    @Test
    void mavenIsAskedOncePerPom() throws IOException {
        askMavenTwice();
    }

    private void askMavenTwice() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.acme</groupId><artifactId>empty</artifactId><version>1</version>
                </project>
                """);

        assertThat(resolve("maven")).containsExactly(folder.resolve("target/classes"));
        Path answers = folder.resolve("cache/maven");
        try (var files = Files.list(answers)) {
            Path answer = files.findFirst().orElseThrow();
            Files.writeString(answer, folder.resolve("target/lib/a.jar").toString());
        }

        assertThat(resolve("maven"))
                .containsExactly(folder.resolve("target/classes"), folder.resolve("target/lib/a.jar"));
    }

    @Test
    void classesOlderThanTheirSourcesAreMentioned() throws IOException {
        askMavenTwice();
        Path source = folder.resolve("src/main/java/A.java");
        file("src/main/java/A.java");
        assertThat(source.toFile().setLastModified(System.currentTimeMillis() + 60_000))
                .isTrue();

        resolve("maven");

        assertThat(notes).singleElement().asString().contains("compile first");
    }

    private List<Path> resolve(String... entries) {
        return ApplicationClassPath.resolve(
                new ModelSettings(null, List.of(entries), Map.of(), folder, folder.resolve("cache")), notes::add);
    }

    private void file(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), "");
    }
}
