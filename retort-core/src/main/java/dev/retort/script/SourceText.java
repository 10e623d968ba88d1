package dev.retort.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.retort.RetortException;

/** Reads the text of revision files, refusing what is not in their character set and what would be cut off unseen. */
final class SourceText {

    private SourceText() {}

    static String read(Path file, Charset charset) throws HeaderProblemException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new HeaderProblemException(
                    1, "the file cannot be read: " + RetortException.reason(e), "check that you may read it");
        }
        String text = new String(bytes, charset);
        refuseNul(text, charset);
        if (text.indexOf('\uFFFD') < 0 && charset.equals(StandardCharsets.UTF_8)) {
            return text;
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new HeaderProblemException(
                    line(text, Math.max(0, text.indexOf('\uFFFD'))),
                    "the file is not %s text".formatted(charset.name()),
                    "save it in the encoding %s, or set output_encoding to its own".formatted(charset.name()));
        }
    }

    /** SQLite's driver ends a statement at this character, so that a WHERE behind it would be lost. */
    private static void refuseNul(String text, Charset charset) throws HeaderProblemException {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new HeaderProblemException(
                    line(text, nul),
                    "the file holds a NUL character",
                    "remove the character, or save the file in the encoding %s if it is in another"
                            .formatted(charset.name()));
        }
    }

    private static int line(String text, int end) {
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
