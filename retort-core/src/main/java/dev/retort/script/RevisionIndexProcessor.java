package dev.retort.script;

import java.io.IOException;
import java.io.Writer;
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
            write();
        }
        return false;
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
