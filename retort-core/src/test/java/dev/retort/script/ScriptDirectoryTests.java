package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.RetortException;
import dev.retort.migration.Operations;
import dev.retort.revision.RevisionDetail;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;

class ScriptDirectoryTests {

    @TempDir
    Path root;

    private ScriptFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = ScriptFolder.in(root);
    }

    @Test
    void headersOfBothFormatsMakeOneHistory() throws IOException {
        folder.revision("A1", "a1", "");
        folder.file(
                "b2.sql",
                "-- revision: b2\n-- down_revision: a1\n-- message: more, and more\n\n-- upgrade\nSELECT 1;\n");
        folder.file("Names.java", "class Names {}");
        folder.file(".hidden.sql", "junk");
        folder.file("b2.sql~", "junk");
        folder.file("package-info.java", "/** x */");
        ScriptDirectory scripts = folder.open();

        assertThat(scripts.headers())
                .extracting(RevisionHeader::origin)
                .containsExactly("migrations/versions/A1.java:3", "migrations/versions/b2.sql:1");
        assertThat(scripts.headers().get(1).message()).isEqualTo("more, and more");
        assertThat(scripts.headers().get(1).downRevisions()).containsExactly("a1");
        assertThat(scripts.file("a1")).hasFileName("A1.java");
        assertThatThrownBy(() -> scripts.file("c3")).hasMessageStartingWith("There is no revision 'c3'");
    }

    @Test
    void aNulWouldCutAStatementOffAndIsRefusedWithItsLine() throws IOException {
        folder.file("a.sql", "-- revision: aaaa\n\n-- upgrade\nDELETE FROM t WHERE x = 1\0 AND y = 2;\n");

        assertThatThrownBy(() -> folder.load("aaaa"))
                .isInstanceOf(RetortException.class)
                .hasMessage("migrations/versions/a.sql:4: the file holds a NUL character");
    }

    @Test
    void aLinkToAFolderAboveIsNamedWhereFoldersBelowAreLookedAt() throws IOException {
        folder.file("a.sql", "-- revision: aaaa\n");
        Path link = Files.createSymbolicLink(root.resolve("migrations/versions/back"), root.resolve("migrations"));

        folder.toml("recursive_version_locations = true");
        assertThatThrownBy(() -> folder.open().headers())
                .isInstanceOf(RetortException.class)
                .hasMessage("The link '%s' in a version location leads back to a folder it is in"
                        .formatted(link.resolve("versions")));
    }

    @Test
    void everythingWrongWithHeadersIsToldTogether() throws IOException {
        folder.file("a.sql", "SELECT 1;");
        folder.file("b.sql", "-- revison: x\n");
        folder.file("B.java", "\n@Revision(id = X) class B {}");
        Files.write(folder.file("c.sql", ""), new byte[] {'-', '-', '\n', '-', (byte) 0xFF});

        assertThatThrownBy(() -> folder.open().headers())
                .isInstanceOf(RetortException.class)
                .hasMessage("""
                        Cannot read the revisions: 4 problems
                          migrations/versions/B.java:2: 'id' in @Revision is not a string literal
                          migrations/versions/a.sql:1: the file does not say which revision it is
                          migrations/versions/b.sql:1: '-- revison:' is not a line of the header
                          migrations/versions/c.sql:2: the file is not UTF-8 text""");
    }

    @Test
    void whatIsWrongWithTheHistoryIsToldTogetherWithTheFilesThatCannotBeRead() throws IOException {
        folder.file("a1_one.sql", "-- revison: a1\n-- upgrade\n");
        folder.file("b2_two.sql", "-- revision: b2\n-- down_revision: a1\n-- upgrade\n");
        folder.file("c3_three.sql", "-- revision: c3\n-- down_revision: zz\n-- upgrade\n");
        folder.file("d4.sql", "-- revision: c3\n-- upgrade\n");

        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> folder.open().graph())
                    .isInstanceOf(RetortException.class)
                    .hasMessage("""
                            Cannot read the revisions: 3 problems
                              migrations/versions/a1_one.sql:1: '-- revison:' is not a line of the header
                              migrations/versions/c3_three.sql:1, migrations/versions/d4.sql:1: two revisions have the id 'c3'
                              migrations/versions/c3_three.sql:1: revision 'c3' has the parent 'zz', which no file has""");
        }
    }

    @Test
    void ofTwoNamesOfOneRevisionTheLinkIsToBeRemoved() throws IOException {
        Path file = folder.file("m.sql", "-- revision: aaaa\n-- branch_labels: shop\n-- upgrade\n");
        Path link = Files.createSymbolicLink(file.resolveSibling("z.sql"), Path.of("m.sql"));
        assertDuplicate("'migrations/versions/z.sql' is a link to 'migrations/versions/m.sql': remove the link");
        Files.move(link, file.resolveSibling("a.sql"));
        assertDuplicate("'migrations/versions/a.sql' is a link to 'migrations/versions/m.sql': remove the link");
        Files.delete(file.resolveSibling("a.sql"));
        Files.createLink(link, file);
        assertDuplicate("both are names of one file: remove one of them");
        Files.delete(link);
        Files.copy(file, link);
        assertDuplicate("give one of them another id, in its header and in the headers that name it");
    }

    private void assertDuplicate(String hint) {
        assertThatThrownBy(() -> folder.open().graph())
                .isInstanceOfSatisfying(
                        RetortException.class, e -> assertThat(e.hint()).isEqualTo(hint))
                .hasMessageContaining("two revisions have the id 'aaaa'");
    }

    @Test
    void unchangedFilesAreNotOpenedAgain() throws IOException {
        folder.revision("A1", "a1", "");
        folder.file("b2.sql", "-- revision: b2\n-- upgrade\n");
        folder.file("Names.java", "class Names {}");
        assertThat(opened(folder.open())).isEqualTo(3);
        assertThat(opened(folder.open())).isZero();

        List<RevisionHeader> before = folder.open().headers();
        folder.file("b2.sql", "-- revision: b2\n-- message: changed\n-- upgrade\n");
        ScriptDirectory changed = folder.open();
        assertThat(opened(changed)).isEqualTo(1);
        assertThat(changed.headers()).isNotEqualTo(before);

        try (Stream<Path> caches = Files.list(root.resolve("cache/headers"))) {
            Files.writeString(caches.findFirst().orElseThrow(), "damaged");
        }
        assertThat(opened(folder.open())).isEqualTo(3);
    }

    @Test
    void tenThousandFilesAreReadInWellUnderASecondAndThenFromTheCache() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            folder.revision("R" + i, "r" + i, "op.execute(\"x\");");
        }
        Instant start = Instant.now();
        assertThat(folder.open().headers()).hasSize(10_000);
        Duration cold = Duration.between(start, Instant.now());
        start = Instant.now();
        ScriptDirectory second = folder.open();
        assertThat(second.headers()).hasSize(10_000);
        Duration cached = Duration.between(start, Instant.now());

        assertThat(second.openedFiles()).isZero();
        assertThat(cached).isLessThan(cold);
    }

    @Test
    void headsAreRememberedAsTheHistoryShowsThem() throws IOException {
        ScriptFolder folder = ScriptFolder.in(root).toml("recursive_version_locations = true\n");
        folder.file("a.sql", "-- revision: a\n-- branch_labels: shop\n\n-- upgrade\n");
        folder.file("deep/b.sql", "-- revision: b\n-- down_revision: a\n-- message: äöü, €\n\n-- upgrade\n");
        folder.file("c.sql", "-- revision: c\n-- down_revision: a\n-- depends_on: y\n\n-- upgrade\n");
        folder.file("m.sql", "-- revision: m\n-- down_revision: b, c\n-- branch_labels: all\n\n-- upgrade\n");
        folder.file("x.sql", "-- revision: x\n\n-- upgrade\n");
        folder.file("y.sql", "-- revision: y\n-- down_revision: x\n-- created: 2026-01-01\n\n-- upgrade\n");
        folder.file("Names.java", "class Names {}");
        List<RevisionDetail> read = details(folder.open().graph());
        assertThat(read).extracting(RevisionDetail::effectiveHead).containsExactly(false, true);

        ScriptDirectory again = folder.open();
        assertThat(again.heads()).isEqualTo(read);
        assertThat(opened(again)).isZero();
        assertThat(details(again.graph())).isEqualTo(read);

        folder.file("z.sql", "-- revision: z\n-- down_revision: y\n\n-- upgrade\n");
        assertThat(folder.open().heads()).isEqualTo(details(folder.open().graph()));
        assertThat(folder.open().heads()).extracting(head -> head.header().id()).containsExactly("m", "z");
    }

    @Test
    void headsAreNotRememberedWhereTheHistoryIsBrokenOrAFileMayStillChangeUnseen() throws IOException {
        folder.file("a.sql", "-- revision: a\n-- upgrade\n");
        folder.file("b.sql", "-- revision: b\n-- down_revision: gone\n-- upgrade\n");
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> folder.open().heads()).hasMessageContaining("'gone', which no file has");
        }
        Path file = folder.file("b.sql", "-- revision: b\n-- down_revision: a\n-- upgrade\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(folder.open().heads()).extracting(head -> head.header().id()).containsExactly("b");
        assertThat(opened(folder.open())).isEqualTo(1);
    }

    @Test
    void filesOfOneNameInSeveralLocationsAreRememberedApart() throws IOException {
        ScriptFolder folder = ScriptFolder.in(root)
                .toml("version_locations = [\"migrations/versions/one\", \"migrations/versions/two\"]\n");
        folder.file("one/first.sql", "-- revision: a\n-- upgrade\n");
        folder.file("two/first.sql", "-- revision: b\n-- upgrade\n");
        folder.file("two/next.sql", "-- revision: c\n-- down_revision: b\n-- upgrade\n");
        assertThat(opened(folder.open())).isEqualTo(3);
        folder.file("two/next.sql", "-- revision: c\n-- down_revision: a\n-- upgrade\n");

        ScriptDirectory changed = folder.open();
        assertThat(changed.heads()).extracting(head -> head.header().id()).containsExactly("b", "c");
        assertThat(opened(changed)).isEqualTo(1);
    }

    @Test
    void whatIsNoFileAmongManyIsLeftOut() throws IOException {
        for (int i = 0; i < 600; i++) {
            folder.file("r" + i + ".sql", "-- revision: r" + i + "\n-- upgrade\n");
        }
        Path versions = root.resolve("migrations/versions");
        Files.createDirectory(versions.resolve("folder.sql"));
        Files.createSymbolicLink(versions.resolve("nowhere.sql"), versions.resolve("gone"));
        Files.createSymbolicLink(
                versions.resolve("again.java"), Files.writeString(root.resolve("T.java"), "class T {}"));
        assertThat(folder.open().headers()).hasSize(600);
        assertThat(folder.open().heads()).hasSize(600);
    }

    @Test
    void locationsBelowTheWorkingDirectoryAreAskedForByAShortPath() {
        Path here = Path.of("").toAbsolutePath();
        assertThat(VersionLocation.of(0, here.resolve("migrations/versions")).shortest())
                .isEqualTo(Path.of("migrations/versions"));
        for (Path other : List.of(here, here.resolveSibling("other"), here.getRoot())) {
            assertThat(VersionLocation.of(0, other).shortest()).isEqualTo(other);
        }
    }

    private static List<RevisionDetail> details(RevisionGraph graph) {
        return graph.heads().stream().map(head -> graph.detail(head.id())).toList();
    }

    @Test
    void aCacheThatCannotBeWrittenIsDoneWithout() throws IOException {
        Files.writeString(root.resolve("cache"), "a file, not a folder");
        folder.revision("A1", "a1", "op.execute(\"x\");");
        assertThat(folder.open().headers()).hasSize(1);
        assertThat(folder.load("a1")).isInstanceOf(JavaRevision.class);
    }

    @Test
    void sqlRevisionsAreCutIntoSections() throws IOException {
        folder.file(
                "a.sql",
                "-- revision: a\r\n\r\n-- upgrade\r\nCREATE TABLE x;\r\n-- upgrade PostgreSQL\r\n  y;\r\n-- downgrade\r\nz;");
        SqlRevision revision = (SqlRevision) folder.load("a");

        assertThat(revision.sections())
                .containsExactly(
                        new SqlSection(false, Optional.empty(), "-- upgrade\r\n", "CREATE TABLE x;\r\n", 4),
                        new SqlSection(false, Optional.of("postgresql"), "-- upgrade PostgreSQL\r\n", "  y;\r\n", 6),
                        new SqlSection(true, Optional.empty(), "-- downgrade\r\n", "z;", 8));
        assertThat(revision.upgrade("postgresql").orElseThrow().firstLine()).isEqualTo(6);
        assertThat(revision.upgrade("h2").orElseThrow().firstLine()).isEqualTo(4);
        assertThatThrownBy(() -> revision.requireDialects(List.of("h2", "sqlite")))
                .hasMessage("migrations/versions/a.sql:5: section 'upgrade postgresql' is for a dialect that does not"
                        + " exist");
    }

    @Test
    void badSectionsAreLocated() throws IOException {
        folder.file("a.sql", "-- revision: a\nDROP x;\n-- upgrade\n-- upgarde h2\n-- upgrade\n-- update it\n");
        folder.file("b.sql", "-- revision: b\n-- downgrade\nx;\n/* no heading:\n-- upgrade? */\n");
        ScriptDirectory scripts = folder.open();

        assertThatThrownBy(() -> scripts.load(List.of("a", "b"), ProjectClassPath.none()))
                .hasMessage("""
                        Cannot load the revisions: 5 problems
                          migrations/versions/a.sql:2: 'DROP x;' stands above the first section
                          migrations/versions/a.sql:4: '-- upgarde h2' is not a section
                          migrations/versions/a.sql:3: section 'upgrade' stands twice
                          migrations/versions/a.sql:5: section 'upgrade' stands twice
                          migrations/versions/b.sql: the file has no '-- upgrade' section""");
    }

    @Test
    void aFileWithoutUpgradeIsRefusedWhenItsHeadIsRead() throws IOException {
        folder.file("a.sql", "-- revision: a\n\nCREATE TABLE x (i int);\n");
        folder.file("b.sql", "-- Copyright\n-- revision: b\n-- downgrade\nx;\n");
        ScriptDirectory scripts = folder.open();

        assertThatThrownBy(scripts::headers).hasMessage("""
                        Cannot read the revisions: 2 problems
                          migrations/versions/a.sql:1: the file has no '-- upgrade' section
                          migrations/versions/b.sql:2: the file has no '-- upgrade' section""");
    }

    @Test
    void aMissingDowngradeIsKnown() throws IOException {
        folder.file("a.sql", "-- revision: a\n-- upgrade\nx;\n");
        assertThat(((SqlRevision) folder.load("a")).downgrade("h2")).isEmpty();
    }

    @Test
    void anEditedEnvIsCompiledAndAnUneditedOneIsNot() throws IOException {
        Path env = root.resolve("migrations/Env.java");
        String shipped = Template.resource("shared/Env.java");
        assertThat(folder.open().loadEnv(ProjectClassPath.none())).isEmpty();
        Files.writeString(env, shipped.replace("\n", "\r\n"));
        assertThat(folder.open().loadEnv(ProjectClassPath.none())).isEmpty();
        assertThat(root.resolve("cache/classes")).doesNotExist();

        Files.writeString(env, shipped + "\n");
        assertThat(folder.open().loadEnv(ProjectClassPath.none()))
                .get()
                .isInstanceOf(dev.retort.environment.Environment.class);
        Files.writeString(env, shipped.replace("{@code", "").replace("public void configure", "public int configure"));
        assertThatThrownBy(() -> folder.open().loadEnv(ProjectClassPath.none()))
                .hasMessageContaining("migrations/Env.java:");
    }

    @Test
    void aMissingDirectoryIsNamed() throws IOException {
        folder.toml("script_location = \"elsewhere\"");
        assertThatThrownBy(() -> folder.open())
                .isInstanceOfSatisfying(
                        RetortException.class,
                        e -> assertThat(e.hint())
                                .isEqualTo(
                                        "run 'retort init elsewhere' to make one, or correct script_location in retort.toml:1"))
                .hasMessage("There is no script directory 'elsewhere'");
    }

    @Test
    void severalLocationsAreReadAndNewRevisionsGoToTheirParent() throws IOException {
        folder.toml("version_locations = [\"migrations/versions\", \"billing\"]");
        Files.createDirectories(root.resolve("billing/deep"));
        Files.writeString(root.resolve("billing/a.sql"), "-- revision: a1\n-- upgrade\n");
        Files.writeString(root.resolve("billing/deep/b.sql"), "-- revision: b1\n-- upgrade\n");
        ScriptDirectory scripts = folder.open();

        assertThat(scripts.headers()).extracting(RevisionHeader::id).containsExactly("a1");
        assertThat(scripts.write(NewRevision.of("c1", Optional.of("x"), List.of("a1"))))
                .isEqualTo(root.resolve("billing/c1_x.java"));
        assertThatThrownBy(() -> scripts.write(NewRevision.of("d1", Optional.of("x"), List.of())))
                .hasMessageStartingWith("There are several version locations");
        assertThat(scripts.write(
                        NewRevision.of("d1", Optional.of("x"), List.of()).withVersionPath(Path.of("billing"))))
                .isEqualTo(root.resolve("billing/d1_x.java"));
        assertThatThrownBy(() -> scripts.write(
                        NewRevision.of("e1", Optional.of("x"), List.of()).withVersionPath(Path.of("nowhere"))))
                .hasMessage("'nowhere' is not one of the version locations");
        folder.toml("version_locations = [\"billing\"]\nrecursive_version_locations = true");
        assertThat(folder.open().headers()).extracting(RevisionHeader::id).contains("a1", "b1");
    }

    @Test
    void migrationsOfLoadedRevisionsRun() throws IOException {
        folder.revision("A1", "a1", "op.execute(\"SELECT 1\");");
        Operations op = new Operations("A1");
        ((JavaRevision) folder.load("a1")).migration().upgrade(op);
        assertThat(op.noted()).hasSize(1);
    }

    private static int opened(ScriptDirectory scripts) {
        assertThat(scripts.headers()).isNotNull();
        return scripts.openedFiles();
    }

    @Test
    void aFileThatEndsInsideItsHeaderIsToldOfWithAllOthersThatCannotBeRead() throws IOException {
        ScriptFolder folder = ScriptFolder.in(root);
        folder.file("a.sql", "-- revision: a\n-- message: whole\n\n-- upgrade\n");
        folder.file("b.sql", "-- revision: b\n");
        folder.file("c.sql", "-- revision: c\n-- down_revision: b\n-- created: 2026-01-01 10:00:00\n-- mess");
        folder.file("d.sql", "SELECT 1;\n");

        assertThatThrownBy(() -> folder.open().graph())
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Cannot read the revisions: 3 problems")
                .hasMessageContaining("b.sql:1: the file ends inside its header: there is no '-- upgrade' section")
                .hasMessageContaining("c.sql:4: the file ends inside its header: there is no '-- upgrade' section")
                .hasMessageContaining("d.sql:1: the file does not say which revision it is");
    }

    @Test
    void sqlThatIsNotKeptIsReadAgainUnlessItsFileWasChanged() throws IOException {
        ScriptFolder folder = ScriptFolder.in(root);
        folder.file("a.sql", "-- revision: a\n\n-- upgrade\nSELECT 1;\n");
        folder.file("b.sql", "-- revision: b\n-- down_revision: a\n\n-- upgrade\nSELECT 2;\n");
        Path last = folder.file("c.sql", "-- revision: c\n-- down_revision: b\n\n-- upgrade\nSELECT 3;\n");

        RevisionCodes codes = folder.open().prepare(List.of("a", "b", "c"), ProjectClassPath.none(), 60, 1);

        assertThat(codes.held()).isEqualTo(1);
        assertThat(codes.code("a")).isSameAs(codes.code("a"));
        assertThat(((SqlRevision) codes.code("b")).upgrade("h2").orElseThrow().text())
                .isEqualTo("SELECT 2;\n");
        assertThat(codes.held()).isEqualTo(1);
        folder.file("c.sql", "-- revision: c\n-- down_revision: b\n\n-- upgrade\nSELECT 4;\n");
        assertThatThrownBy(() -> codes.code("c"))
                .hasMessage("'migrations/versions/c.sql' was changed while the run went on");
        Files.delete(last);
        assertThatThrownBy(() -> codes.code("c")).hasMessageContaining("c.sql:1: the file cannot be read");
    }

    @Test
    void classesThatAreNotKeptAreLoadedAgainUnlessTheirFileWasChanged() throws IOException {
        ScriptFolder folder = ScriptFolder.in(root);
        List<String> ids = List.of("a", "b", "c");
        for (String id : ids) {
            folder.file("R" + id + ".java", javaRevision(id, ""));
        }

        RevisionCodes codes = folder.open().prepare(ids, ProjectClassPath.none(), 0, 1);

        assertThat(codes.held()).isEqualTo(1);
        assertThat(codes.isSql("b")).isFalse();
        assertThat(codes.held()).isEqualTo(1);
        assertThat(codes.code("b")).isInstanceOf(JavaRevision.class).isSameAs(codes.code("b"));
        assertThat(codes.held()).isEqualTo(3);
        ids.subList(0, 2).forEach(codes::forget);
        assertThat(codes.held()).isEqualTo(1);

        RevisionCodes changed = folder.open().prepare(ids, ProjectClassPath.none(), 0, 0);
        folder.file("Rc.java", javaRevision("c", "// another"));
        assertThatThrownBy(() -> changed.code("c"))
                .hasMessage("'migrations/versions/Rc.java' was changed while the run went on");
    }

    @Test
    void classesThatAreNotKeptAreLookedThroughAllTheSame() throws IOException {
        ScriptFolder folder = ScriptFolder.in(root);
        folder.file("Ra.java", javaRevision("a", ""));
        folder.file("Rb.java", javaRevision("b", "Rb(int i) {}"));
        folder.file("Rc.java", javaRevision("c", "Nowhere n;"));
        folder.file("Rd.java", javaRevision("d", "Rd(int i) {}"));

        assertThatThrownBy(() -> folder.open().prepare(List.of("a", "b", "d"), ProjectClassPath.none(), 0, 0))
                .hasMessageContaining("'Rb' has no public constructor without parameters")
                .hasMessageContaining("'Rd' has no public constructor without parameters");
        assertThatThrownBy(() -> folder.open().prepare(List.of("a", "c"), ProjectClassPath.none(), 0, 0))
                .hasMessageContaining("Rc.java:4: cannot find symbol");
    }

    private static String javaRevision(String id, String member) {
        return """
                import dev.retort.migration.*;
                @Revision(id = "%s")
                public class R%s implements Migration {
                    %s
                    public void upgrade(Operations op) {}
                }
                """.formatted(id, id, member);
    }

    @Test
    void sqlThatIsNotKeptIsLookedThroughAllTheSame() throws IOException {
        ScriptFolder folder = ScriptFolder.in(root);
        folder.file("a.sql", "-- revision: a\n\nSELECT 1;\n-- upgrade\n");
        folder.file("b.sql", "-- revision: b\n-- down_revision: a\n\n-- upgarde\n-- upgrade\n");

        assertThatThrownBy(() -> folder.open().prepare(List.of("a", "b"), ProjectClassPath.none(), 0, 0))
                .hasMessageContaining("Cannot load the revisions: 3 problems")
                .hasMessageContaining("a.sql:3: 'SELECT 1;' stands above the first section")
                .hasMessageContaining("b.sql:4: '-- upgarde' is not a section");
    }
}
