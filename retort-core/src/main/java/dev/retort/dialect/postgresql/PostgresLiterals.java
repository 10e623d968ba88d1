package dev.retort.dialect.postgresql;

import java.util.HexFormat;

import dev.retort.dialect.SqlLiterals;

/**
 * Text with a backslash is spelled {@code E'..'}, which is read alike whatever {@code standard_conforming_strings} says, and
 * bytes in hexadecimal behind {@code \x}. Source: PostgreSQL manual 18, 4.1.2.2 and 8.4.1.
 */
final class PostgresLiterals extends SqlLiterals {

    @Override
    public String string(String text) {
        String plain = super.string(text);
        return text.indexOf('\\') < 0 ? plain : "E" + plain.replace("\\", "\\\\");
    }

    @Override
    protected String bytes(byte[] value) {
        return string("\\x" + HexFormat.of().formatHex(value)) + "::bytea";
    }
}
