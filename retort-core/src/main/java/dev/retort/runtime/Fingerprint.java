package dev.retort.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells texts apart by their SHA-256, in 64 hex digits. */
final class Fingerprint {

    /** Never fed, only copied: to search the security providers for each text would cost more than its digest. */
    private static final MessageDigest EMPTY = empty();

    private Fingerprint() {}

    static String of(String text) {
        try {
            MessageDigest digest = (MessageDigest) EMPTY.clone();
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            return HexFormat.of().formatHex(empty().digest(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static MessageDigest empty() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
