package dev.retort.script;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.retort.RetortException;

/**
 * A revision to be written.
 *
 * @param id the revision's id
 * @param message what it is for; empty when nobody said, which the file shows as {@code empty message}
 * @param downRevisions the ids it follows
 * @param branchLabels the names of the branch it begins
 * @param dependsOn ids or labels of revisions that must be applied first
 * @param upgrade the lines of the upgrade, without indentation; Java statements or SQL as the format asks for
 * @param downgrade the lines of the downgrade, likewise
 * @param imports the names that Java lines need, without the keyword: {@code a.B} or {@code static a.B.c}
 * @param versionPath the version location to write to; empty for the one of the first parent, or the only one
 * @param created when the revision is made
 */
public record NewRevision(
        String id,
        Optional<String> message,
        List<String> downRevisions,
        List<String> branchLabels,
        List<String> dependsOn,
        List<String> upgrade,
        List<String> downgrade,
        List<String> imports,
        Optional<Path> versionPath,
        Instant created) {

    private static final int LONGEST_ID = 32;

    /**
     * Check the id and labels, and copy the lists.
     *
     * @throws RetortException if the id or a label holds illegal characters, or the id does not fit the version table
     */
    public NewRevision {
        downRevisions = List.copyOf(downRevisions);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        imports = List.copyOf(imports);
        requireLegal("Revision id", id);
        for (String label : branchLabels) {
            requireLegal("Branch label", label);
        }
    }

    /** Describe a revision without code that follows {@code downRevisions}, made now. */
    public static NewRevision of(String id, Optional<String> message, List<String> downRevisions) {
        return new NewRevision(
                id,
                message,
                downRevisions,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Instant.now());
    }

    /** Describe the same revision with branch labels and dependencies. */
    public NewRevision withLinks(List<String> branchLabels, List<String> dependsOn) {
        return new NewRevision(
                id, message, downRevisions, branchLabels, dependsOn, upgrade, downgrade, imports, versionPath, created);
    }

    /** Describe the same revision with code. */
    public NewRevision withCode(List<String> upgrade, List<String> downgrade, List<String> imports) {
        return new NewRevision(
                id, message, downRevisions, branchLabels, dependsOn, upgrade, downgrade, imports, versionPath, created);
    }

    /** Describe the same revision in another version location. */
    public NewRevision withVersionPath(Path versionPath) {
        return new NewRevision(
                id,
                message,
                downRevisions,
                branchLabels,
                dependsOn,
                upgrade,
                downgrade,
                imports,
                Optional.of(versionPath),
                created);
    }

    /** Make an id: twelve hexadecimal digits. */
    public static String generateId() {
        String random = UUID.randomUUID().toString();
        return random.substring(random.length() - 12);
    }

    private static void requireLegal(String what, String name) {
        if (name.isBlank()) {
            throw new RetortException(
                    "%s '%s' is empty".formatted(what, name), "leave it out, or write letters and digits");
        }
        if (!name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.')) {
            throw new RetortException(
                    "%s '%s' holds a character that is not allowed".formatted(what, name),
                    "write letters, digits, '_' and '.'");
        }
        if (what.equals("Revision id") && name.length() > LONGEST_ID) {
            throw new RetortException(
                    "Revision id '%s' has %d characters; the version table holds %d"
                            .formatted(name, name.length(), LONGEST_ID),
                    "choose an id of at most %d characters".formatted(LONGEST_ID));
        }
    }
}
