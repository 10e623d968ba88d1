package dev.retort.dialect.sqlserver;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.retort.RetortException;
import dev.retort.dialect.SqlLiterals;

/**
 * Values as Transact-SQL has them. What a client or the server would not take as it stands is put together from characters:
 * the ends of lines (a client may write others; after a backslash the server leaves them out) and {@code $(}, which is a
 * variable to sqlcmd. Source: Transact-SQL reference, Constants, Backslash (Line continuation), + (String concatenation);
 * sqlcmd commands.
 */
final class SqlServerLiterals extends SqlLiterals {

    private static final Pattern BREAKS_OF_VALUES = Pattern.compile("[\\r\\n\\x00]+|(?<=\\$)(?=\\()");
    private static final Pattern BREAKS_OF_SQL = Pattern.compile("(?<=\\\\)\\r?\\n"
            + "|\\r?\\n(?=[ \\t]*(?:(?i:go|exit|quit|reset|ed)\\b|:|!!))"
            + "|\\x00|(?<=\\$)(?=\\()");

    /** A longer text that is put together would be cut off if its parts were not said to be long. */
    private static final int LONGEST_OF_PARTS = 4000;

    /** A time has seven digits after the second's point, and more cannot be read. */
    private static final int NANOS_OF_ONE_TICK = 100;

    @Override
    public String string(String text) {
        boolean plain = text.chars().allMatch(character -> character < 0x80);
        return assembled(text, BREAKS_OF_VALUES, plain ? "" : "N");
    }

    /** Spell text that has no end of a line as one constant of Unicode. */
    static String unicode(String text) {
        return "N'" + text.replace("'", "''") + "'";
    }

    /** Spell text of any kind as Unicode; it may be put together, which no argument of a procedure may be. */
    static String unicodeValue(String text) {
        return assembled(text, BREAKS_OF_VALUES, "N");
    }

    /** Spell a statement as a text, lines and all. */
    static String sql(String statement) {
        return assembled(statement, BREAKS_OF_SQL, "N");
    }

    private static String assembled(String text, Pattern breaks, String prefix) {
        List<String> parts = new ArrayList<>();
        Matcher found = breaks.matcher(text);
        int from = 0;
        while (found.find()) {
            if (found.start() > from) {
                parts.add(quoted(text.substring(from, found.start()), prefix));
            }
            found.group().chars().forEach(character -> parts.add("NCHAR(" + character + ")"));
            from = found.end();
        }
        if (from < text.length() || parts.isEmpty()) {
            parts.add(quoted(text.substring(from), prefix));
        }
        boolean cut = parts.size() > 1 && text.length() > LONGEST_OF_PARTS;
        return (cut ? "CAST(N'' AS NVARCHAR(MAX)) + " : "") + String.join(" + ", parts);
    }

    private static String quoted(String text, String prefix) {
        return prefix + "'" + text.replace("'", "''") + "'";
    }

    @Override
    protected String bool(boolean value) {
        return value ? "1" : "0";
    }

    @Override
    protected String bytes(byte[] value) {
        return "0x" + HexFormat.of().formatHex(value);
    }

    @Override
    protected String number(Number value) {
        if (!Double.isFinite(value.doubleValue()) && (value instanceof Double || value instanceof Float)) {
            throw new RetortException(
                    "SQL Server has no number '%s'".formatted(value), "use NULL, or a number that there is");
        }
        return super.number(value);
    }

    @Override
    protected String date(LocalDate value) {
        return cast(super.date(value), "DATE");
    }

    @Override
    protected String time(LocalTime value) {
        return cast(super.time(value.withNano(ticks(value))), "TIME");
    }

    /** {@inheritDoc} There is no time of day that knows its offset. */
    @Override
    protected String timeWithZone(OffsetTime value) {
        return time(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime());
    }

    @Override
    protected String timestamp(LocalDateTime value) {
        return cast(super.timestamp(value.withNano(ticks(value))), "DATETIME2");
    }

    @Override
    protected String timestampWithZone(OffsetDateTime value) {
        return cast(super.timestampWithZone(value.withNano(ticks(value))), "DATETIMEOFFSET");
    }

    private static int ticks(TemporalAccessor value) {
        return value.get(ChronoField.NANO_OF_SECOND) / NANOS_OF_ONE_TICK * NANOS_OF_ONE_TICK;
    }

    /** A text alone would be read as the session's language has it where the column is an old DATETIME. */
    private static String cast(String literal, String type) {
        return "CAST(" + literal.substring(literal.indexOf('\'')) + " AS " + type + ")";
    }
}
