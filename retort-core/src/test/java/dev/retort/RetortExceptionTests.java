package dev.retort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetortExceptionTests {

    @TempDir
    private Path folder;

    @Test
    void whatTheSystemRefusesIsToldInPlainWords() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(reason(() -> Files.readString(folder.resolve("other"))))
                .isEqualTo("there is no '%s'".formatted(folder.resolve("other")));
        assertThat(reason(() -> Files.createFile(file))).isEqualTo("'%s' is there already".formatted(file));
        assertThat(reason(() -> Files.newDirectoryStream(file))).isEqualTo("'%s' is not a folder".formatted(file));
        assertThat(reason(() -> Files.readString(folder))).isEqualTo("Is a directory");
        assertThat(reason(() -> Files.readString(file.resolve("inside")))).isEqualTo("Not a directory");
    }

    @Test
    void soIsWhatTakesAnotherUserOrAFullDisk() {
        assertThat(RetortException.reason(new AccessDeniedException("/etc/.retort-1.tmp")))
                .isEqualTo("permission denied");
        assertThat(RetortException.reason(new FileSystemException("x", null, "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(RetortException.reason(new ClosedChannelException())).isEqualTo("the system does not say why");
    }

    private static String reason(ThrowingCallable refused) {
        return RetortException.reason(catchThrowableOfType(IOException.class, refused));
    }
}
