package dev.retort.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.retort.RetortException;

class SettingsTests {

    @TempDir
    Path folder;

    @Test
    void everyDeclaredSettingIsListed() throws IllegalAccessException {
        List<Object> declared = new ArrayList<>();
        for (Field field : Setting.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers()) && field.getType() == Setting.class) {
                declared.add(field.get(null));
            }
        }
        assertThat(Setting.all()).isEqualTo(declared);
    }

    @Test
    void everyExampleIsAValueOfItsSetting() throws IOException {
        StringBuilder file = new StringBuilder();
        for (Setting<?> setting : Setting.all()) {
            file.append(setting.name()).append(" = ").append(setting.example()).append('\n');
        }
        file.append("[env.main]\n[env.audit]\n");
        Settings settings = load(file.toString(), Overrides.of(Map.of("DB_PASSWORD", "x")));

        assertThat(Setting.all()).allMatch(settings::isSet);
        assertThat(settings.get(Setting.TRUNCATE_SLUG_LENGTH)).isEqualTo(60);
        assertThat(settings.get(Setting.USERNAME)).contains("shop");
    }

    @Test
    void whatIsNotSetHasItsDefault() throws IOException {
        Settings settings = load("", Overrides.of(Map.of()));

        assertThat(settings.get(Setting.SCRIPT_LOCATION)).isEqualTo(folder.resolve("migrations"));
        assertThat(settings.get(Setting.URL)).isEmpty();
        assertThat(settings.get(Setting.VERSION_TABLE)).isEqualTo("alembic_version");
        assertThat(settings.get(Setting.LOCK_TIMEOUT)).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.get(Setting.POST_WRITE_HOOKS)).isEmpty();
        assertThat(settings.isSet(Setting.VERSION_TABLE)).isFalse();
    }

    @Test
    void allProblemsAreToldTogetherWithTheirPlaces() {
        assertThatThrownBy(() -> load("""
                        script_location = "migrations"
                        urll = "jdbc:h2:mem:x"
                        truncate_slug_length = "long"
                        timezone = "Mars/Olympus"
                        version_locations = ["a", 7]
                        [env.prod]
                        revision_formt = "sql"
                        revision_format = "yaml"
                        """, Overrides.of(Map.of())))
                .isInstanceOf(RetortException.class)
                .hasMessage("""
                        'retort.toml' has 6 problems:
                          retort.toml:2:1: 'urll' is not a setting; the nearest is 'url'
                          retort.toml:3:1: 'truncate_slug_length' must be a whole number, not a string
                          retort.toml:4:1: 'timezone' is not a time zone: 'Mars/Olympus'
                          retort.toml:5:27: 'version_locations' must be a string in quotes, not an integer
                          retort.toml:7:1: 'revision_formt' is not a setting; the nearest is 'revision_format'
                          retort.toml:8:1: 'revision_format' must be "java" or "sql", not 'yaml'""");
    }

    @Test
    void brokenTomlIsToldTogetherWithBadValues() {
        assertThatThrownBy(() -> load("""
                        url = "jdbc:h2:mem:x
                        nonsense = 1
                        history_table = "no"
                        """, Overrides.of(Map.of())))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("retort.toml:1:")
                .hasMessageContaining("retort.toml:2:1: 'nonsense' is not a setting")
                .hasMessageContaining("retort.toml:3:1: 'history_table' must be true or false without quotes");
    }

    @Test
    void variablesAreReplaced() throws IOException {
        Settings settings = load("""
                url = "jdbc:postgresql://${HOST:-localhost}:${PORT}/shop"
                username = "$${not a variable}"
                script_location = "${here}/m"
                """, Overrides.of(Map.of("PORT", "5433")));

        assertThat(settings.get(Setting.URL)).contains("jdbc:postgresql://localhost:5433/shop");
        assertThat(settings.get(Setting.USERNAME)).contains("${not a variable}");
        assertThat(settings.get(Setting.SCRIPT_LOCATION)).isEqualTo(folder.resolve("m"));
    }

    @Test
    void aMissingVariableIsToldWhenTheSettingIsNeeded() throws IOException {
        Settings settings = load("""
                url = "${DATABASE_URL}"
                password = "${DB_PASSWORD}"
                """, Overrides.of(Map.of()));

        assertThat(settings.get(Setting.VERSION_TABLE)).isEqualTo("alembic_version");
        assertThatThrownBy(() -> settings.get(Setting.URL))
                .isInstanceOf(RetortException.class)
                .hasMessage("""
                        retort.toml:1: 'url' needs the environment variable 'DATABASE_URL', which is not set
                        retort.toml:2: 'password' needs the environment variable 'DB_PASSWORD', which is not set""");
    }

    @Test
    void anUnclosedReferenceIsLocated() {
        assertThatThrownBy(() -> load("url = \"${DATABASE_URL\"", Overrides.of(Map.of())))
                .isInstanceOf(RetortException.class)
                .hasMessageStartingWith("retort.toml:1:1: 'url' holds '${'");
    }

    @Test
    void aNamedEnvironmentStandsAboveTheFile() throws IOException {
        String file = """
                url = "jdbc:h2:mem:one"
                version_table = "shop_version"
                [env.prod]
                url = "jdbc:h2:mem:two"
                """;
        Settings settings = load(file, Overrides.of(Map.of()).withEnvironmentName("prod"));

        assertThat(settings.get(Setting.URL)).contains("jdbc:h2:mem:two");
        assertThat(settings.origin(Setting.URL)).contains("retort.toml:4");
        assertThat(settings.get(Setting.VERSION_TABLE)).isEqualTo("shop_version");
        assertThatThrownBy(() -> load(file, Overrides.of(Map.of()).withEnvironmentName("prd")))
                .hasMessage("retort.toml: there is no environment 'prd'; the file has prod");
    }

    @Test
    void optionsStandAboveVariablesAboveTheFile() throws IOException {
        String file = "url = \"jdbc:h2:mem:file\"";
        Overrides variable = Overrides.of(Map.of("RETORT_URL", "jdbc:h2:mem:variable"));

        assertThat(load(file, variable).get(Setting.URL)).contains("jdbc:h2:mem:variable");
        assertThat(load(file, variable.with(Setting.URL, "jdbc:h2:mem:option")).get(Setting.URL))
                .contains("jdbc:h2:mem:option");
        assertThat(load(file, variable).origin(Setting.URL)).contains("RETORT_URL");
    }

    @Test
    void severalDatabasesHaveSettingsOfTheirOwn() throws IOException {
        String file = """
                databases = ["main", "audit"]
                [env.main]
                url = "jdbc:h2:mem:main"
                [env.audit]
                url = "jdbc:h2:mem:audit"
                """;
        assertThat(load(file, Overrides.of(Map.of())).databases())
                .extracting(settings -> settings.get(Setting.URL).orElse(""))
                .containsExactly("jdbc:h2:mem:main", "jdbc:h2:mem:audit");
        assertThat(load(file, Overrides.of(Map.of()).withEnvironmentName("audit"))
                        .databases())
                .isEmpty();
        assertThatThrownBy(() -> load("databases = [\"main\"]", Overrides.of(Map.of())))
                .hasMessage("retort.toml:1:14: there is no environment 'main': the file has no [env.NAME] table");
        assertThatThrownBy(() -> load("databases = [\"main\", \"main\"]\n[env.main]", Overrides.of(Map.of())))
                .hasMessage("retort.toml:1:22: 'databases' names 'main' twice");
    }

    @Test
    void allMistakesInsideOneSettingAreTold() {
        assertThatThrownBy(() -> load("""
                        include = [1, "a", true]
                        model_properties = { a = [], b = 1.5 }
                        [[post_write_hooks]]
                        name = 1
                        exec = "y"
                        [[post_write_hooks]]
                        name = "x"
                        type = "shell"
                        executable = "y"
                        options = [2, "a"]
                        cwd = ""
                        """, Overrides.of(Map.of()))).hasMessage("""
                        'retort.toml' has 10 problems:
                          retort.toml:1:12: 'include' must be a string in quotes, not an integer
                          retort.toml:1:20: 'include' must be a string in quotes, not a boolean
                          retort.toml:2:22: 'model_properties' must be a string in quotes, not an array
                          retort.toml:2:30: 'model_properties' must be a string in quotes, not a float
                          retort.toml:3:1: 'post_write_hooks' lacks 'executable'
                          retort.toml:4:1: 'post_write_hooks' must be a string in quotes, not an integer
                          retort.toml:5:1: 'post_write_hooks' has no key 'exec'; the keys are name, type, executable, options, cwd
                          retort.toml:8:1: 'post_write_hooks' has the type 'shell'; only "exec" is known
                          retort.toml:10:12: 'post_write_hooks' must be a string in quotes, not an integer
                          retort.toml:11:1: 'post_write_hooks' must not be empty""".stripIndent());
    }

    @Test
    void theFileIsFoundByOptionVariableOrName() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other")).resolve("my.toml");
        Files.writeString(other, "script_location = \"here\"");
        Settings byOption = Settings.load(folder, Overrides.of(Map.of()).withConfigFile(Path.of("other/my.toml")));
        Settings byVariable = Settings.load(folder, Overrides.of(Map.of("RETORT_CONFIG", "other/my.toml")));

        assertThat(byOption.get(Setting.SCRIPT_LOCATION)).isEqualTo(folder.resolve("other/here"));
        assertThat(byVariable.file()).contains(other);
        assertThatThrownBy(() -> Settings.load(folder, Overrides.of(Map.of())))
                .isInstanceOfSatisfying(RetortException.class, e -> {
                    assertThat(e).hasMessage("There is no configuration file 'retort.toml'");
                    assertThat(e.hint()).contains("retort init");
                });
        assertThat(Settings.loadOrDefaults(folder, Overrides.of(Map.of())).file())
                .isEqualTo(Optional.empty());
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(folder.resolve("retort.toml"), new byte[] {'#', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> Settings.load(folder, Overrides.of(Map.of())))
                .hasMessage("'retort.toml' is not UTF-8 text");
    }

    @Test
    void hooksAreReadFromTables() throws IOException {
        Settings settings = load("""
                [[post_write_hooks]]
                name = "format"
                type = "exec"
                executable = "fmt"
                options = ["-w", "REVISION_SCRIPT_FILENAME"]
                cwd = "tools"
                """, Overrides.of(Map.of()));

        PostWriteHook hook = settings.get(Setting.POST_WRITE_HOOKS).get(0);
        assertThat(hook.workingDirectory()).isEqualTo(folder.resolve("tools"));
        assertThat(hook.commandLine(Path.of("a b.java"))).containsExactly("fmt", "-w", "a b.java");
        assertThat(new PostWriteHook("x", "fmt", List.of("-w"), folder).commandLine(Path.of("a")))
                .containsExactly("fmt", "a", "-w");
        assertThatThrownBy(() -> load("[[post_write_hooks]]\nname = \"x\"\nexec = \"y\"", Overrides.of(Map.of())))
                .hasMessageContaining("retort.toml:3:1: 'post_write_hooks' has no key 'exec'");
    }

    @Test
    void passwordsAreNotShown() throws IOException {
        Settings settings = load("""
                url = "jdbc:postgresql://u:hunter2@h/db?password=hunter2"
                password = "hunter2"
                """, Overrides.of(Map.of("X", "hunter2")).with(Setting.USERNAME, "hunter2"));

        assertThat(settings.toString()).contains("password=****").contains("u:****@h");
        assertThat(settings.toString().replace("username=hunter2", "")).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://u:s3cret@h/d | jdbc:postgresql://u:****@h/d",
                "jdbc:postgresql://h/d?user=u&password=s3cret&ssl=true | jdbc:postgresql://h/d?user=u&password=****&ssl=true",
                "jdbc:h2:file:./x;USER=sa;PASSWORD=s3cret;MODE=Oracle | jdbc:h2:file:./x;USER=sa;PASSWORD=****;MODE=Oracle",
                "jdbc:sqlserver://h;password={s3;c}}ret};encrypt=true | jdbc:sqlserver://h;password=****;encrypt=true",
                "jdbc:mariadb://u:p@ss@h:3306/d | jdbc:mariadb://u:****@h:3306/d",
                "jdbc:oracle:thin:scott/tiger@h:1521:x | jdbc:oracle:thin:scott/****@h:1521:x",
                "jdbc:postgresql://h/d?sslpassword=s3cret | jdbc:postgresql://h/d?sslpassword=****",
                "jdbc:mysql://address=(host=h)(password=s3cret)/d | jdbc:mysql://address=(host=h)(password=****)/d",
                "jdbc:sqlite:/tmp/a@b.db | jdbc:sqlite:/tmp/a@b.db",
            })
    void urlsAreShownWithoutPasswords(String url, String shown) {
        assertThat(RedactedUrl.of(url)).isEqualTo(shown);
    }

    @Test
    void aTextWhosePasswordsAreHiddenStaysAsItIs() {
        String message = "Cannot connect to 'jdbc:mariadb://h/d?user=u&password=****'\n  database: no";

        assertThat(RedactedUrl.of(message)).isEqualTo(message);
    }

    private Settings load(String toml, Overrides overrides) throws IOException {
        Files.writeString(folder.resolve("retort.toml"), toml);
        return Settings.load(folder, overrides);
    }
}
