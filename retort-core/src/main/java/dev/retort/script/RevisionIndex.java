package dev.retort.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a build notes down of the revisions of an application: one line each, fields between tabs.
 *
 * @param classes the revisions in Java
 * @param files the revisions in SQL
 * @param environment the class of {@code Env.java}, or {@code null} for none
 * @param source where the files were found, or {@code null} where none were looked for
 */
record RevisionIndex(
        List<FileHeader> classes,
        List<CarriedFile> files,
        @Nullable String environment,
        @Nullable Source source) {

    /** Where a jar keeps it. */
    static final String RESOURCE = "META-INF/retort/revisions";

    private static final String FIRST_LINE = "# retort revisions 2";
    private static final String ENVIRONMENT = "environment";
    private static final String SOURCE = "source";
    private static final int SETTING_FIELDS = 2;
    private static final int CLASS_FIELDS = 7;
    private static final int FILE_FIELDS = 9;

    /**
     * The version locations at the time of the build.
     *
     * @param recursive whether revisions were looked for in folders below them too
     * @param locations each relative to the folder of the classes
     */
    record Source(boolean recursive, List<String> locations) {

        Source {
            locations = List.copyOf(locations);
        }
    }

    RevisionIndex {
        classes = List.copyOf(classes);
        files = List.copyOf(files);
    }

    String text() {
        List<String> lines = new ArrayList<>(List.of(FIRST_LINE));
        if (environment != null) {
            lines.add(ENVIRONMENT + "\t" + environment);
        }
        if (source != null) {
            lines.add(SOURCE + "\t" + source.recursive() + "," + list(source.locations()));
        }
        Stream.concat(
                        classes.stream().map(header -> new String[] {header.id(), line(header)}),
                        files.stream().map(file -> new String[] {
                            file.header().id(), line(file.header()) + "\t" + escaped(file.shown()) + "\t" + file.size()
                        }))
                .sorted(Comparator.comparing(line -> line[0]))
                .forEach(line -> lines.add(line[1]));
        return String.join("\n", lines) + "\n";
    }

    static RevisionIndex read(String text) throws HeaderProblemException {
        List<FileHeader> classes = new ArrayList<>();
        List<CarriedFile> files = new ArrayList<>();
        String environment = null;
        Source source = null;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t", -1);
            if (fields.length == SETTING_FIELDS && fields[0].equals(ENVIRONMENT)) {
                environment = fields[1];
            } else if (fields.length == SETTING_FIELDS && fields[0].equals(SOURCE)) {
                List<String> words = list(fields[1]);
                source = new Source(words.get(0).equals("true"), words.subList(1, words.size()));
            } else if (fields.length == CLASS_FIELDS) {
                classes.add(header(fields, number));
            } else if (fields.length == FILE_FIELDS && fields[8].matches("\\d{1,18}")) {
                files.add(new CarriedFile(header(fields, number), plain(fields[7]), Long.parseLong(fields[8])));
            } else {
                throw new HeaderProblemException(
                        number, "the index is damaged", "build the application again with the Retort it runs with");
            }
        }
        return new RevisionIndex(classes, files, environment, source);
    }

    private static FileHeader header(String[] fields, int line) {
        String created = plain(fields[4]);
        return new FileHeader(
                plain(fields[0]),
                list(fields[1]),
                list(fields[2]),
                list(fields[3]),
                plain(fields[6]),
                created.isEmpty() ? null : created,
                line,
                plain(fields[5]));
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
