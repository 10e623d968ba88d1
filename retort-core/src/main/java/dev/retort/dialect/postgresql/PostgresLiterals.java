package dev.retort.dialect.postgresql;

import java.util.HexFormat;

import dev.retort.dialect.SqlLiterals;

/** Bytes are spelled in hexadecimal behind {@code \x}; PostgreSQL manual 18, 8.4.1. */
final class PostgresLiterals extends SqlLiterals {

    @Override
    protected String bytes(byte[] value) {
        return "'\\x" + HexFormat.of().formatHex(value) + "'::bytea";
    }
}
