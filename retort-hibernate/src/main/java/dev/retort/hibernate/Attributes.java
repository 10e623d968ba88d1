package dev.retort.hibernate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which attribute of which entity each column belongs to, in the order in which people declared them: identifiers first,
 * then attributes as they stand in the class, those of a superclass before those of its subclass.
 */
final class Attributes {

    private final IdentityHashMap<Table, Map<String, String>> byTable = new IdentityHashMap<>();

    private Attributes() {}

    static Attributes of(Metadata metadata) {
        var attributes = new Attributes();
        List<PersistentClass> entities = metadata.getEntityBindings().stream()
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .toList();
        entities.forEach(attributes::visit);
        metadata.getCollectionBindings().stream()
                .sorted(Comparator.comparing(Collection::getRole))
                .forEach(attributes::visit);
        return attributes;
    }

    /** List a table's columns in order; what belongs to no attribute comes last, as Hibernate has it. */
    List<Column> inOrder(Table table) {
        List<String> order = List.copyOf(byTable.getOrDefault(table, Map.of()).keySet());
        return table.getColumns().stream()
                .sorted(Comparator.comparingInt(column -> {
                    int place = order.indexOf(column.getName());
                    return place < 0 ? Integer.MAX_VALUE : place;
                }))
                .toList();
    }

    /** Name the attribute behind a column, or the table's column where there is none. */
    String describe(Table table, Column column) {
        @Nullable String attribute = byTable.getOrDefault(table, Map.of()).get(column.getName());
        return attribute == null
                ? "column '%s' of table '%s'".formatted(column.getName(), table.getName())
                : "'%s' (column '%s' of table '%s')".formatted(attribute, column.getName(), table.getName());
    }

    private void visit(PersistentClass entity) {
        var line = new ArrayList<PersistentClass>();
        for (PersistentClass one = entity; one != null; one = one.getSuperclass()) {
            line.add(0, one);
        }
        String name = entity.getEntityName();
        visit(entity.getTable(), entity.getIdentifier(), name + "#id");
        visit(entity.getTable(), entity.getKey(), name + "#id");
        for (PersistentClass one : line) {
            if (one.getDiscriminator() != null) {
                visit(entity.getTable(), one.getDiscriminator(), name + "#discriminator");
            }
            for (Join join : one.getJoins()) {
                visit(join.getTable(), join.getKey(), name + "#id");
            }
            for (Property property : declared(one.getProperties(), one.getMappedClass())) {
                visit(entity.getTable(), property.getValue(), name + "." + property.getName());
            }
        }
    }

    private void visit(Collection collection) {
        Table table = collection.getCollectionTable();
        String role = collection.getRole();
        visit(table, collection.getKey(), role);
        if (collection instanceof IdentifierCollection identified) {
            visit(table, identified.getIdentifier(), role);
        }
        if (collection instanceof IndexedCollection indexed) {
            visit(table, indexed.getIndex(), role);
        }
        visit(table, collection.getElement(), role);
    }

    /** An attribute that is inherited lies in its own table, or, with a table per class, also in the entity's. */
    private void visit(Table entityTable, @Nullable Value value, String attribute) {
        if (value == null || value instanceof Collection) {
            return;
        }
        if (value instanceof Component component) {
            for (Property property : declared(component.getProperties(), component)) {
                visit(entityTable, property.getValue(), attribute + "." + property.getName());
            }
        }
        for (Selectable selectable : value.getSelectables()) {
            if (selectable instanceof Column column) {
                note(value.getTable(), column, attribute);
                note(entityTable, column, attribute);
            }
        }
    }

    private void note(@Nullable Table table, Column column, String attribute) {
        if (table != null) {
            byTable.computeIfAbsent(table, key -> new LinkedHashMap<>()).putIfAbsent(column.getName(), attribute);
        }
    }

    private static List<Property> declared(List<Property> properties, Component component) {
        return component.isDynamic() || component.getComponentClassName() == null
                ? properties
                : declared(properties, component.getComponentClass());
    }

    /** Class files keep fields as they were declared, and so does the platform that reads them. */
    private static List<Property> declared(List<Property> properties, @Nullable Class<?> type) {
        Map<String, Integer> order = new HashMap<>();
        try {
            for (Class<?> one = type; one != null && one != Object.class; one = one.getSuperclass()) {
                var fields = one.getDeclaredFields();
                for (int i = 0; i < fields.length; i++) {
                    order.put(fields[i].getName(), i - 1000 * depth(one, type));
                }
            }
        } catch (LinkageError e) {
            return properties;
        }
        return properties.stream()
                .sorted(Comparator.comparing(property -> order.getOrDefault(property.getName(), Integer.MAX_VALUE)))
                .toList();
    }

    private static int depth(Class<?> ancestor, @Nullable Class<?> type) {
        int depth = 0;
        for (Class<?> one = type; one != null && one != ancestor; one = one.getSuperclass()) {
            depth++;
        }
        return depth;
    }
}
