package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.retort.config.RevisionFormat;
import dev.retort.revision.RevisionHeader;

class RevisionWriterTests {

    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path root;

    private ScriptFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = ScriptFolder.in(root).toml("timezone = \"UTC\"");
    }

    @Test
    void aJavaRevisionIsWrittenAsTheTemplateSays() throws IOException {
        folder.file("p.sql", "-- revision: 1975ea83b712\n-- upgrade\n");
        NewRevision revision = revision("27c6a30d7c24", "add account table", List.of("1975ea83b712"))
                .withLinks(List.of("shop"), List.of("abc", "def"))
                .withCode(
                        List.of("op.createTable(\"account\",", "        column(\"id\", bigint()));"),
                        List.of("op.dropTable(\"account\");"),
                        List.of(
                                "static dev.retort.migration.Types.bigint",
                                "static dev.retort.migration.Definitions.column"));
        Path file = folder.open().write(revision);

        assertThat(file).hasFileName("Rev27c6a30d7c24_add_account_table.java");
        Golden.assertMatches("script-directory/revision.java", Files.readString(file));
        assertThat(folder.load("27c6a30d7c24")).isInstanceOf(JavaRevision.class);
    }

    @Test
    void anSqlRevisionIsWrittenAsTheTemplateSays() throws IOException {
        NewRevision revision = revision("27c6a30d7c24", "add account table", List.of())
                .withCode(List.of("CREATE TABLE account (id bigint);"), List.of("DROP TABLE account;"), List.of());
        Path file = folder.open().write(revision, RevisionFormat.SQL);

        assertThat(file).hasFileName("27c6a30d7c24_add_account_table.sql");
        Golden.assertMatches("script-directory/revision.sql", Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/ public class X { /*",
                "\\u002a/ \\u000a }",
                "\"quotes\" and 'quotes' and \\backslashes\\",
                "-- upgrade\n-- downgrade\nDROP TABLE x;",
                "emoji 🚀🚀 äöü 漢字",
                "class",
                "../../../etc/passwd",
                "a very long message that goes on and on and on far beyond what any file name should have to hold up to",
                "averylongwordwithoutanyspacethatgoesonandonandonforeverandever",
                "@since 1 {@link X} <b> &amp;",
                "",
                " \t ",
                "control \u0000 \u001b[31m \u2028 characters",
                "${message} $${x} %(rev)s %s",
            })
    void anyMessageGivesAFileThatCanBeReadAndRun(String message) throws IOException {
        ScriptDirectory scripts = folder.open();
        scripts.write(revision("a1", message, List.of()));
        scripts.write(
                revision("b1", message, List.of("a1")).withCode(List.of("SELECT 1;"), List.of(), List.of()),
                RevisionFormat.SQL);
        List<RevisionHeader> headers = folder.open().headers();
        String shown = message.replaceAll("[\\p{Cc}\u2028]", " ").strip();

        assertThat(headers).extracting(RevisionHeader::id).containsExactlyInAnyOrder("a1", "b1");
        assertThat(headers)
                .extracting(header -> header.message().replaceAll("\\s+", " "))
                .containsOnly(shown.isEmpty() ? "empty message" : shown.replaceAll("\\s+", " "));
        assertThat(folder.open().load(List.of("a1", "b1"), ProjectClassPath.none()))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "%(rev)s_%(slug)s | 40 | Add User's  e-mail! | ae10_add_user_s_e_mail",
                "%(slug)s | 10 | some long words here | some_long_",
                "%(slug)s | 4 | some long words | some_",
                "%(slug)s | 5 | some long words | some_",
                "%(slug)s | 5 | indivisible | indiv_",
                "%(slug)s | 11 | indivisible | indivisible",
                "%(year)d_%(month).2d_%(day)02d_%(hour)s-%(minute)2d-%(second)-3d_%(rev)s | 40 | x | 2026_01_02_3- 4-5  _ae10",
                "%(epoch)s%%%(rev).2s | 40 | x | 1767323045%ae",
                "%(year)d/%(month).2d/%(rev)s | 40 | x | 2026/01/ae10",
                "%(slug)s | 40 | Ünï cödé 漢字 | ünï_cödé_漢字",
            })
    void fileNamesFollowAlembicsTemplate(String template, int longest, String message, String name) {
        assertThat(new FileNameTemplate(template, "retort.toml:1", longest)
                        .name("ae10", message, CREATED.atZone(ZoneOffset.UTC)))
                .isEqualTo(name);
    }

    @Test
    void createDatesAreInTheZoneOfTheSettings() throws IOException {
        folder.toml("timezone = \"Europe/Berlin\"\nfile_template = \"%(hour)s_%(rev)s\"");
        Path file = folder.open().write(revision("a1", "x", List.of()));

        assertThat(file).hasFileName("Rev4_a1.java").content().contains("Create Date: 2026-01-02 04:04:05+01:00");
        assertThat(folder.open().headers().get(0).created()).isEqualTo("2026-01-02 04:04:05+01:00");
        folder.toml("");
        Path local = folder.open().write(revision("b1", "x", List.of()));
        assertThat(local)
                .content()
                .contains("Create Date: "
                        + CREATED.atZone(ZoneId.systemDefault())
                                .toLocalDateTime()
                                .toString()
                                .replace('T', ' ') + "\n");
    }

    @Test
    void templatesMakeFoldersAndNeverOverwrite() throws IOException {
        folder.toml(
                "file_template = \"%(year)d/%(slug)s\"\nrecursive_version_locations = true\nrevision_package = \"a.b\"");
        ScriptDirectory scripts = folder.open();
        Path file = scripts.write(revision("a1", "class", List.of()));

        assertThat(file).isEqualTo(root.resolve("migrations/versions/2026/Revclass.java"));
        assertThat(file).content().startsWith("package a.b;\n\nimport dev.retort.migration.Migration;\n");
        assertThatThrownBy(() -> scripts.write(revision("b1", "class", List.of())))
                .hasMessage("'migrations/versions/2026/Revclass.java' exists already and is not overwritten");
        assertThat(folder.load("a1")).isInstanceOf(JavaRevision.class);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void badTemplatesAndEncodingsAreTold() throws IOException {
        folder.toml("file_template = \"%(revision)s\"");
        assertThatThrownBy(() -> folder.open().write(revision("a1", "x", List.of())))
                .hasMessage("retort.toml:1: '%(revision)s' in file_template '%(revision)s' is not a token");
        folder.toml("file_template = \"../%(rev)s\"");
        assertThatThrownBy(() -> folder.open().write(revision("a1", "x", List.of())))
                .hasMessageContaining("is no place for a revision");
        folder.toml("output_encoding = \"us-ascii\"");
        assertThatThrownBy(() -> folder.open().write(revision("a1", "ä", List.of())))
                .hasMessageContaining("cannot be written in the encoding US-ASCII");
        folder.toml("truncate_slug_length = 1000");
        assertThatThrownBy(() -> folder.open().write(revision("a1", "x".repeat(500), List.of())))
                .hasMessageStartingWith("Cannot write 'migrations/versions/");
        try (Stream<Path> files = Files.list(root.resolve("migrations/versions"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void userTemplatesAreUsedAndTheirMistakesLocated() throws IOException {
        Path template = root.resolve("migrations/revision.sql.template");
        Files.writeString(template, "-- revision: ${revision}\n-- upgrade\n$${kept} ${nonsense}\n");
        ScriptDirectory scripts = folder.open();
        assertThatThrownBy(() -> scripts.write(revision("a1", "x", List.of()), RevisionFormat.SQL))
                .hasMessage("migrations/revision.sql.template:3: '${nonsense}' is not a placeholder");

        Files.writeString(template, "-- revision: ${revision}\n-- upgrade\n$${kept}\n    ${upgrade}\n");
        NewRevision revision = revision("a1", "x", List.of()).withCode(List.of("a;", "b;"), List.of(), List.of());
        assertThat(scripts.write(revision, RevisionFormat.SQL))
                .hasContent("-- revision: a1\n-- upgrade\n${kept}\n    a;\n    b;\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-b",
                "a@b",
                "a+b",
                "a:b",
                "a b",
                "a,b",
                "a\"b",
                "a/b",
                "a\\b",
                "a*b",
                ".a",
                "#a",
                "",
                "123456789012345678901234567890123"
            })
    void illegalIdsAreRefused(String id) {
        assertThatThrownBy(() -> revision(id, "x", List.of())).hasMessageContaining("'" + id + "'");
    }

    @Test
    void lettersOfAnyLanguageAndLabelsWithHyphensAreWrittenAndReadAgain() {
        ScriptDirectory scripts = folder.open();
        for (RevisionFormat format : RevisionFormat.values()) {
            for (String id : List.of("größe", "ветка", "分支", "it's", "a$b")) {
                scripts.write(
                        revision(format + id, "x", List.of()).withLinks(List.of("shop-cart." + format + id), List.of()),
                        format);
            }
        }
        assertThat(folder.open().graph().heads())
                .hasSize(10)
                .allSatisfy(head -> assertThat(head.branchLabels()).containsExactly("shop-cart." + head.id()));
    }

    @Test
    void generatedIdsHaveTwelveHexadecimalDigits() {
        assertThat(NewRevision.generateId()).matches("[0-9a-f]{12}").isNotEqualTo(NewRevision.generateId());
    }

    @Test
    void hooksRunOnTheFileAndAFailingOneKeepsIt() throws IOException {
        folder.toml("""
                [[post_write_hooks]]
                name = "shout"
                type = "exec"
                executable = "sh"
                options = ["-c", "echo done; echo changed >> \\"$0\\"", "REVISION_SCRIPT_FILENAME"]
                """);
        ScriptDirectory scripts = folder.open();
        Path file = scripts.write(revision("a1", "x", List.of()), RevisionFormat.SQL);
        assertThat(scripts.runHooks(file)).containsExactly(new HookResult("shout", "done\n"));
        assertThat(file).content().endsWith("changed\n");

        folder.toml("""
                [[post_write_hooks]]
                name = "fail"
                executable = "sh"
                options = ["-c", "echo reason >&2; exit 3", "REVISION_SCRIPT_FILENAME"]
                """);
        assertThatThrownBy(() -> folder.open().runHooks(file))
                .hasMessage("Post-write hook 'fail' ('sh') exits with status 3:\n  reason");
        folder.toml("[[post_write_hooks]]\nname = \"none\"\nexecutable = \"no-such-program\"");
        assertThatThrownBy(() -> folder.open().runHooks(file)).hasMessageContaining("cannot be started");
        assertThat(file).exists();
    }

    private static NewRevision revision(String id, String message, List<String> parents) {
        return new NewRevision(
                id,
                Optional.of(message),
                parents,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                CREATED);
    }
}
