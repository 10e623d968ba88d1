package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.retort.RetortException;

class EditorTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "vim                   | vim",
                "code  --wait -n       | code;--wait;-n",
                "'/my ed/e' -w         | /my ed/e;-w",
                "\"/my ed/e\" -w       | /my ed/e;-w",
                "/my\\ ed/e -w         | /my ed/e;-w",
                "e -c 'set \"x\\y\"'   | e;-c;set \"x\\y\"",
                "e \"a\\\"b\\\\c\\d\"  | e;a\"b\\c\\d",
                "e --x='a b'c ''       | e;--x=a bc;",
                "e tail\\              | e;tail\\",
            })
    void aCommandLineIsCutAsAShellDoes(String text, String words) {
        assertThat(ShellWords.of(text, true)).containsExactly(words.split(";", -1));
    }

    @Test
    void backslashesBetweenFoldersAreKept() {
        assertThat(ShellWords.of("\"C:\\my ed\\e.exe\" -w C:\\x", false))
                .containsExactly("C:\\my ed\\e.exe", "-w", "C:\\x");
    }

    @Test
    void aQuoteThatIsNotClosedIsToldWithItsVariable() {
        assertThatThrownBy(() -> Editor.find(Map.of("VISUAL", "'/my ed/e -w")))
                .isInstanceOfSatisfying(
                        RetortException.class,
                        e -> assertThat(e.hint()).isEqualTo("close it in the environment variable VISUAL"))
                .hasMessage("A quote is not closed in the command of the editor: '/my ed/e -w");
    }

    @Test
    void aProgramWhosePathHasBlanksIsRunAsItIsOrQuoted() {
        Path program = program("my ed/e", "#!/bin/sh\nprintf '%s,' \"$@\"\n");
        Path file = folder.resolve("a file");

        assertThat(printed(program.toString(), file)).isEqualTo(file + ",");
        assertThat(printed("'" + program + "' -w", file)).isEqualTo("-w," + file + ",");
    }

    @Test
    void anEditorThatCannotBeRunIsToldWithoutJavasWords() {
        Path notAProgram = folder.resolve("text");
        CommandLineRun.write(folder, "text", "");
        for (String command : List.of("no-such-editor", notAProgram.toString())) {
            assertThatThrownBy(() -> printed(command, folder.resolve("file")))
                    .hasMessage("The editor '" + command + "' cannot be found, or cannot be run");
        }
        Path failing = program("failing", "#!/bin/sh\nexit 9\n");
        assertThatThrownBy(() -> printed(failing.toString(), folder.resolve("file")))
                .hasMessage("The editor '" + failing + "' failed: it exited with 9");
    }

    private String printed(String command, Path file) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Editor.find(Map.of("EDITOR", command)).open(file, folder, output);
        return output.toString(StandardCharsets.UTF_8);
    }

    private Path program(String name, String text) {
        CommandLineRun.write(folder, name, text);
        Path program = folder.resolve(name);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
