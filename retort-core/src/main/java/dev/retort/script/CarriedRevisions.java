package dev.retort.script;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.migration.Revision;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionHeader;

/**
 * The revisions that an application carries as classes. They are found by the index that {@link RevisionIndexProcessor}
 * wrote when the application was compiled: nothing is compiled, and no class is searched for.
 *
 * <p>Where both a script directory and an index are at hand, the script directory is the history: its files are what a
 * developer edits, and the classes may be stale.
 */
public final class CarriedRevisions implements RevisionSource {

    private static final String STALE = "build the application again from scratch: its index of revisions is stale";

    private final ClassLoader application;
    private final Map<String, FileHeader> found;
    private @Nullable RevisionGraph graph;

    private CarriedRevisions(ClassLoader application, Map<String, FileHeader> found) {
        this.application = application;
        this.found = found;
    }

    /**
     * Read every index that {@code application} sees.
     *
     * @throws RetortException if one is damaged, or if two of them hold different revisions of one id
     */
    public static CarriedRevisions of(ClassLoader application) {
        ScriptProblems problems = new ScriptProblems();
        Map<String, FileHeader> found = new LinkedHashMap<>();
        try {
            for (URL index : Collections.list(application.getResources(RevisionIndex.RESOURCE))) {
                read(index, found, problems);
            }
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot read '%s' of the application: %s".formatted(RevisionIndex.RESOURCE, e),
                    "check the application's jar",
                    e);
        }
        problems.throwIfAny("Cannot read the application's revisions");
        return new CarriedRevisions(application, found);
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
                        header.className()))
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
        for (String id : ids) {
            FileHeader header = found.get(id);
            if (header == null) {
                problems.add("application", "it carries no revision '%s'".formatted(id), "build the application again");
                continue;
            }
            String name = header.className();
            if (isAsIndexed(header, problems)) {
                RevisionClass.instance(name, application, name, problems)
                        .ifPresent(migration -> code.put(id, new JavaRevision(migration, name)));
            }
        }
        problems.throwIfAny("Cannot load the application's revisions");
        return code;
    }

    @Override
    public RevisionCodes prepare(Collection<String> ids, ProjectClassPath project) {
        return RevisionCodes.of(load(ids, project));
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

    private static void read(URL index, Map<String, FileHeader> found, ScriptProblems problems) throws IOException {
        URLConnection connection = index.openConnection();
        // A cached jar would stay open, and be stale in a server that redeploys.
        connection.setUseCaches(false);
        try (InputStream input = connection.getInputStream()) {
            String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            for (FileHeader header : RevisionIndex.read(text)) {
                FileHeader other = found.putIfAbsent(header.id(), header);
                if (other != null && !other.className().equals(header.className())) {
                    problems.add(
                            index.toString(),
                            "revision '%s' is in two classes: '%s' and '%s'"
                                    .formatted(header.id(), other.className(), header.className()),
                            "give one of them another id, or take the older jar off the class path");
                }
            }
        } catch (HeaderProblemException e) {
            problems.add(index + ":" + e.line(), String.valueOf(e.getMessage()), e.hint());
        }
    }
}
