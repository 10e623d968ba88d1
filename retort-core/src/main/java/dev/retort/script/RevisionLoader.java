package dev.retort.script;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.retort.config.Setting;
import dev.retort.config.Settings;

/** Turns revision files into code that can run. */
final class RevisionLoader {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\p{L}\\p{N}_.$]+)\\s*;");

    private final Settings settings;
    private final List<Path> helpers;
    private final ProjectClassPath project;
    private final ScriptProblems problems = new ScriptProblems();

    RevisionLoader(Settings settings, List<Path> helpers, ProjectClassPath project) {
        this.settings = settings;
        this.helpers = List.copyOf(helpers);
        this.project = project;
    }

    Map<String, RevisionCode> load(List<HeaderCache.Entry> entries) {
        return load(
                entries,
                (id, left) -> {
                    throw new IllegalStateException("no bound was asked for");
                },
                Long.MAX_VALUE);
    }

    /**
     * Load code, of which SQL stays in memory up to a bound.
     *
     * @param left takes the rest of the SQL, which was looked through as well, one by one
     * @param most how many characters of SQL may stay
     */
    Map<String, RevisionCode> load(List<HeaderCache.Entry> entries, BiConsumer<String, SqlRevision> left, long most) {
        Map<String, RevisionCode> code = new LinkedHashMap<>();
        long characters = 0;
        Map<SourceFile, FileHeader> java = new LinkedHashMap<>();
        for (HeaderCache.Entry entry : entries) {
            FileHeader header = entry.header().orElseThrow();
            Optional<SourceFile> source = source(entry.file().path());
            if (source.isEmpty()) {
                continue;
            }
            if (entry.file().isJava()) {
                java.put(source.get(), header);
            } else {
                String text = source.get().text();
                SqlRevision sql = SqlSections.parse(source.get().shown(), text, problems);
                characters += text.length();
                if (characters <= most) {
                    code.put(header.id(), sql);
                } else {
                    left.accept(header.id(), sql);
                }
            }
        }
        checkNames(java);
        if (problems.isEmpty() && !java.isEmpty()) {
            javaRevisions(java, code);
        }
        problems.throwIfAny("Cannot load the revisions");
        Map<String, RevisionCode> ordered = new LinkedHashMap<>();
        for (HeaderCache.Entry entry : entries) {
            String id = entry.header().orElseThrow().id();
            Optional.ofNullable(code.get(id)).ifPresent(found -> ordered.put(id, found));
        }
        return ordered;
    }

    Object loadEnv(Path file, String text) {
        SourceFile source = new SourceFile(file, Shown.path(file, settings.folder()), text);
        Map<SourceFile, ClassLoader> loaders = sources().load(List.of(source), problems);
        Optional<Object> env = Optional.empty();
        if (problems.isEmpty()) {
            Matcher matcher = PACKAGE.matcher(text);
            String name = (matcher.find() ? matcher.group(1) + "." : "") + source.className();
            env = RevisionClass.make(name, loader(loaders, source), source.shown(), problems);
        }
        problems.throwIfAny("Cannot load '%s'".formatted(source.shown()));
        return env.orElseThrow();
    }

    private void javaRevisions(Map<SourceFile, FileHeader> java, Map<String, RevisionCode> code) {
        Map<SourceFile, ClassLoader> loaders = sources().load(List.copyOf(java.keySet()), problems);
        if (!problems.isEmpty()) {
            return;
        }
        java.forEach((source, header) -> {
            String origin = source.shown() + ":" + header.line();
            RevisionClass.instance(header.className(), loader(loaders, source), origin, problems)
                    .ifPresent(migration -> code.put(header.id(), new JavaRevision(migration, source.shown())));
        });
    }

    private static ClassLoader loader(Map<SourceFile, ClassLoader> loaders, SourceFile source) {
        ClassLoader loader = loaders.get(source);
        if (loader == null) {
            throw new IllegalStateException("'%s' was not compiled".formatted(source.shown()));
        }
        return loader;
    }

    private JavaSources sources() {
        List<SourceFile> read = new ArrayList<>();
        helpers.forEach(helper -> source(helper).ifPresent(read::add));
        return new JavaSources(new ClassCache(settings.cacheDirectory()), project, read, null);
    }

    private void checkNames(Map<SourceFile, FileHeader> java) {
        java.forEach((source, header) -> {
            String simple = header.className().substring(header.className().lastIndexOf('.') + 1);
            if (!simple.equals(source.className())) {
                problems.add(
                        source.shown() + ":" + header.line(),
                        "class '%s' is not named as its file '%s'"
                                .formatted(simple, source.path().getFileName()),
                        "rename the class to '%s', or the file to '%s.java'".formatted(source.className(), simple));
            }
        });
    }

    private Optional<SourceFile> source(Path file) {
        String shown = Shown.path(file, settings.folder());
        Charset charset = settings.get(Setting.OUTPUT_ENCODING);
        try {
            return Optional.of(new SourceFile(file, shown, SourceText.read(file, charset)));
        } catch (HeaderProblemException e) {
            problems.add(shown + ":" + e.line(), String.valueOf(e.getMessage()), e.hint());
            return Optional.empty();
        }
    }
}
