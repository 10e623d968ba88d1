package dev.retort.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.script.JavaTokens.Kind;
import dev.retort.script.JavaTokens.Token;

/** Finds the {@code @Revision} annotation of a Java source file and reads it, without compiling. */
final class JavaHeaderParser {

    private static final Set<String> ATTRIBUTES = Set.of("id", "downRevision", "branchLabels", "dependsOn");
    private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum", "record");
    private static final String LITERALS =
            "write the ids as string literals: they are read from the source without compiling it";

    private final JavaTokens tokens;
    private Token token;
    private String packageName = "";
    private @Nullable Map<String, List<String>> annotation;
    private int annotationLine;
    private boolean isAbstract;
    private boolean isPublic;
    private int javadocStart;
    private @Nullable Span parents;
    private int idEnd;
    private int valueEnd;
    private @Nullable Places places;

    /** A part of a text, from its first character to behind its last. */
    record Span(int start, int end) {}

    /**
     * Where the header of a file names its parents.
     *
     * @param javadoc the text of the comment of the class, from between its asterisks; empty if there is none
     * @param parents the value of {@code downRevision}, or the place behind the id where the attribute is missing
     * @param missing whether it is missing
     */
    record Places(Span javadoc, Span parents, boolean missing) {}

    private JavaHeaderParser(String source) throws HeaderProblemException {
        tokens = new JavaTokens(source);
        token = tokens.next();
    }

    /**
     * Read the header of {@code source}.
     *
     * @return the header; empty for a helper class, which has no {@code @Revision}
     */
    static Optional<FileHeader> parse(String source) throws HeaderProblemException {
        if (!source.contains("Revision") && !source.contains("Migration") && !source.contains("\\u")) {
            return Optional.empty();
        }
        return new JavaHeaderParser(source).file();
    }

    /** Find where {@code source}, the file of a revision, names its parents. */
    static Places places(String source) throws HeaderProblemException {
        var parser = new JavaHeaderParser(source);
        parser.file();
        Places found = parser.places;
        if (found == null) {
            throw new HeaderProblemException(1, "no class has @Revision", "add @Revision above the class");
        }
        return new Places(original(source, found.javadoc()), original(source, found.parents()), found.missing());
    }

    private static Span original(String source, Span plain) {
        return new Span(JavaTokens.original(source, plain.start()), JavaTokens.original(source, plain.end()));
    }

    private Optional<FileHeader> file() throws HeaderProblemException {
        Optional<FileHeader> found = Optional.empty();
        String javadoc = "";
        while (token.kind() != Kind.END) {
            String comment = tokens.takeJavadoc();
            if (!comment.isEmpty()) {
                javadoc = comment;
                javadocStart = tokens.javadocStart();
            }
            if (token.is("package")) {
                packageName = qualifiedName();
            } else if (token.is("@")) {
                annotation();
            } else if (token.kind() == Kind.IDENTIFIER && TYPE_WORDS.contains(token.text())) {
                Optional<FileHeader> header = type(javadoc);
                if (header.isPresent() && found.isPresent()) {
                    throw new HeaderProblemException(
                            header.get().line(),
                            "the file holds a second revision, '%s', beside '%s'"
                                    .formatted(header.get().id(), found.get().id()),
                            "move it to a file of its own");
                }
                found = found.or(() -> header);
                javadoc = "";
                if (found.isPresent() && !tokens.isAhead("Revision")) {
                    return found;
                }
            } else {
                isAbstract |= token.is("abstract");
                isPublic |= token.is("public");
                advance();
            }
        }
        return found;
    }

    /** Read {@code class Name ... { ... }}, the current token being {@code class} or its like. */
    private Optional<FileHeader> type(String javadoc) throws HeaderProblemException {
        boolean isClass = token.is("class") || token.is("record");
        advance();
        if (token.kind() != Kind.IDENTIFIER) {
            return Optional.empty();
        }
        String name = token.text();
        int line = token.line();
        boolean migration = false;
        while (token.kind() != Kind.END && !token.is("{")) {
            migration |= token.is("Migration");
            advance();
        }
        Optional<FileHeader> header = annotation == null ? Optional.empty() : Optional.of(header(name, javadoc));
        if (header.isEmpty() && migration && isClass && isPublic && !isAbstract) {
            throw new HeaderProblemException(
                    line,
                    "class '%s' implements Migration but has no @Revision".formatted(name),
                    "add @Revision(id = \"...\", downRevision = \"...\") above the class");
        }
        annotation = null;
        isAbstract = false;
        isPublic = false;
        if (header.isEmpty() || tokens.isAhead("Revision")) {
            skip("{", "}");
        }
        return header;
    }

    private FileHeader header(String name, String javadoc) throws HeaderProblemException {
        Map<String, List<String>> values = annotation == null ? Map.of() : annotation;
        List<String> ids = values.getOrDefault("id", List.of());
        if (ids.size() != 1 || ids.get(0).isBlank()) {
            throw new HeaderProblemException(annotationLine, "@Revision has no id", "write @Revision(id = \"...\")");
        }
        places = new Places(
                new Span(javadocStart, javadocStart + javadoc.length()),
                parents == null ? new Span(idEnd, idEnd) : parents,
                parents == null);
        return new FileHeader(
                ids.get(0),
                values.getOrDefault("downRevision", List.of()),
                values.getOrDefault("branchLabels", List.of()),
                values.getOrDefault("dependsOn", List.of()),
                JavadocText.message(javadoc),
                JavadocText.created(javadoc).orElse(null),
                annotationLine,
                packageName.isEmpty() ? name : packageName + "." + name);
    }

    private void annotation() throws HeaderProblemException {
        int line = token.line();
        advance();
        if (token.is("interface")) {
            return;
        }
        String name = token.text();
        advance();
        while (token.is(".")) {
            advance();
            name += "." + token.text();
            advance();
        }
        boolean revision = name.equals("Revision") || name.equals("dev.retort.migration.Revision");
        if (!revision) {
            if (token.is("(")) {
                skip("(", ")");
            }
            return;
        }
        if (annotation != null) {
            throw new HeaderProblemException(line, "@Revision stands twice on one class", "remove one of them");
        }
        annotationLine = line;
        annotation = token.is("(") ? attributes() : Map.of();
    }

    private Map<String, List<String>> attributes() throws HeaderProblemException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        advance();
        while (!token.is(")")) {
            String name = token.text();
            int line = token.line();
            if (token.kind() == Kind.STRING) {
                throw nameless(values.isEmpty());
            }
            if (!ATTRIBUTES.contains(name)) {
                throw new HeaderProblemException(
                        line,
                        "@Revision has no attribute '%s'".formatted(name),
                        "the attributes are id, downRevision, branchLabels and dependsOn");
            }
            advance();
            if (!token.is("=")) {
                throw new HeaderProblemException(
                        token.line(), "'%s' in @Revision has no value".formatted(name), LITERALS);
            }
            advance();
            if (values.put(name, value(name)) != null) {
                throw new HeaderProblemException(
                        line, "'%s' stands twice in @Revision".formatted(name), "remove one of them");
            }
            separator(name, ")");
        }
        advance();
        return values;
    }

    /** A text alone is what other annotations take for their only value. */
    private HeaderProblemException nameless(boolean first) {
        String literal = JavaNames.literal(token.text());
        return new HeaderProblemException(
                token.line(),
                "%s '%s' in @Revision is missing its name".formatted(first ? "the id" : "the value", token.text()),
                first
                        ? "write @Revision(id = %s, ...)".formatted(literal)
                        : "write downRevision = %s".formatted(literal));
    }

    private List<String> value(String name) throws HeaderProblemException {
        int start = tokens.start();
        List<String> values = token.is("{") ? literals(name) : List.of(literal(name));
        if (name.equals("downRevision")) {
            parents = new Span(start, valueEnd);
        } else if (name.equals("id")) {
            idEnd = valueEnd;
        }
        return values;
    }

    private List<String> literals(String name) throws HeaderProblemException {
        List<String> values = new ArrayList<>();
        advance();
        while (!token.is("}")) {
            values.add(literal(name));
            separator(name, "}");
        }
        valueEnd = tokens.end();
        advance();
        return values;
    }

    private String literal(String name) throws HeaderProblemException {
        if (token.kind() != Kind.STRING) {
            throw new HeaderProblemException(
                    token.line(), "'%s' in @Revision is not a string literal".formatted(name), LITERALS);
        }
        String text = token.text();
        valueEnd = tokens.end();
        advance();
        return text;
    }

    private void separator(String name, String end) throws HeaderProblemException {
        if (token.is(",")) {
            advance();
        } else if (token.is("+")) {
            throw new HeaderProblemException(
                    token.line(), "'%s' in @Revision is put together with '+'".formatted(name), LITERALS);
        } else if (!token.is(end)) {
            throw new HeaderProblemException(
                    token.line(), "'%s' in @Revision is followed by '%s'".formatted(name, token.text()), LITERALS);
        }
    }

    private String qualifiedName() throws HeaderProblemException {
        StringBuilder name = new StringBuilder();
        advance();
        while (token.kind() == Kind.IDENTIFIER || token.is(".")) {
            name.append(token.text());
            advance();
        }
        return name.toString();
    }

    /** Pass everything up to the bracket that closes the current one. */
    private void skip(String open, String close) throws HeaderProblemException {
        int depth = 0;
        while (token.kind() != Kind.END) {
            if (token.is(open)) {
                depth++;
            } else if (token.is(close) && --depth == 0) {
                advance();
                return;
            }
            advance();
        }
    }

    private void advance() throws HeaderProblemException {
        token = tokens.next();
    }
}
