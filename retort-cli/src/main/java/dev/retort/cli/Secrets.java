package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.retort.config.RedactedUrl;

/** Keeps passwords out of everything that is printed: those that are known, and those that look like one in a URL. */
final class Secrets {

    private static final String STARS = "****";

    private final List<String> known = new ArrayList<>();

    /** Never print {@code secret} from now on. */
    void add(String secret) {
        if (secret.length() > 2) {
            known.add(secret);
        }
    }

    /** Replace every secret in {@code text} by stars. */
    String hide(String text) {
        String hidden = text;
        for (String secret : known) {
            hidden = hidden.replace(secret, STARS);
        }
        return mayHoldUrl(hidden) ? RedactedUrl.of(hidden) : hidden;
    }

    private static boolean mayHoldUrl(String text) {
        return text.contains("jdbc:")
                || text.contains("://")
                || text.toLowerCase(Locale.ROOT).contains("password");
    }
}
