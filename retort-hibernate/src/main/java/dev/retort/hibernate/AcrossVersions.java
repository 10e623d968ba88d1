package dev.retort.hibernate;

import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;

/** Asks Hibernate what different versions of it answer under different names: 6.6, and 7.2 to 7.4. */
final class AcrossVersions {

    private AcrossVersions() {}

    /** List a table's references: a collection since 7.0, a map before. */
    static List<ForeignKey> foreignKeys(Table table) {
        Object answer = ask(table, "getForeignKeyCollection", "getForeignKeys");
        Collection<?> keys = answer instanceof Map<?, ?> map ? map.values() : (Collection<?>) answer;
        return keys.stream().map(ForeignKey.class::cast).toList();
    }

    /** List the statements of a command: a record since 7.0. */
    static List<String> statements(InitCommand command) {
        return List.of((String[]) ask(command, "initCommands", "getInitCommands"));
    }

    private static Object ask(Object subject, String name, String nameBefore) {
        try {
            for (var method : subject.getClass().getMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == 0) {
                    return method.invoke(subject);
                }
            }
            return subject.getClass().getMethod(nameBefore).invoke(subject);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException("This version of Hibernate is not known", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
