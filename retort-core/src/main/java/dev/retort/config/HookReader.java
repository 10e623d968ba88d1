package dev.retort.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the tables of {@code post_write_hooks}. */
final class HookReader {

    private static final List<String> KEYS = List.of("name", "type", "executable", "options", "cwd");

    private final Path folder;
    private final List<BadValueException> bad = new ArrayList<>();

    private HookReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Read all hooks.
     *
     * @throws BadValueException with everything that is wrong with them
     */
    static List<PostWriteHook> read(Located value, Path folder) throws BadValueException {
        HookReader reader = new HookReader(folder);
        List<PostWriteHook> hooks = new ArrayList<>();
        for (Located element : ValueKind.elements(value)) {
            if (element.value() instanceof Map<?, ?> table) {
                hooks.add(reader.hook(element, table));
            } else {
                reader.bad.add(new BadValueException("must be written as [[post_write_hooks]] tables", element));
            }
        }
        BadValueException.throwIfAny(reader.bad);
        return List.copyOf(hooks);
    }

    private PostWriteHook hook(Located where, Map<?, ?> table) {
        for (Map.Entry<?, ?> entry : table.entrySet()) {
            if (!KEYS.contains(entry.getKey())) {
                bad.add(new BadValueException(
                        "has no key '%s'; the keys are %s".formatted(entry.getKey(), String.join(", ", KEYS)),
                        (Located) entry.getValue()));
            }
        }
        if (table.get("type") instanceof Located type && !text(type).equals("exec") && type.value() instanceof String) {
            bad.add(new BadValueException("has the type '%s'; only \"exec\" is known".formatted(type.value()), type));
        }
        List<String> options = new ArrayList<>();
        if (table.get("options") instanceof Located located) {
            for (Located option : ValueKind.elements(located)) {
                options.add(text(option));
            }
        }
        return new PostWriteHook(
                required("name", where, table), required("executable", where, table), options, directory(table));
    }

    private Path directory(Map<?, ?> table) {
        try {
            return table.get("cwd") instanceof Located located ? ValueKind.path(located, folder) : folder;
        } catch (BadValueException e) {
            bad.add(e);
            return folder;
        }
    }

    private String required(String key, Located where, Map<?, ?> table) {
        if (table.get(key) instanceof Located located) {
            return text(located);
        }
        bad.add(new BadValueException("lacks '%s'".formatted(key), where));
        return "";
    }

    private String text(Located value) {
        try {
            return ValueKind.text(value);
        } catch (BadValueException e) {
            bad.add(e);
            return "";
        }
    }
}
