package dev.retort.dialect.mariadb;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.retort.dialect.SqlLiterals;
import dev.retort.dialect.SqlStatement;

/**
 * Values as MariaDB reads them, whether or not {@code sql_mode} has NO_BACKSLASH_ESCAPES: where a backslash would stand, or a
 * character that the client does not keep, text is put together from pieces. What knows its offset is given in UTC. Source:
 * MariaDB Knowledge Base, SQL_MODE, String Literals, Hexadecimal Literals.
 */
final class MariaDbLiterals extends SqlLiterals {

    /** Stands for a backslash that escapes, until {@link #settled}; no character of any language. */
    private static final char ESCAPE = '\uFDD0';

    private static final Pattern FRAGILE = Pattern.compile("[\\\\\r\0]+");
    private static final Pattern ESCAPED_OR_FRAGILE = Pattern.compile(ESCAPE + "([\\\\r0])|" + FRAGILE);

    @Override
    public String string(String text) {
        return pieces(text, FRAGILE, found -> hexadecimal(found.group()));
    }

    /** Spell text as one literal, for the mode in which a backslash escapes. */
    String literal(String text) {
        return literal(text, '\\');
    }

    /** Spell text as one literal for a place where nothing else may stand; the statement has to be {@link #settled}. */
    String unsettled(String text) {
        return literal(text, ESCAPE);
    }

    private String literal(String text, char escape) {
        return super.string(text)
                .replace("\\", escape + "\\")
                .replace("\r", escape + "r")
                .replace("\0", escape + "0");
    }

    /** Let the server put a statement together, by the mode it has then, if there are literals that depend on it. */
    SqlStatement settled(SqlStatement statement) {
        String sql = statement.sql();
        if (sql.indexOf(ESCAPE) < 0) {
            return statement;
        }
        String whole = pieces(sql, ESCAPED_OR_FRAGILE, found -> switch (String.valueOf(found.group(1))) {
            case "r" -> hexadecimal("\r");
            case "0" -> hexadecimal("\0");
            case "\\" ->
                "IF(FIND_IN_SET('NO_BACKSLASH_ESCAPES', @@sql_mode), %s, %s)"
                        .formatted(hexadecimal("\\"), hexadecimal("\\\\"));
            default -> hexadecimal(found.group());
        });
        return new SqlStatement("EXECUTE IMMEDIATE " + whole, statement.transactional());
    }

    /** Spell text with something else in the place of what {@code pattern} finds. */
    private String pieces(String text, Pattern pattern, Function<Matcher, String> spelled) {
        Matcher matcher = pattern.matcher(text);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                pieces.add(super.string(text.substring(from, matcher.start())));
            }
            pieces.add(spelled.apply(matcher));
            from = matcher.end();
        }
        if (from < text.length() || pieces.isEmpty()) {
            pieces.add(super.string(text.substring(from)));
        }
        return pieces.size() == 1 ? pieces.get(0) : "CONCAT(" + String.join(", ", pieces) + ")";
    }

    private static String hexadecimal(String ascii) {
        String digits = HexFormat.of().withUpperCase().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
        return "_utf8mb4 X'" + digits + "'";
    }

    @Override
    protected String timeWithZone(OffsetTime value) {
        return time(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime());
    }

    @Override
    protected String timestampWithZone(OffsetDateTime value) {
        return timestamp(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }
}
