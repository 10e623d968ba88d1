package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.retort.revision.RevisionHeader;

/** Folders of so many files that their states are asked for by two threads, from what is remembered of them. */
class RevisionFilesTests {

    private static final int MANY = 600;

    @TempDir
    Path root;

    private ScriptFolder folder;

    @BeforeEach
    void writeManyFiles() throws IOException {
        folder = ScriptFolder.in(root);
        for (int i = 0; i < MANY; i++) {
            sql("r" + i, "r" + i);
        }
    }

    @Test
    void knownFilesAreNotOpenedWhateverTheirNamesHold() throws IOException {
        sql("what?", "q1");
        sql("straße", "q2");
        sql("a\nb", "q3");
        assertThat(opened()).isEqualTo(MANY + 3);
        assertThat(opened()).isZero();
        assertThat(folder.open().headers()).extracting(RevisionHeader::id).contains("q1", "q2", "q3", "r0", "r599");
    }

    @Test
    void aFileInThePlaceOfAnotherIsNoticed() throws IOException {
        assertThat(opened()).isEqualTo(MANY);
        Files.delete(file("r17"));
        sql("x17", "x17");
        assertThat(opened()).isEqualTo(1);
        assertThat(folder.open().headers())
                .extracting(RevisionHeader::id)
                .hasSize(MANY)
                .contains("x17")
                .doesNotContain("r17");
    }

    @Test
    void aFileThatGrewOrShrankOrWasTouchedIsOpenedAgain() throws IOException {
        assertThat(opened()).isEqualTo(MANY);
        Files.writeString(file("r3"), "-- revision: r3\n-- message: more\n-- upgrade\n");
        Files.setLastModifiedTime(file("r4"), Files.getLastModifiedTime(file("r5")));
        assertThat(opened()).isBetween(1, 2);
        assertThat(folder.open().headers()).extracting(RevisionHeader::message).contains("more");
    }

    @Test
    void filesThatAreGoneAreForgotten() throws IOException {
        assertThat(opened()).isEqualTo(MANY);
        try (Stream<Path> files = Files.list(root.resolve("migrations/versions"))) {
            for (Path file : files.limit(MANY - 1).toList()) {
                Files.delete(file);
            }
        }
        assertThat(folder.open().headers()).hasSize(1);
        assertThat(opened()).isZero();
    }

    @Test
    void aLinkThatLeadsNowhereFromNowOnIsNoRevisionAnyMore() throws IOException {
        Path target = Files.move(file("r8"), root.resolve("elsewhere.sql"));
        Files.createSymbolicLink(file("r8"), target);
        assertThat(folder.open().headers()).hasSize(MANY);
        Files.delete(target);
        assertThat(folder.open().headers()).hasSize(MANY - 1);
        assertThat(folder.open().heads()).hasSize(MANY - 1);
    }

    private Path file(String name) {
        return root.resolve("migrations/versions/" + name + ".sql");
    }

    private void sql(String name, String id) throws IOException {
        folder.file(name + ".sql", "-- revision: " + id + "\n-- upgrade\n");
    }

    private int opened() {
        ScriptDirectory scripts = folder.open();
        scripts.headers();
        return scripts.openedFiles();
    }
}
