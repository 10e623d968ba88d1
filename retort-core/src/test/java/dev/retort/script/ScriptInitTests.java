package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.RetortException;
import dev.retort.config.Overrides;
import dev.retort.config.Setting;
import dev.retort.config.Settings;

class ScriptInitTests {

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"generic", "sql", "maven", "multidb"})
    void eachTemplateMakesItsLayout(String template) throws IOException {
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        InitResult result = ScriptDirectory.init(request().withTemplate(template));
        StringBuilder made = new StringBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(file -> !file.endsWith("pom.xml")).sorted().toList()) {
                made.append(Shown.path(file, root).replace(root.toString(), "."))
                        .append(Files.isDirectory(file) ? "/\n" : "\n");
            }
        }
        made.append("\n---- retort.toml\n").append(Files.readString(root.resolve("retort.toml")));
        Golden.assertMatches("script-directory/init-" + template + ".txt", made.toString());

        Settings settings = Settings.load(root, Overrides.of(Map.of()));
        for (Settings each : settings.databases().isEmpty() ? List.of(settings) : settings.databases()) {
            assertThat(ScriptDirectory.open(each).headers()).isEmpty();
            assertThat(ScriptDirectory.open(each).loadEnv(ProjectClassPath.none()))
                    .isEmpty();
            Path file = ScriptDirectory.open(each).write(NewRevision.of("a1", Optional.of("x"), List.of()));
            assertThat(ScriptDirectory.open(each).load(List.of("a1"), ProjectClassPath.none()))
                    .hasSize(1);
            assertThat(file).exists();
            // Several databases share the folder.
            Files.delete(file);
        }
        assertThat(result.created()).allMatch(Files::exists).contains(root.resolve("retort.toml"));
    }

    @Test
    void everyTemplateIsListed() {
        assertThat(Template.all()).extracting(Template::name).containsExactly("generic", "maven", "multidb", "sql");
        assertThatThrownBy(() -> ScriptDirectory.init(request().withTemplate("async")))
                .hasMessage("There is no template 'async'");
    }

    @Test
    void aProjectIsDetected() throws IOException {
        Files.writeString(root.resolve("build.gradle.kts"), "");
        assertThat(ScriptDirectory.init(request()).notes())
                .singleElement()
                .asString()
                .startsWith("Found a Gradle project (build.gradle.kts)");
        assertThat(Settings.load(root, Overrides.of(Map.of())).get(Setting.CLASS_PATH))
                .contains("build/classes/java/main");
    }

    @Test
    void anExistingFileIsKeptAndAFolderWithContentRefused() throws IOException {
        Files.writeString(root.resolve("retort.toml"), "url = \"x\"\n");
        InitResult result = ScriptDirectory.init(request());

        assertThat(root.resolve("retort.toml")).hasContent("url = \"x\"\n");
        assertThat(result.notes())
                .contains(
                        "'retort.toml' exists and was left as it is",
                        "Add this line to it: script_location = \"db scripts/migrations\"");
        assertThatThrownBy(() -> ScriptDirectory.init(request()))
                .hasMessage("The folder 'db scripts/migrations' exists and is not empty");
    }

    @Test
    void anExistingFileThatNamesAnotherScriptDirectoryIsTold() throws IOException {
        Path file = root.resolve("retort.toml");
        Files.writeString(file, "script_location = \"${here}/old\"\n");
        String kept = "'retort.toml' exists and was left as it is";

        assertThat(ScriptDirectory.init(InitRequest.of(root, Path.of("new"))).notes())
                .containsExactly(
                        kept,
                        "Its script_location is still 'old'; the new directory is used once it says: script_location = \"new\"");
        assertThat(ScriptDirectory.init(InitRequest.of(root, Path.of("old"))).notes())
                .containsExactly(kept);
        Files.writeString(file, "script_location = 1\n");
        assertThat(ScriptDirectory.init(InitRequest.of(root, Path.of("third"))).notes())
                .element(1)
                .asString()
                .startsWith("It cannot be read: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic", "sql", "multidb"})
    void aPackageIsRefusedWhereTheApplicationDoesNotCompileRevisions(String template) throws IOException {
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        assertThatThrownBy(() -> ScriptDirectory.init(new InitRequest(
                        root,
                        Optional.empty(),
                        template.equals("generic") ? Optional.empty() : Optional.of(template),
                        Path.of("retort.toml"),
                        Optional.of("com.acme.db"))))
                .isInstanceOfSatisfying(
                        RetortException.class, e -> assertThat(e.hint()).contains("--template maven"))
                .hasMessageStartingWith("The template '" + template + "' has no use for a package");
        assertThat(root.resolve("retort.toml")).doesNotExist();
    }

    @Test
    void nothingIsLeftBehindWhenItFails() throws IOException {
        Path blocked = Files.createDirectory(root.resolve("blocked"));
        Files.writeString(blocked.resolve("file"), "");
        InitRequest request = new InitRequest(
                root,
                Optional.of(Path.of("deep/er/migrations")),
                Optional.empty(),
                Path.of("blocked/file/retort.toml"),
                Optional.empty());

        assertThatThrownBy(() -> ScriptDirectory.init(request))
                .hasMessageStartingWith("Cannot make the script directory");
        assertThat(root.resolve("deep")).doesNotExist();
    }

    private InitRequest request() {
        return InitRequest.of(root, Path.of("db scripts/migrations"));
    }
}
