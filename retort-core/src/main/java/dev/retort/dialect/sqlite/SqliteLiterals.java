package dev.retort.dialect.sqlite;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;

import dev.retort.dialect.SqlLiterals;

/** Values as SQLite spells them: truth as a number, moments as text (https://www.sqlite.org/lang_datefunc.html). */
final class SqliteLiterals extends SqlLiterals {

    /** {@inheritDoc} The client sqlite3 loses a CR before a LF. */
    @Override
    public String string(String text) {
        String literal = super.string(text);
        return text.indexOf('\r') < 0 ? literal : "(" + literal.replace("\r", "' || char(13) || '") + ")";
    }

    @Override
    protected String bool(boolean value) {
        return value ? "1" : "0";
    }

    @Override
    protected String date(LocalDate value) {
        return text(super.date(value));
    }

    @Override
    protected String time(LocalTime value) {
        return text(super.time(value));
    }

    @Override
    protected String timeWithZone(OffsetTime value) {
        return text(super.timeWithZone(value));
    }

    @Override
    protected String timestamp(LocalDateTime value) {
        return text(super.timestamp(value));
    }

    @Override
    protected String timestampWithZone(OffsetDateTime value) {
        return text(super.timestampWithZone(value));
    }

    private static String text(String literal) {
        return literal.substring(literal.indexOf('\''));
    }
}
