package dev.retort.script;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.retort.RetortException;
import dev.retort.revision.NameRule;

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

    /** What file names cannot hold, here or on another system. */
    private static final Pattern NOT_IN_A_FILE_NAME = Pattern.compile("^[.#]|[/\\\\\"*?<>|]");

    /**
     * Check the id and labels, and copy the lists.
     *
     * @throws RetortException if the id or a label is not what {@link NameRule} says, or the id cannot stand in a file name
     */
    public NewRevision {
        downRevisions = List.copyOf(downRevisions);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        imports = List.copyOf(imports);
        requireNone(NameRule.ofId(id));
        requireFileName(id);
        for (String label : branchLabels) {
            requireNone(NameRule.ofLabel(label));
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

    private static void requireNone(List<NameRule.Objection> objections) {
        for (NameRule.Objection objection : objections) {
            throw new RetortException(objection.sentence(), objection.hint());
        }
    }

    private static void requireFileName(String id) {
        Matcher matcher = NOT_IN_A_FILE_NAME.matcher(id);
        if (matcher.find()) {
            throw new RetortException(
                    "Character '%s' not allowed %s revision identifier '%s': its file has the id in its name"
                            .formatted(matcher.group(), matcher.start() == 0 ? "at the beginning of" : "in", id),
                    "use letters, digits, '_' and '.' in a revision identifier");
        }
    }
}
