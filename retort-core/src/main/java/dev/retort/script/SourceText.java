package dev.retort.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the text of revision files, refusing what is not in their character set. */
final class SourceText {

    private SourceText() {}

    static String read(Path file, Charset charset) throws HeaderProblemException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new HeaderProblemException(1, "the file cannot be read: " + e, "check that you may read it");
        }
        String text = new String(bytes, charset);
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
            int line = 1
                    + (int) text.substring(0, Math.max(0, text.indexOf('\uFFFD')))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw new HeaderProblemException(
                    line,
                    "the file is not %s text".formatted(charset.name()),
                    "save it in the encoding %s, or set output_encoding to its own".formatted(charset.name()));
        }
    }
}
