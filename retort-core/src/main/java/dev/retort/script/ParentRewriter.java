package dev.retort.script;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/** Gives a revision file another parent, and changes nothing else in it. */
final class ParentRewriter {

    private final Charset charset;
    private final Path root;

    /** Read and write in {@code charset}; files are shown relative to {@code root}. */
    ParentRewriter(Charset charset, Path root) {
        this.charset = charset;
        this.root = root;
    }

    /**
     * Rewrite {@code file}, whole or not at all.
     *
     * @param java whether it is a Java revision
     * @param before the parents it names so far
     * @param parent the id of the only parent that it is to name
     * @throws RetortException if it cannot be rewritten; it stays as it is then
     */
    void rewrite(Path file, boolean java, List<String> before, String parent) {
        String shown = Shown.path(file, root);
        try {
            String text = SourceText.read(file, charset);
            String edited = java ? ParentEdit.java(text, before, parent) : ParentEdit.sql(text, parent);
            byte[] old = Files.readAllBytes(file);
            List<String> read =
                    header(java, edited).map(FileHeader::downRevisions).orElse(List.of());
            if (!read.equals(List.of(parent)) || !Arrays.equals(old, text.getBytes(charset))) {
                throw byHand(shown, parent, null);
            }
            AtomicFile.rewrite(file, edited.getBytes(charset));
        } catch (HeaderProblemException e) {
            throw new RetortException("%s:%d: %s".formatted(shown, e.line(), e.getMessage()), e.hint(), e);
        } catch (IOException e) {
            throw byHand(shown, parent, e);
        }
    }

    private static Optional<FileHeader> header(boolean java, String text) throws HeaderProblemException {
        return java ? JavaHeaderParser.parse(text) : SqlHeaderParser.parse(text);
    }

    private static RetortException byHand(String shown, String parent, @Nullable IOException cause) {
        return new RetortException(
                "'%s' cannot be rewritten%s"
                        .formatted(
                                shown,
                                cause == null ? " without changing more of it" : ": " + RetortException.reason(cause)),
                "make the file writable, or name '%s' as its parent by hand".formatted(parent),
                cause);
    }
}
