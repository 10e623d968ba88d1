package dev.retort.script;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * A Java source file with its text.
 *
 * @param shown the file as messages name it
 */
record SourceFile(Path path, String shown, String text) {

    /** Give the name that the file's public class must have. */
    String className() {
        String name = path.getFileName().toString();
        return name.substring(0, name.length() - ".java".length());
    }

    /** List every word of the text; the classes that it uses are among them. */
    Set<String> words() {
        Set<String> words = new HashSet<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean part = i < text.length() && Character.isJavaIdentifierPart(text.charAt(i));
            if (part && start < 0) {
                start = i;
            } else if (!part && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }
}
