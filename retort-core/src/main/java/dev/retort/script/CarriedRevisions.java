package dev.retort.script;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.config.Settings;
import dev.retort.migration.Revision;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;

/**
 * The revisions that an application carries as classes and resources. They are found by the index that {@link RevisionIndexProcessor}
 * wrote when the application was compiled: nothing is compiled, and no class is searched for.
 *
 * <p>Where both a script directory and an index are at hand, the script directory is the history: its files are what a
 * developer edits, and the classes may be stale.
 */
public final class CarriedRevisions implements RevisionSource {

    private static final String STALE = "build the application again from scratch: its index of revisions is stale";

    private final ClassLoader application;
    private final Map<String, FileHeader> found = new LinkedHashMap<>();
    private final Map<String, CarriedFile> files = new HashMap<>();
    private @Nullable String environment;
    private @Nullable RevisionGraph graph;

    private CarriedRevisions(ClassLoader application) {
        this.application = application;
    }

    /**
     * Read every index that {@code application} sees.
     *
     * @throws RetortException if one is damaged or older than the files it was made from, or if two of them hold different
     *     revisions of one id
     */
    public static CarriedRevisions of(ClassLoader application) {
        ScriptProblems problems = new ScriptProblems();
        CarriedRevisions carried = new CarriedRevisions(application);
        try {
            for (URL index : Collections.list(application.getResources(RevisionIndex.RESOURCE))) {
                carried.read(index, problems);
            }
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot read '%s' of the application: %s"
                            .formatted(RevisionIndex.RESOURCE, RetortException.reason(e)),
                    "check the application's jar",
                    e);
        }
        problems.throwIfAny("Cannot read the application's revisions");
        return carried;
    }

    /**
     * Read the indexes that {@code application} and {@code project} see, instead of the script directory that {@code
     * settings} name and that is not there.
     *
     * @throws RetortException if there are none, or as {@link #of} does
     */
    public static CarriedRevisions instead(Settings settings, ClassLoader application, ProjectClassPath project) {
        CarriedRevisions carried = of(project.below(application));
        if (carried.isEmpty()) {
            throw ScriptDirectory.missing(settings, !project.entries().isEmpty());
        }
        return carried;
    }

    /** Tell whether {@code application} sees an index, without reading it. */
    public static boolean areIn(ClassLoader application) {
        return application.getResource(RevisionIndex.RESOURCE) != null;
    }

    /** Say whether the application carries no revision. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    @Override
    public List<RevisionHeader> headers() {
        return found.values().stream()
                .map(header -> new RevisionHeader(
                        header.id(),
                        header.downRevisions(),
                        header.branchLabels(),
                        header.dependsOn(),
                        header.message(),
                        header.created(),
                        place(header)))
                .toList();
    }

    @Override
    public RevisionGraph graph() {
        if (graph == null) {
            graph = RevisionGraph.of(headers());
        }
        return graph;
    }

    @Override
    public Map<String, RevisionCode> load(Collection<String> ids, ProjectClassPath project) {
        ScriptProblems problems = new ScriptProblems();
        Map<String, RevisionCode> code = new LinkedHashMap<>();
        ids.forEach(id -> code(id, problems).ifPresent(found -> code.put(id, found)));
        problems.throwIfAny("Cannot load the application's revisions");
        return code;
    }

    @Override
    public RevisionCodes prepare(Collection<String> ids, ProjectClassPath project) {
        ScriptProblems problems = new ScriptProblems();
        RevisionCodes codes = new RevisionCodes(again -> again(again, project));
        long characters = 0;
        for (String id : ids) {
            RevisionCode code = code(id, problems).orElse(null);
            if (code instanceof SqlRevision sql) {
                characters += sql.sections().stream()
                        .mapToLong(section -> section.text().length())
                        .sum();
            }
            if (code instanceof SqlRevision && characters > RevisionCodes.MOST_CHARACTERS) {
                codes.leave(id, code.hashCode(), false);
            } else if (code != null) {
                codes.keep(id, code);
            }
        }
        problems.throwIfAny("Cannot load the application's revisions");
        return codes;
    }

    private RevisionCodes.Loaded again(List<String> ids, ProjectClassPath project) {
        Map<String, RevisionCode> codes = load(ids, project);
        Map<String, Integer> fingerprints = new HashMap<>();
        codes.forEach((id, code) -> fingerprints.put(id, code.hashCode()));
        return new RevisionCodes.Loaded(codes, fingerprints);
    }

    private Optional<RevisionCode> code(String id, ScriptProblems problems) {
        FileHeader header = found.get(id);
        if (header == null) {
            problems.add("application", "it carries no revision '%s'".formatted(id), "build the application again");
            return Optional.empty();
        }
        CarriedFile file = files.get(id);
        if (file != null) {
            return sql(file, problems).map(RevisionCode.class::cast);
        }
        String name = header.className();
        return isAsIndexed(header, problems)
                ? RevisionClass.instance(name, application, name, problems)
                        .map(migration -> new JavaRevision(migration, name))
                : Optional.empty();
    }

    @Override
    public Optional<Object> loadEnv(ProjectClassPath project) {
        if (environment == null) {
            return Optional.empty();
        }
        ScriptProblems problems = new ScriptProblems();
        Optional<Object> made = RevisionClass.make(environment, application, environment, problems);
        problems.throwIfAny("Cannot load the application's 'Env.java'");
        return made;
    }

    private Optional<SqlRevision> sql(CarriedFile file, ScriptProblems problems) {
        URL resource = application.getResource(file.resource());
        if (resource == null) {
            problems.add(file.shown(), "the application does not hold '%s'".formatted(file.resource()), STALE);
            return Optional.empty();
        }
        try {
            String text = text(resource);
            FileHeader says = SqlHeaderParser.parse(text).orElse(null);
            if (says == null || !isSame(says, file.header())) {
                problems.add(file.shown(), "'%s' is not as the index says".formatted(file.resource()), STALE);
                return Optional.empty();
            }
            return Optional.of(SqlSections.parse(file.shown(), text, problems));
        } catch (IOException e) {
            problems.add(
                    file.shown(), "it cannot be read: " + RetortException.reason(e), "check the application's jar");
        } catch (HeaderProblemException e) {
            problems.add(file.shown() + ":" + e.line(), String.valueOf(e.getMessage()), e.hint());
        }
        return Optional.empty();
    }

    private static boolean isSame(FileHeader says, FileHeader indexed) {
        return says.id().equals(indexed.id())
                && says.downRevisions().equals(indexed.downRevisions())
                && says.dependsOn().equals(indexed.dependsOn());
    }

    private static String text(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        // A cached jar would stay open, and be stale in a server that redeploys.
        connection.setUseCaches(false);
        try (InputStream input = connection.getInputStream()) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Look whether the class says what the index says of it: one of them may be left from an earlier build. */
    private boolean isAsIndexed(FileHeader header, ScriptProblems problems) {
        String name = header.className();
        try {
            Revision says = Class.forName(name, false, application).getAnnotation(Revision.class);
            String what = says == null
                    ? "has no @Revision"
                    : says.id().equals(header.id())
                            ? "has other parents than the index says"
                            : "is revision '%s'".formatted(says.id());
            boolean same = says != null
                    && says.id().equals(header.id())
                    && List.of(says.downRevision()).equals(header.downRevisions())
                    && List.of(says.dependsOn()).equals(header.dependsOn());
            if (!same) {
                problems.add(name, "revision '%s': the class %s".formatted(header.id(), what), STALE);
            }
            return same;
        } catch (ClassNotFoundException e) {
            problems.add(name, "revision '%s': the application does not hold the class".formatted(header.id()), STALE);
        } catch (LinkageError e) {
            problems.add(
                    name,
                    "revision '%s': the class cannot be loaded: %s".formatted(header.id(), e),
                    "check that class_path holds every class it uses");
        }
        return false;
    }

    private void read(URL address, ScriptProblems problems) throws IOException {
        try {
            RevisionIndex index = RevisionIndex.read(text(address));
            IndexAge.check(address, index, problems);
            index.files().forEach(file -> add(file.header(), file, address, problems));
            index.classes().forEach(header -> add(header, null, address, problems));
            String more = index.environment();
            if (environment != null && more != null && !environment.equals(more)) {
                problems.add(
                        address.toString(),
                        "there are two classes of 'Env.java': '%s' and '%s'".formatted(environment, more),
                        "take one of the jars off the class path");
            }
            environment = environment == null ? more : environment;
        } catch (HeaderProblemException e) {
            problems.add(address + ":" + e.line(), String.valueOf(e.getMessage()), e.hint());
        }
    }

    private void add(FileHeader header, @Nullable CarriedFile file, URL address, ScriptProblems problems) {
        FileHeader other = found.get(header.id());
        String here = file == null ? header.className() : file.shown();
        if (other != null && !place(other).equals(here)) {
            problems.add(
                    address.toString(),
                    "revision '%s' is in two %s: '%s' and '%s'"
                            .formatted(header.id(), file == null ? "classes" : "files", place(other), here),
                    "give one of them another id, or take the older jar off the class path");
            return;
        }
        found.put(header.id(), header);
        if (file != null) {
            files.put(header.id(), file);
        }
    }

    private String place(FileHeader header) {
        CarriedFile file = files.get(header.id());
        return file == null ? header.className() : file.shown();
    }
}
