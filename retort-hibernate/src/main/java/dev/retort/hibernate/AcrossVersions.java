package dev.retort.hibernate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

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

    /** Give the JDBC type code of a column: what it is asked with has another type since 7.0. */
    static int typeCode(Column column, Metadata metadata) {
        for (var method : Column.class.getMethods()) {
            if (method.getName().equals("getSqlTypeCode") && method.getParameterCount() == 1) {
                return (int) call(method, column, metadata);
            }
        }
        throw new IllegalStateException("This version of Hibernate is not known");
    }

    private static Object ask(Object subject, String name, String nameBefore) {
        @Nullable Method before = null;
        for (var method : subject.getClass().getMethods()) {
            if (method.getParameterCount() == 0 && method.getName().equals(name)) {
                return call(method, subject);
            }
            if (method.getParameterCount() == 0 && method.getName().equals(nameBefore)) {
                before = method;
            }
        }
        if (before == null) {
            throw new IllegalStateException("This version of Hibernate is not known");
        }
        return call(before, subject);
    }

    private static Object call(Method method, Object subject, Object... arguments) {
        try {
            return method.invoke(subject, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
