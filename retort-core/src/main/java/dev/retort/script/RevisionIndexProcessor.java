package dev.retort.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.migration.Revision;

/**
 * Notes down, while an application is compiled, which of its classes are revisions, so that none is searched for later. The
 * option {@code retort.config} names a configuration file: the SQL revisions of its script directory become resources of the
 * application then, and {@code Env.java} and Java revisions that the build does not compile are compiled with it.
 */
public final class RevisionIndexProcessor extends AbstractProcessor {

    private static final String CONFIG = "retort.config";

    private final Map<String, FileHeader> found = new TreeMap<>();
    private final Map<String, Element> elements = new TreeMap<>();
    private @Nullable CarriedDirectory directory;
    private boolean begun;

    /** Take part in a compilation; the compiler calls this. */
    public RevisionIndexProcessor() {
        super();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(config().isPresent() ? "*" : "dev.retort.migration.Revision");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(CONFIG);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!begun) {
            begun = true;
            config().ifPresent(file -> openDirectory(file, round));
        }
        for (Element element : round.getElementsAnnotatedWith(Revision.class)) {
            if (element instanceof TypeElement type) {
                add(type);
            }
        }
        if (round.processingOver() && (!found.isEmpty() || directory != null) && !round.errorRaised()) {
            keepOthers();
            refuseTwins();
            write();
        }
        return false;
    }

    private Optional<String> config() {
        return Optional.ofNullable(processingEnv.getOptions().get(CONFIG));
    }

    private void openDirectory(String config, RoundEnvironment round) {
        Set<String> compiled = round.getRootElements().stream()
                .filter(TypeElement.class::isInstance)
                .map(type -> ((TypeElement) type).getQualifiedName().toString())
                .collect(Collectors.toSet());
        try {
            CarriedDirectory opened = new CarriedDirectory(Path.of(config), processingEnv, compiled);
            opened.carry();
            directory = opened;
        } catch (RetortException e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, "Retort: %s%nhint: %s".formatted(e.getMessage(), e.hint()));
        }
    }

    /** Keep what an earlier compilation noted of classes that this one, which is of some files only, leaves alone. */
    private void keepOthers() {
        try (InputStream input = processingEnv
                .getFiler()
                .getResource(StandardLocation.CLASS_OUTPUT, "", RevisionIndex.RESOURCE)
                .openInputStream()) {
            String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            for (FileHeader before : RevisionIndex.read(text).classes()) {
                TypeElement type = processingEnv
                        .getElementUtils()
                        .getTypeElement(before.className().replace('$', '.'));
                if (type != null && type.getAnnotation(Revision.class) != null) {
                    found.putIfAbsent(before.className(), before);
                    elements.putIfAbsent(before.className(), type);
                }
            }
        } catch (IOException | HeaderProblemException e) {
            // There is no earlier index that can be read, as in every compilation from scratch.
            return;
        }
    }

    private void refuseTwins() {
        Map<String, String> classes = new HashMap<>();
        if (directory != null) {
            directory.files().forEach(file -> classes.put(file.header().id(), "'" + file.shown() + "'"));
        }
        found.forEach((name, header) -> {
            String other = classes.putIfAbsent(header.id(), "the class '" + name + "'");
            if (other != null) {
                processingEnv
                        .getMessager()
                        .printMessage(
                                Diagnostic.Kind.ERROR,
                                "Retort: revision '%s' is also %s; give one of them another id"
                                        .formatted(header.id(), other),
                                elements.get(name));
            }
        });
    }

    private void add(TypeElement type) {
        Revision revision = type.getAnnotation(Revision.class);
        String javadoc = processingEnv.getElementUtils().getDocComment(type);
        String name = processingEnv.getElementUtils().getBinaryName(type).toString();
        FileHeader header = new FileHeader(
                revision.id(),
                List.of(revision.downRevision()),
                List.of(revision.branchLabels()),
                List.of(revision.dependsOn()),
                javadoc == null ? "" : JavadocText.message(javadoc),
                javadoc == null ? null : JavadocText.created(javadoc).orElse(null),
                1,
                name);
        elements.put(name, type);
        found.put(name, header);
    }

    private void write() {
        CarriedDirectory carried = directory;
        try {
            FileObject index = processingEnv
                    .getFiler()
                    .createResource(
                            StandardLocation.CLASS_OUTPUT,
                            "",
                            RevisionIndex.RESOURCE,
                            elements.values().toArray(Element[]::new));
            List<FileHeader> classes = List.copyOf(found.values());
            RevisionIndex content = carried == null
                    ? new RevisionIndex(classes, List.of(), null, null)
                    : new RevisionIndex(classes, carried.files(), carried.environment(), carried.source(index.toUri()));
            try (Writer writer = index.openWriter()) {
                writer.write(content.text());
            }
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "Retort cannot write '%s': %s"
                                    .formatted(RevisionIndex.RESOURCE, RetortException.reason(e)));
        }
    }
}
