package dev.retort.dialect.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.StandardTypes;
import dev.retort.dialect.TypeText;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;

/**
 * Types as MariaDB has them: {@code boolean} is {@code tinyint(1)}, text and bytes without a limit are {@code longtext}
 * and {@code longblob}, a point in time is {@code datetime}, and one that knows its zone is {@code timestamp}, which the
 * server keeps in UTC (years 1970 to 2038 before 11.5). Hibernate's dialect chooses alike. Source: MariaDB Knowledge
 * Base, Data Types.
 */
final class MariaDbTypes extends StandardTypes {

    private static final Pattern CHARACTER_SET =
            Pattern.compile("\\s+(character set|charset|collate)\\s*=?\\s*\\w+", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPRESSED = Pattern.compile("\\s*/\\*M?!\\d+ COMPRESSED\\*/");
    private static final Pattern WHOLE_NUMBER =
            Pattern.compile("(tinyint|smallint|mediumint|int|integer|bigint)( signed| unsigned)?");
    private static final Pattern NOW = Pattern.compile(
            "\\b(current_timestamp|now|localtime|localtimestamp)\\b(?: \\( (?:0 )?\\)| \\( (\\d) \\))?");

    private final boolean nativeUuid;

    /** Spell types; {@code nativeUuid} tells whether the server knows {@code uuid}, as it does from 10.7 on. */
    MariaDbTypes(boolean nativeUuid) {
        this.nativeUuid = nativeUuid;
    }

    @Override
    public String spell(SqlType type) {
        if (type instanceof SqlType.Decimal decimal) {
            return "decimal" + arguments(decimal.precision(), decimal.scale());
        }
        if (type instanceof SqlType.VarChar varchar && varchar.length() == null) {
            return "longtext";
        }
        if (type instanceof SqlType.VarBinary varbinary && varbinary.length() == null) {
            return "longblob";
        }
        if (type instanceof SqlType.Time time) {
            return "time" + arguments(time.precision(), null);
        }
        if (type instanceof SqlType.Timestamp timestamp) {
            return (timestamp.withZone() ? "timestamp" : "datetime") + arguments(timestamp.precision(), null);
        }
        if (type instanceof SqlType.Array array) {
            throw new RetortException(
                    "MariaDB has no lists of values: '%s[]'".formatted(spell(array.element())),
                    "use json(), or a table of its own");
        }
        return type instanceof SqlType.Named || type instanceof SqlType.Enumeration
                ? super.spell(type)
                : super.spell(type).toLowerCase(Locale.ROOT);
    }

    @Override
    protected String word(SqlType type) {
        if (type instanceof SqlType.Bool) {
            return "tinyint(1)";
        }
        if (type instanceof SqlType.Int) {
            return "int";
        }
        if (type instanceof SqlType.Real) {
            return "float";
        }
        if (type instanceof SqlType.DoublePrecision) {
            return "double";
        }
        if (type instanceof SqlType.Text) {
            return "longtext";
        }
        if (type instanceof SqlType.Blob) {
            return "longblob";
        }
        return type instanceof SqlType.Uuid && !nativeUuid ? "binary(16)" : super.word(type);
    }

    @Override
    protected String enumeration(@Nullable QualifiedName name, List<String> values) {
        if (values.isEmpty()) {
            return super.enumeration(name, values);
        }
        List<String> lost = values.stream()
                .filter(value -> value.codePoints().anyMatch(Character::isSupplementaryCodePoint))
                .toList();
        if (!lost.isEmpty()) {
            throw new RetortException(
                    "MariaDB keeps the words of an enum in utf8mb3, and has question marks for '%s'"
                            .formatted(String.join("', '", lost)),
                    "use characters up to U+FFFF in the words, or a varchar(..) with a check");
        }
        var literals = new MariaDbLiterals();
        return "enum(" + String.join(",", values.stream().map(literals::literal).toList()) + ")";
    }

    @Override
    protected SqlType parse(TypeText parts, String text) {
        if (text.matches("(?is)enum\\s*\\(.*\\).*")) {
            return new SqlType.Enumeration(null, quotedWords(text));
        }
        if (COMPRESSED.matcher(text).find()) {
            return parse(COMPRESSED.matcher(text).replaceAll(""));
        }
        if (CHARACTER_SET.matcher(text).find()) {
            return parse(CHARACTER_SET.matcher(text).replaceAll(""));
        }
        Integer first = parts.number(0);
        if (WHOLE_NUMBER.matcher(parts.words()).matches()) {
            return wholeNumber(parts.words(), first);
        }
        return switch (parts.words()) {
            case "decimal", "numeric", "dec", "fixed" ->
                new SqlType.Decimal(first == null ? 10 : first, parts.number(1) == null ? 0 : parts.number(1));
            case "real" -> new SqlType.DoublePrecision();
            case "float" -> approximate(first, parts);
            case "double", "double precision" ->
                parts.arguments().size() == 2 ? named(parts, text) : new SqlType.DoublePrecision();
            case "longtext", "clob", "long varchar character set", "character large object" -> new SqlType.Text();
            case "longblob", "binary large object" -> new SqlType.Blob();
            case "time" -> new SqlType.Time(fraction(first), false);
            case "datetime" -> new SqlType.Timestamp(fraction(first), false);
            case "timestamp" -> new SqlType.Timestamp(fraction(first), true);
            case "bit" -> new SqlType.Named("bit(" + (first == null ? 1 : first) + ")");
            case "year" -> new SqlType.Named("year(4)");
            case "national varchar", "nvarchar" -> new SqlType.VarChar(first);
            case "text", "blob", "date without time zone" -> named(parts, text);
            default -> {
                SqlType standard = super.parse(parts, text);
                yield standard instanceof SqlType.Named ? named(parts, text) : standard;
            }
        };
    }

    private static SqlType wholeNumber(String words, @Nullable Integer width) {
        return switch (words.replace(" signed", "")) {
            case "tinyint" -> width != null && width == 1 ? new SqlType.Bool() : new SqlType.TinyInt();
            case "smallint" -> new SqlType.SmallInt();
            case "int", "integer" -> new SqlType.Int();
            case "bigint" -> new SqlType.BigInt();
            default -> new SqlType.Named(words.replace(" signed", "").replace("integer", "int"));
        };
    }

    private static SqlType approximate(@Nullable Integer precision, TypeText parts) {
        if (parts.arguments().size() == 2) {
            return named(parts, "float");
        }
        return precision != null && precision > 24 ? new SqlType.DoublePrecision() : new SqlType.Real();
    }

    private static @Nullable Integer fraction(@Nullable Integer precision) {
        return precision == null || precision == 0 ? null : precision;
    }

    /** Keep a type as text, in lower case but for words between quotes. */
    private static SqlType named(TypeText parts, String text) {
        if (text.contains("'")) {
            return new SqlType.Named(
                    text.substring(0, text.indexOf('(')).toLowerCase(Locale.ROOT) + text.substring(text.indexOf('(')));
        }
        if (parts.arguments().isEmpty()) {
            return new SqlType.Named(parts.words());
        }
        String arguments = "(" + String.join(",", parts.arguments()) + ")";
        int firstWord = parts.words().indexOf(' ');
        return new SqlType.Named(
                firstWord < 0
                        ? parts.words() + arguments
                        : parts.words().substring(0, firstWord)
                                + arguments
                                + parts.words().substring(firstWord));
    }

    private static List<String> quotedWords(String text) {
        var words = new ArrayList<String>();
        int at = text.indexOf('\'');
        while (at >= 0) {
            var word = new StringBuilder();
            int next = at + 1;
            while (next < text.length()) {
                char character = text.charAt(next);
                if (character == '\\' && next + 1 < text.length()) {
                    word.append(text.charAt(next + 1));
                    next += 2;
                } else if (character != '\'') {
                    word.append(character);
                    next++;
                } else if (next + 1 < text.length() && text.charAt(next + 1) == '\'') {
                    word.append('\'');
                    next += 2;
                } else {
                    break;
                }
            }
            words.add(word.toString());
            at = text.indexOf('\'', next + 1);
        }
        return words;
    }

    /** {@inheritDoc} A question mark may be all that the server shows of a character beyond U+FFFF. */
    @Override
    public boolean sameDefault(Column actual, Column desired) {
        String shown = actual.defaultSql();
        String wanted = desired.defaultSql();
        return super.sameDefault(actual, desired)
                || (shown != null
                        && wanted != null
                        && shown.indexOf('?') >= 0
                        && super.sameDefault(
                                actual, desired.defaultSql(wanted.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?"))));
    }

    @Override
    protected @Nullable String defaultText(Column column) {
        String text = super.defaultText(ColumnAttributes.withoutAttributes(column));
        if (text == null) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true") ? "1" : "0";
        }
        String unified = NOW.matcher(text)
                .replaceAll(match ->
                        match.group(2) == null ? "current_timestamp" : "current_timestamp(" + match.group(2) + ")");
        return unified.matches("[-+]? ?\\d+\\.\\d*?0+")
                ? unified.replaceFirst("\\.?0+$", "")
                : unified.replaceFirst("^current_date$", "curdate ( )").replaceFirst("^b'0*(\\d+)'$", "b'$1'");
    }
}
