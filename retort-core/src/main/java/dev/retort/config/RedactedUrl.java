package dev.retort.config;

import java.util.regex.Pattern;

/** Shows a JDBC URL without the passwords in it. */
public final class RedactedUrl {

    private static final String WORDS =
            "[A-Za-z0-9_.-]*(?:password|passwd|passphrase|pwd|secret|token|credential|apikey|accesskey)[A-Za-z0-9_.-]*";

    /** {@code ?password=x}, {@code &sslpassword=x}, {@code ;PASSWORD=x}, {@code (password=x)}, {@code ,password=x}, and the same with braces or quotes. */
    private static final Pattern PARAMETER = Pattern.compile("(?i)([?&;,(\\s]\\s*" + WORDS + "\\s*=\\s*)"
            // What was hidden before keeps the quote that ends it.
            + "(\\*{4}(?=['\"]?(?:[&;)\\s]|$))|\\{(?:[^}]|\\}\\})*\\}|\"[^\"]*\"|'[^']*'|[^&;)\\s]*)");

    /** {@code //user:password@host}; the last {@code @} before the path ends the password, so that one may hold {@code @}. */
    private static final Pattern AUTHORITY = Pattern.compile("(//[^/?#:@\\s]*:)([^/?#\\s]*)(?=@)");

    /** {@code jdbc:oracle:thin:scott/tiger@host}. */
    private static final Pattern SLASHED = Pattern.compile("(?i)(:(?:thin|oci\\d?|kprb):[^/@:\\s]*/)([^@\\s]*)(?=@)");

    private static final String HIDDEN = "****";

    private RedactedUrl() {}

    /** Replace every password in {@code url}, which may be any text that holds URLs, by asterisks. */
    public static String of(String url) {
        String shown = PARAMETER.matcher(url).replaceAll("$1" + HIDDEN);
        shown = SLASHED.matcher(shown).replaceAll("$1" + HIDDEN);
        return AUTHORITY.matcher(shown).replaceAll("$1" + HIDDEN);
    }
}
