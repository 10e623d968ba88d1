package dev.retort.dialect;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/** Spells values as SQL literals, as the standard does; a dialect overrides what it spells otherwise. */
public class SqlLiterals {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter();
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");

    /**
     * Spell a value.
     *
     * @param value what a bulk insert accepts: {@code null}, a string, number, boolean, byte array, UUID, or a date or time
     *     of {@code java.time}
     * @throws RetortException if it is anything else
     */
    public String spell(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof String || value instanceof Character) {
            return string(value.toString());
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Boolean truth) {
            return bool(truth);
        }
        if (value instanceof byte[] bytes) {
            return bytes(bytes);
        }
        return value instanceof UUID uuid ? uuid(uuid) : moment(value);
    }

    /** Spell text. */
    public String string(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Spell a truth value. */
    protected String bool(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    /** Spell bytes. */
    protected String bytes(byte[] value) {
        return "X'" + HexFormat.of().formatHex(value) + "'";
    }

    /** Spell a UUID. */
    protected String uuid(UUID value) {
        return string(value.toString());
    }

    /** Spell a day. */
    protected String date(LocalDate value) {
        return "DATE '" + value + "'";
    }

    /** Spell a time of day. */
    protected String time(LocalTime value) {
        return "TIME '" + TIME.format(value) + "'";
    }

    /** Spell a time of day that knows its offset. */
    protected String timeWithZone(OffsetTime value) {
        return "TIME WITH TIME ZONE '" + TIME.format(value) + OFFSET.format(value) + "'";
    }

    /** Spell a date and time. */
    protected String timestamp(LocalDateTime value) {
        return "TIMESTAMP '" + TIMESTAMP.format(value) + "'";
    }

    /** Spell a point in time. */
    protected String timestampWithZone(OffsetDateTime value) {
        return "TIMESTAMP WITH TIME ZONE '" + TIMESTAMP.format(value) + OFFSET.format(value) + "'";
    }

    /** Spell a number, infinity and not-a-number included. */
    protected String number(Number value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        boolean odd = (value instanceof Double real && !Double.isFinite(real))
                || (value instanceof Float small && !Float.isFinite(small));
        return odd ? string(value.toString()) : value.toString();
    }

    private String moment(Object value) {
        if (value instanceof LocalDate date) {
            return date(date);
        }
        if (value instanceof LocalTime time) {
            return time(time);
        }
        if (value instanceof LocalDateTime timestamp) {
            return timestamp(timestamp);
        }
        if (value instanceof OffsetTime time) {
            return timeWithZone(time);
        }
        if (value instanceof Instant instant) {
            return timestampWithZone(instant.atOffset(ZoneOffset.UTC));
        }
        if (value instanceof ZonedDateTime zoned) {
            return timestampWithZone(zoned.toOffsetDateTime());
        }
        if (value instanceof OffsetDateTime offset) {
            return timestampWithZone(offset);
        }
        throw new RetortException(
                "Cannot write a value of '%s' as SQL: '%s'"
                        .formatted(value.getClass().getName(), value),
                "use a string, number, boolean, byte array, UUID, or a date or time of java.time");
    }
}
