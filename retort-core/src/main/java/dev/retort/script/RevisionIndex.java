package dev.retort.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The text in which a build notes down the revisions of an application: one line each, fields between tabs. */
final class RevisionIndex {

    /** Where a jar keeps it. */
    static final String RESOURCE = "META-INF/retort/revisions";

    private static final String FIRST_LINE = "# retort revisions 1";
    private static final int FIELDS = 7;

    private RevisionIndex() {}

    static String write(Collection<FileHeader> headers) {
        return headers.stream()
                .sorted(Comparator.comparing(FileHeader::id))
                .map(RevisionIndex::line)
                .collect(Collectors.joining("\n", FIRST_LINE + "\n", "\n"));
    }

    static List<FileHeader> read(String text) throws HeaderProblemException {
        List<FileHeader> headers = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t", -1);
            if (fields.length != FIELDS) {
                throw new HeaderProblemException(
                        number, "the index is damaged", "build the application again with the Retort it runs with");
            }
            String created = plain(fields[4]);
            headers.add(new FileHeader(
                    plain(fields[0]),
                    list(fields[1]),
                    list(fields[2]),
                    list(fields[3]),
                    plain(fields[6]),
                    created.isEmpty() ? null : created,
                    number,
                    plain(fields[5])));
        }
        return headers;
    }

    private static String line(FileHeader header) {
        String created = header.created();
        return String.join(
                "\t",
                escaped(header.id()),
                list(header.downRevisions()),
                list(header.branchLabels()),
                list(header.dependsOn()),
                escaped(created == null ? "" : created),
                header.className(),
                escaped(header.message()));
    }

    private static String list(List<String> elements) {
        return elements.stream().map(RevisionIndex::escaped).collect(Collectors.joining(","));
    }

    private static List<String> list(String field) {
        List<String> elements = new ArrayList<>();
        for (String element : field.split(",", -1)) {
            if (!element.isEmpty()) {
                elements.add(plain(element));
            }
        }
        return elements;
    }

    private static String escaped(String text) {
        return text.replace("%", "%25")
                .replace("\t", "%09")
                .replace("\n", "%0A")
                .replace("\r", "%0D")
                .replace(",", "%2C");
    }

    private static String plain(String text) {
        return text.replace("%2C", ",")
                .replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("%09", "\t")
                .replace("%25", "%");
    }
}
