package dev.retort.script;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;

import dev.retort.migration.Migration;

/** Makes an instance of a revision's class, or says what the class lacks. */
final class RevisionClass {

    private RevisionClass() {}

    /** Make a migration of the class {@code name}; what is wrong with it goes to {@code problems}. */
    static Optional<Migration> instance(String name, ClassLoader loader, String origin, ScriptProblems problems) {
        Optional<Object> made = make(name, loader, origin, problems);
        if (made.isPresent() && !(made.get() instanceof Migration)) {
            problems.add(
                    origin,
                    "class '%s' does not implement Migration".formatted(name),
                    "declare it as 'public class %s implements Migration'".formatted(simple(name)));
        }
        return made.filter(Migration.class::isInstance).map(Migration.class::cast);
    }

    /** Make an instance of the class {@code name}, whatever it is. */
    static Optional<Object> make(String name, ClassLoader loader, String origin, ScriptProblems problems) {
        try {
            Class<?> type = Class.forName(name, true, loader);
            Optional<String> fault = fault(type);
            if (fault.isPresent()) {
                problems.add(
                        origin,
                        "class '%s' %s".formatted(name, fault.get()),
                        "declare it as 'public class %s' with a public constructor without parameters"
                                .formatted(simple(name)));
                return Optional.empty();
            }
            return Optional.of(type.getConstructor().newInstance());
        } catch (ClassNotFoundException e) {
            problems.add(
                    origin, "the file declares no class '%s'".formatted(name), "name the public class as its file");
        } catch (InvocationTargetException e) {
            problems.add(
                    origin,
                    "the constructor of '%s' throws %s".formatted(name, e.getCause()),
                    "let the constructor do nothing");
        } catch (ReflectiveOperationException | LinkageError e) {
            problems.add(
                    origin,
                    "class '%s' cannot be loaded: %s".formatted(name, e),
                    "check that class_path holds every class it uses");
        }
        return Optional.empty();
    }

    private static Optional<String> fault(Class<?> type) {
        if (!Modifier.isPublic(type.getModifiers())) {
            return Optional.of("is not public");
        }
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            return Optional.of("is abstract");
        }
        boolean makeable =
                Arrays.stream(type.getConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0);
        return makeable ? Optional.empty() : Optional.of("has no public constructor without parameters");
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
