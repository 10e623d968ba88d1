package dev.retort.script;

import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.retort.RetortException;

/** Names revision files by Alembic's template: nine tokens in Python's {@code %(name)s} notation. */
final class FileNameTemplate {

    private static final Pattern TOKEN = Pattern.compile("%(?:%|\\((\\w+)\\)([-0]*)(\\d*)(?:\\.(\\d+))?([sdi]))|%");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private final String template;
    private final String origin;
    private final int longestSlug;

    /**
     * Use {@code template}.
     *
     * @param origin where it was set, for messages
     */
    FileNameTemplate(String template, String origin, int longestSlug) {
        this.template = template;
        this.origin = origin;
        this.longestSlug = longestSlug;
    }

    /** Name the revision {@code id}: a relative path with forward slashes and no ending. */
    String name(String id, String message, ZonedDateTime created) {
        Map<String, Object> tokens = new LinkedHashMap<>();
        tokens.put("rev", id);
        tokens.put("slug", slug(message));
        tokens.put("epoch", created.toEpochSecond());
        tokens.put("year", (long) created.getYear());
        tokens.put("month", (long) created.getMonthValue());
        tokens.put("day", (long) created.getDayOfMonth());
        tokens.put("hour", (long) created.getHour());
        tokens.put("minute", (long) created.getMinute());
        tokens.put("second", (long) created.getSecond());
        StringBuilder name = new StringBuilder();
        Matcher matcher = TOKEN.matcher(template);
        while (matcher.find()) {
            matcher.appendReplacement(name, "");
            name.append(matcher.group().equals("%%") ? "%" : format(matcher, tokens));
        }
        return matcher.appendTail(name).toString();
    }

    /** Join the words of {@code message} by underscores and cut them where they grow too long. */
    String slug(String message) {
        StringBuilder words = new StringBuilder();
        Matcher matcher = WORD.matcher(message);
        while (matcher.find()) {
            words.append(words.isEmpty() ? "" : "_").append(matcher.group());
        }
        String slug = words.toString().toLowerCase(Locale.ROOT);
        if (slug.codePointCount(0, slug.length()) <= longestSlug) {
            return slug;
        }
        String cut = slug.substring(0, slug.offsetByCodePoints(0, longestSlug));
        int last = cut.lastIndexOf('_');
        return (last < 0 ? cut : cut.substring(0, last)) + "_";
    }

    private String format(Matcher matcher, Map<String, Object> tokens) {
        String token = matcher.group(1);
        Object value = token == null ? null : tokens.get(token);
        if (value == null) {
            throw new RetortException(
                    "%s: '%s' in file_template '%s' is not a token"
                            .formatted(origin, token == null ? "%" : matcher.group(), template),
                    "the tokens are %(rev)s, %(slug)s, %(epoch)s, %(year)s, %(month)s, %(day)s, %(hour)s, %(minute)s and"
                            + " %(second)s; write %% for a percent sign");
        }
        boolean number = !matcher.group(5).equals("s");
        if (number && value instanceof String) {
            throw new RetortException(
                    "%s: '%s' in file_template '%s' is a text, not a number"
                            .formatted(origin, matcher.group(), template),
                    "write %%(%s)s".formatted(token));
        }
        String text = value.toString();
        String precision = matcher.group(4);
        if (precision != null) {
            int digits = Math.min(Integer.parseInt(precision), 99);
            text = number
                    ? "0".repeat(Math.max(0, digits - text.length())) + text
                    : text.substring(0, Math.min(digits, text.length()));
        }
        int width = matcher.group(3).isEmpty() ? 0 : Math.min(Integer.parseInt(matcher.group(3)), 99);
        String padding = " ".repeat(Math.max(0, width - text.length()));
        if (matcher.group(2).contains("-")) {
            return text + padding;
        }
        return (number && matcher.group(2).contains("0") ? padding.replace(' ', '0') : padding) + text;
    }
}
