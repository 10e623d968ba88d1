package dev.retort.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the tables of {@code post_write_hooks}. */
final class HookReader {

    private static final List<String> KEYS = List.of("name", "type", "executable", "options", "cwd");

    private HookReader() {}

    static List<PostWriteHook> read(Located value, Path folder) throws BadValueException {
        List<PostWriteHook> hooks = new ArrayList<>();
        for (Located element : ValueKind.elements(value)) {
            if (!(element.value() instanceof Map<?, ?> table)) {
                throw new BadValueException("must be written as [[post_write_hooks]] tables", element);
            }
            hooks.add(hook(element, table, folder));
        }
        return List.copyOf(hooks);
    }

    private static PostWriteHook hook(Located where, Map<?, ?> table, Path folder) throws BadValueException {
        for (Map.Entry<?, ?> entry : table.entrySet()) {
            if (!KEYS.contains(entry.getKey())) {
                throw new BadValueException(
                        "has no key '%s'; the keys are %s".formatted(entry.getKey(), String.join(", ", KEYS)),
                        (Located) entry.getValue());
            }
        }
        String name = ValueKind.text(required("name", where, table));
        Object type = table.get("type");
        if (type instanceof Located located && !ValueKind.text(located).equals("exec")) {
            throw new BadValueException(
                    "has the type '%s'; only \"exec\" is known".formatted(located.value()), located);
        }
        List<String> options = new ArrayList<>();
        if (table.get("options") instanceof Located located) {
            for (Located option : ValueKind.elements(located)) {
                options.add(ValueKind.text(option));
            }
        }
        Path cwd = table.get("cwd") instanceof Located located ? ValueKind.path(located, folder) : folder;
        return new PostWriteHook(name, ValueKind.text(required("executable", where, table)), options, cwd);
    }

    private static Located required(String key, Located where, Map<?, ?> table) throws BadValueException {
        if (table.get(key) instanceof Located located) {
            return located;
        }
        throw new BadValueException("lacks '%s'".formatted(key), where);
    }
}
