package dev.retort.script;

import javax.lang.model.SourceVersion;

/** Makes Java names and literals out of any text. */
final class JavaNames {

    private JavaNames() {}

    /** Make a class name of {@code text}: what no identifier may hold becomes {@code _}, and {@code Rev} leads where needed. */
    static String className(String text) {
        StringBuilder name = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) ? c : '_')
                .forEach(name::appendCodePoint);
        boolean begins = !name.isEmpty() && Character.isJavaIdentifierStart(name.codePointAt(0));
        return begins && SourceVersion.isName(name) ? name.toString() : "Rev" + name;
    }

    /** Write {@code text} as a string literal. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(c);
            }
        }
        return literal.append('"').toString();
    }
}
