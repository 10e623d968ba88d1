package dev.retort.dialect.oracle;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import dev.retort.RetortException;
import dev.retort.dialect.SqlLiterals;

/**
 * Values as Oracle reads them. Text is written so that its own lines never are lines of the script, which SQL*Plus would take
 * for its own, and in pieces that fit on one. Source: SQL Language Reference, Literals.
 */
final class OracleLiterals extends SqlLiterals {

    /** What one literal, and the result of putting text together, may hold in SQL. */
    private static final int LONGEST_TEXT = 4000;

    private static final int LONGEST_BYTES = 2000;

    /** Beyond these a NUMBER ends, and only a literal of BINARY_DOUBLE goes on. */
    private static final double LARGEST_NUMBER = 1e125;

    private static final double SMALLEST_NUMBER = 1e-130;

    /** Bytes of a piece of text; SQL*Plus reads lines of at most 2499. */
    private static final int PIECE = 1000;

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");

    @Override
    public String string(String text) {
        String sql = joined(text);
        return length(text) > LONGEST_TEXT ? "TO_CLOB(" + sql.replaceFirst("\n    ", ")\n    ") : sql;
    }

    /** Spell text of at most 32767 bytes for PL/SQL, which knows no shorter limit. */
    static String programString(String text) {
        return joined(text);
    }

    /** Tell whether text can be one literal on one line. */
    static boolean isShort(String text) {
        return length(text) <= PIECE && text.chars().noneMatch(OracleLiterals::isControl);
    }

    /** Beyond ASCII, CHR gives bytes of the database's character set. */
    private static boolean isControl(int character) {
        return character < ' ' || character == 0x7F;
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String joined(String text) {
        List<String> terms = new ArrayList<>();
        var piece = new StringBuilder();
        int bytes = 0;
        for (int character : text.codePoints().toArray()) {
            if (isControl(character)) {
                finish(piece, terms);
                bytes = 0;
                terms.add("CHR(" + character + ")");
                continue;
            }
            String added = character == '\'' ? "''" : Character.toString(character);
            bytes += length(added);
            if (bytes > PIECE) {
                finish(piece, terms);
                bytes = length(added);
            }
            piece.append(added);
        }
        finish(piece, terms);
        return terms.isEmpty() ? "''" : lines(terms);
    }

    private static void finish(StringBuilder piece, List<String> terms) {
        if (piece.length() > 0) {
            terms.add("'" + piece + "'");
        }
        piece.setLength(0);
    }

    /** Put terms together, as many on a line as fit. */
    private static String lines(List<String> terms) {
        var sql = new StringBuilder(terms.get(0));
        int onLine = length(terms.get(0));
        for (String term : terms.subList(1, terms.size())) {
            boolean fits = onLine + length(term) <= PIECE;
            sql.append(fits ? " || " : "\n    || ").append(term);
            onLine = (fits ? onLine : 0) + length(term) + 4;
        }
        return sql.toString();
    }

    @Override
    protected String bool(boolean value) {
        return value ? "1" : "0";
    }

    @Override
    protected String bytes(byte[] value) {
        if (value.length > LONGEST_BYTES) {
            throw new RetortException(
                    "Oracle has no literal for more than %d bytes: a value has %d"
                            .formatted(LONGEST_BYTES, value.length),
                    "load the value with the database's own tools, or insert it from a program");
        }
        return "HEXTORAW(" + joined(HexFormat.of().formatHex(value)) + ")";
    }

    @Override
    protected String uuid(UUID value) {
        return "HEXTORAW('" + value.toString().replace("-", "") + "')";
    }

    @Override
    protected String time(LocalTime value) {
        throw noTimes(value);
    }

    @Override
    protected String timeWithZone(OffsetTime value) {
        throw noTimes(value);
    }

    private static RetortException noTimes(Object value) {
        return new RetortException(
                "Oracle has no value for a time of day: '%s'".formatted(value),
                "use a LocalDateTime, or text for a column of INTERVAL DAY TO SECOND: '0 03:04:05'");
    }

    @Override
    protected String timestampWithZone(OffsetDateTime value) {
        String local = timestamp(value.toLocalDateTime());
        return local.substring(0, local.length() - 1) + " " + OFFSET.format(value) + "'";
    }

    @Override
    protected String number(Number value) {
        if (!(value instanceof Double || value instanceof Float)) {
            return super.number(value);
        }
        double real = value.doubleValue();
        String type = value instanceof Double ? "BINARY_DOUBLE" : "BINARY_FLOAT";
        if (Double.isNaN(real)) {
            return type + "_NAN";
        }
        if (Double.isInfinite(real)) {
            return (real < 0 ? "-" : "") + type + "_INFINITY";
        }
        double size = Math.abs(real);
        boolean isNumber = size == 0 || (size < LARGEST_NUMBER && size >= SMALLEST_NUMBER);
        return isNumber ? value.toString() : value + "d";
    }
}
