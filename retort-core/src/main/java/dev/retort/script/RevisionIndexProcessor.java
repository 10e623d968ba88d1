package dev.retort.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

import dev.retort.migration.Revision;

/** Notes down, while an application is compiled, which of its classes are revisions, so that none is searched for later. */
public final class RevisionIndexProcessor extends AbstractProcessor {

    private final Map<String, FileHeader> found = new TreeMap<>();
    private final Map<String, Element> elements = new TreeMap<>();

    /** Take part in a compilation; the compiler calls this. */
    public RevisionIndexProcessor() {
        super();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.retort.migration.Revision");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element element : round.getElementsAnnotatedWith(Revision.class)) {
            if (element instanceof TypeElement type) {
                add(type);
            }
        }
        if (round.processingOver() && !found.isEmpty() && !round.errorRaised()) {
            keepOthers();
            refuseTwins();
            write();
        }
        return false;
    }

    /** Keep what an earlier compilation noted of classes that this one, which is of some files only, leaves alone. */
    private void keepOthers() {
        try (InputStream input = processingEnv
                .getFiler()
                .getResource(StandardLocation.CLASS_OUTPUT, "", RevisionIndex.RESOURCE)
                .openInputStream()) {
            for (FileHeader before : RevisionIndex.read(new String(input.readAllBytes(), StandardCharsets.UTF_8))) {
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
        found.forEach((name, header) -> {
            String other = classes.putIfAbsent(header.id(), name);
            if (other != null) {
                processingEnv
                        .getMessager()
                        .printMessage(
                                Diagnostic.Kind.ERROR,
                                "Retort: revision '%s' is also the class '%s'; give one of them another id"
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
        try (Writer writer = processingEnv
                .getFiler()
                .createResource(
                        StandardLocation.CLASS_OUTPUT,
                        "",
                        RevisionIndex.RESOURCE,
                        elements.values().toArray(Element[]::new))
                .openWriter()) {
            writer.write(RevisionIndex.write(found.values()));
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR, "Retort cannot write '%s': %s".formatted(RevisionIndex.RESOURCE, e));
        }
    }
}
