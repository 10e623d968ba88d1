package dev.retort.render;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Remembers what the lines written so far need. */
final class Imports {

    private final TreeSet<String> statics = new TreeSet<>();
    private final TreeSet<String> classes = new TreeSet<>();

    void definitions() {
        statics.add("static dev.retort.migration.Definitions.*");
    }

    void types() {
        statics.add("static dev.retort.migration.Types.*");
    }

    /** Name a constant by itself. */
    String constant(Enum<?> constant) {
        statics.add("static " + constant.getDeclaringClass().getName() + "." + constant.name());
        return constant.name();
    }

    /** Name a class by its simple name. */
    String type(Class<?> type) {
        if (!type.getPackageName().equals("java.lang")) {
            classes.add(type.getName());
        }
        return type.getSimpleName();
    }

    List<String> all() {
        return Stream.concat(statics.stream(), classes.stream()).toList();
    }
}
