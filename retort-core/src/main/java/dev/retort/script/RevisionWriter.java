package dev.retort.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.config.RevisionFormat;
import dev.retort.config.Setting;
import dev.retort.config.Settings;

/** Writes new revision files. */
final class RevisionWriter {

    private final Settings settings;
    private final List<Path> locations;
    private final Consumer<Path> folders;

    /**
     * Write what is read again.
     *
     * @param locations the folders that revisions are read from
     * @param folders is told the folder of a revision, if that had to be made
     */
    RevisionWriter(Settings settings, List<Path> locations, Consumer<Path> folders) {
        this.settings = settings;
        this.locations = List.copyOf(locations);
        this.folders = folders;
    }

    /** Write {@code revision} into {@code location}. */
    Path write(NewRevision revision, Path location, RevisionFormat format) {
        Optional<ZoneId> zone = settings.get(Setting.TIMEZONE);
        ZonedDateTime created = revision.created().atZone(zone.orElseGet(ZoneId::systemDefault));
        FileNameTemplate names = new FileNameTemplate(
                settings.get(Setting.FILE_TEMPLATE),
                settings.origin(Setting.FILE_TEMPLATE).orElse("file_template"),
                settings.get(Setting.TRUNCATE_SLUG_LENGTH));
        String name = names.name(revision.id(), revision.message().orElse(""), created);
        RevisionText text = new RevisionText(revision, created, zone.isPresent());
        String base = name.substring(name.lastIndexOf('/') + 1);
        String className = JavaNames.className(base);
        Path file = file(
                location,
                format == RevisionFormat.JAVA
                        ? name.substring(0, name.length() - base.length()) + className + ".java"
                        : name + ".sql");
        String content = template(format)
                .fill(
                        format == RevisionFormat.JAVA
                                ? text.java(
                                        className,
                                        settings.get(Setting.REVISION_PACKAGE).orElse(""))
                                : text.sql());
        save(file, encoded(content, file));
        return file;
    }

    private Path file(Path location, String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        Path file;
        try {
            file = location.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw badName(name, e);
        }
        if (!file.startsWith(location) || file.equals(location) || last.startsWith(".") || last.startsWith("#")) {
            throw badName(name, null);
        }
        requireRead(file);
        return file;
    }

    /** Refuse a place where no command would find the revision again. */
    private void requireRead(Path file) {
        String shown = Shown.path(file, settings.folder());
        if (RevisionFiles.wouldFind(file, locations, settings.get(Setting.RECURSIVE_VERSION_LOCATIONS))) {
            return;
        }
        if (RevisionFiles.wouldFind(file, locations, true)) {
            throw new RetortException(
                    "file_template puts the revision at '%s', in a folder below the version location, where none is read"
                            .formatted(shown),
                    "set recursive_version_locations = true, or write file_template without '/'");
        }
        throw badName(shown, null);
    }

    private static RetortException badName(String name, @Nullable Exception cause) {
        return new RetortException(
                "file_template makes the file name '%s', which is no place for a revision".formatted(name),
                "correct file_template, so that it gives a visible file below the version location",
                cause);
    }

    private TextTemplate template(RevisionFormat format) {
        Path file = settings.get(Setting.SCRIPT_LOCATION).resolve("revision." + format.spelling() + ".template");
        String shown = Shown.path(file, settings.folder());
        try {
            if (!Files.exists(file)) {
                return new TextTemplate(Template.resource("shared/" + file.getFileName()), shown);
            }
            return new TextTemplate(SourceText.read(file, StandardCharsets.UTF_8), shown);
        } catch (HeaderProblemException e) {
            throw new RetortException(shown + ":" + e.line() + ": " + e.getMessage(), e.hint(), e);
        }
    }

    private byte[] encoded(String content, Path file) {
        Charset charset = settings.get(Setting.OUTPUT_ENCODING);
        try {
            ByteBuffer bytes = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(content));
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded;
        } catch (CharacterCodingException e) {
            throw new RetortException(
                    "'%s' cannot be written in the encoding %s: it holds characters that are not in it"
                            .formatted(Shown.path(file, settings.folder()), charset.name()),
                    "set output_encoding = \"utf-8\", or leave these characters out of the message",
                    e);
        }
    }

    private void save(Path file, byte[] bytes) {
        String shown = Shown.path(file, settings.folder());
        Path folder = file.getParent();
        boolean isNew = folder != null && !Files.exists(folder);
        try {
            AtomicFile.create(file, bytes);
            if (isNew) {
                folders.accept(folder);
            }
        } catch (FileAlreadyExistsException e) {
            throw new RetortException(
                    "'%s' exists already and is not overwritten".formatted(shown),
                    "choose another message or --rev-id, or put %(rev)s into file_template",
                    e);
        } catch (IOException e) {
            throw new RetortException(
                    "Cannot write '%s': %s".formatted(shown, RetortException.reason(e)),
                    "check that the folder may be written and that the name is not too long (truncate_slug_length)",
                    e);
        }
    }
}
