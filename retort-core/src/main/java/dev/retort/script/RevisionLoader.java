package dev.retort.script;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.retort.config.Setting;
import dev.retort.config.Settings;

/** Turns revision files into code that can run. */
final class RevisionLoader {

    private static final long MOST_COMPILED = 1_000_000;

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\p{L}\\p{N}_.$]+)\\s*;");

    private final Settings settings;
    private final List<Path> helpers;
    private final ProjectClassPath project;
    private final ScriptProblems problems = new ScriptProblems();
    private final Map<String, Integer> fingerprints = new HashMap<>();

    RevisionLoader(Settings settings, List<Path> helpers, ProjectClassPath project) {
        this.settings = settings;
        this.helpers = List.copyOf(helpers);
        this.project = project;
    }

    /** Load code, all of which stays in memory, in the order of {@code entries}. */
    RevisionCodes.Loaded load(List<HeaderCache.Entry> entries) {
        RevisionCodes codes = RevisionCodes.of(Map.of());
        load(entries, codes, Long.MAX_VALUE, Integer.MAX_VALUE);
        Map<String, RevisionCode> ordered = new LinkedHashMap<>();
        for (HeaderCache.Entry entry : entries) {
            String id = entry.header().orElseThrow().id();
            ordered.put(id, codes.code(id));
        }
        return new RevisionCodes.Loaded(ordered, fingerprints);
    }

    /**
     * Look through code and load it; beyond a bound it is let go again.
     *
     * @param codes takes it
     * @param most how many characters of text may stay in memory
     * @param mostClasses how many classes may
     */
    void load(List<HeaderCache.Entry> entries, RevisionCodes codes, long most, int mostClasses) {
        long characters = 0;
        List<HeaderCache.Entry> java = new ArrayList<>();
        for (HeaderCache.Entry entry : entries) {
            FileHeader header = entry.header().orElseThrow();
            Optional<SourceFile> source = source(entry.file().path());
            if (source.isEmpty()) {
                continue;
            }
            String text = source.get().text();
            fingerprints.put(header.id(), text.hashCode());
            if (entry.file().isJava()) {
                checkName(source.get(), header);
                java.add(entry);
            } else {
                SqlRevision sql = SqlSections.parse(source.get().shown(), text, problems);
                characters += text.length();
                if (characters <= most) {
                    codes.keep(header.id(), sql);
                } else {
                    codes.leave(header.id(), text.hashCode(), false);
                }
            }
        }
        if (problems.isEmpty()) {
            classes(java, codes, mostClasses);
        }
        problems.throwIfAny("Cannot load the revisions");
    }

    /** Compile what has to be compiled, a million characters at once: a compiler needs memory for all it is given. */
    private void classes(List<HeaderCache.Entry> entries, RevisionCodes codes, int most) {
        Map<SourceFile, FileHeader> together = new LinkedHashMap<>();
        long characters = 0;
        int stay = most;
        for (HeaderCache.Entry entry : entries) {
            Optional<SourceFile> source = source(entry.file().path());
            if (source.isPresent()) {
                characters += source.get().text().length();
                if (characters > MOST_COMPILED && !together.isEmpty()) {
                    stay -= classes(together, codes, stay);
                    together.clear();
                    characters = source.get().text().length();
                }
                together.put(source.get(), entry.header().orElseThrow());
            }
        }
        if (!together.isEmpty()) {
            classes(together, codes, stay);
        }
    }

    /** Make the migrations of these classes, of which {@code most} may stay; say how many there were. */
    private int classes(Map<SourceFile, FileHeader> java, RevisionCodes codes, int most) {
        ScriptProblems own = new ScriptProblems();
        Map<SourceFile, ClassLoader> loaders = sources().load(List.copyOf(java.keySet()), own);
        if (own.isEmpty()) {
            int[] stay = {most};
            java.forEach((source, header) -> {
                String origin = source.shown() + ":" + header.line();
                RevisionClass.instance(header.className(), loader(loaders, source), origin, own)
                        .ifPresent(migration -> {
                            if (stay[0]-- > 0) {
                                codes.keep(header.id(), new JavaRevision(migration, source.shown()));
                            } else {
                                codes.leave(header.id(), source.text().hashCode(), true);
                            }
                        });
            });
        }
        problems.addAll(own);
        return java.size();
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

    private void checkName(SourceFile source, FileHeader header) {
        String simple = header.className().substring(header.className().lastIndexOf('.') + 1);
        if (!simple.equals(source.className())) {
            problems.add(
                    source.shown() + ":" + header.line(),
                    "class '%s' is not named as its file '%s'"
                            .formatted(simple, source.path().getFileName()),
                    "rename the class to '%s', or the file to '%s.java'".formatted(source.className(), simple));
        }
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
