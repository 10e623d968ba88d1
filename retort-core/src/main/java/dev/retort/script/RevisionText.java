package dev.retort.script;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says what each placeholder of a revision template stands for. */
final class RevisionText {

    private static final String NO_MESSAGE = "empty message";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ZONED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx", Locale.ROOT);
    private static final List<String> ALWAYS_IMPORTED = List.of(
            "dev.retort.migration.Migration", "dev.retort.migration.Operations", "dev.retort.migration.Revision");

    private final NewRevision revision;
    private final String created;

    /**
     * Describe {@code revision}.
     *
     * @param withZone whether the create date shows its offset from UTC
     */
    RevisionText(NewRevision revision, ZonedDateTime created, boolean withZone) {
        this.revision = revision;
        this.created = (withZone ? ZONED : LOCAL).format(created);
    }

    /** Give the values for a Java template. */
    Map<String, String> java(String className, String packageName) {
        Map<String, String> values = shared();
        values.put("message", JavadocText.escape(message()));
        values.put("class_name", className);
        values.put("package", packageName.isEmpty() ? "" : "package " + packageName + ";\n\n");
        values.put("imports", imports());
        values.put("annotation", annotation());
        return values;
    }

    /** Give the values for a SQL template; a message has one line there. */
    Map<String, String> sql() {
        Map<String, String> values = shared();
        values.put("message", message().replaceAll("\\s+", " "));
        return values;
    }

    private Map<String, String> shared() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("revision", revision.id());
        values.put("down_revision", String.join(", ", revision.downRevisions()));
        values.put("branch_labels", String.join(", ", revision.branchLabels()));
        values.put("depends_on", String.join(", ", revision.dependsOn()));
        values.put("create_date", created);
        values.put("upgrade", String.join("\n", revision.upgrade()));
        values.put("downgrade", String.join("\n", revision.downgrade()));
        return values;
    }

    /** Keep the line breaks of the message, but no other control character: they have no place in a source file. */
    private String message() {
        String plain = revision.message()
                .orElse("")
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n]]", " ")
                .replaceAll("[\\u2028\\u2029]", " ")
                .strip();
        return plain.isEmpty() ? NO_MESSAGE : plain;
    }

    private String annotation() {
        List<String> attributes = new ArrayList<>();
        attributes.add("id = " + JavaNames.literal(revision.id()));
        attribute("downRevision", revision.downRevisions(), attributes);
        attribute("branchLabels", revision.branchLabels(), attributes);
        attribute("dependsOn", revision.dependsOn(), attributes);
        return "@Revision(" + String.join(", ", attributes) + ")";
    }

    private static void attribute(String name, List<String> values, List<String> attributes) {
        List<String> literals = values.stream().map(JavaNames::literal).toList();
        if (literals.size() == 1) {
            attributes.add(name + " = " + literals.get(0));
        } else if (!literals.isEmpty()) {
            attributes.add(name + " = {" + String.join(", ", literals) + "}");
        }
    }

    private String imports() {
        SortedSet<String> members = new TreeSet<>();
        SortedSet<String> types = new TreeSet<>(ALWAYS_IMPORTED);
        for (String name : revision.imports()) {
            String plain = name.strip().replaceFirst("^import\\s+", "").replaceFirst(";$", "");
            if (plain.startsWith("static ")) {
                members.add(plain);
            } else {
                types.add(plain);
            }
        }
        StringBuilder imports = new StringBuilder();
        members.forEach(name -> imports.append("import ").append(name).append(";\n"));
        imports.append(members.isEmpty() ? "" : "\n");
        types.forEach(name -> imports.append("import ").append(name).append(";\n"));
        return imports.toString();
    }
}
