package dev.retort.dialect.h2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.SqlType;

/** Understands types as the catalog describes them, with the words of enums and the elements of arrays. */
final class H2TypeReader {

    private final H2Types types;
    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<String, CatalogRow> elements = new HashMap<>();

    /**
     * Know enums and arrays.
     *
     * @param enumRows rows of {@code ENUM_VALUES} in the order of the words
     * @param elementRows rows of {@code ELEMENT_TYPES}
     */
    H2TypeReader(H2Types types, List<CatalogRow> enumRows, List<CatalogRow> elementRows) {
        this.types = types;
        for (CatalogRow row : enumRows) {
            words.computeIfAbsent(
                            key(row.get("OBJECT_SCHEMA"), row.get("OBJECT_NAME"), row.get("ENUM_IDENTIFIER")),
                            key -> new ArrayList<>())
                    .add(row.get("VALUE_NAME"));
        }
        for (CatalogRow row : elementRows) {
            elements.put(
                    key(row.get("OBJECT_SCHEMA"), row.get("OBJECT_NAME"), row.get("COLLECTION_TYPE_IDENTIFIER")), row);
        }
    }

    /** Find the words of an enum that a table, domain or column of them holds. */
    List<String> words(String schema, String object, String identifier) {
        return words.getOrDefault(key(schema, object, identifier), List.of());
    }

    /**
     * Understand the type that {@code row} describes.
     *
     * @param identifier the {@code DTD_IDENTIFIER}, by which enums and arrays are found
     */
    SqlType type(CatalogRow row, String schema, String object, String identifier) {
        String name = row.get("DATA_TYPE");
        return switch (name) {
            case "ENUM" -> new SqlType.Enumeration(null, words(schema, object, identifier));
            case "ARRAY" -> array(schema, object, identifier);
            case "NUMERIC" -> decimal(row);
            case "DECFLOAT" -> named("decfloat", row.integer("DECLARED_NUMERIC_PRECISION"));
            case "INTERVAL" -> named("interval " + row.get("INTERVAL_TYPE").toLowerCase(Locale.ROOT), null);
            case "GEOMETRY" -> geometry(row);
            case "VARCHAR_IGNORECASE" -> named("varchar_ignorecase", length(row));
            case "CHARACTER VARYING" -> new SqlType.VarChar(length(row));
            case "BINARY VARYING" -> new SqlType.VarBinary(length(row));
            case "CHARACTER", "BINARY" -> types.parse(name + "(" + row.get("CHARACTER_MAXIMUM_LENGTH") + ")");
            case "TIME" -> new SqlType.Time(row.integer("DATETIME_PRECISION"), false);
            case "TIME WITH TIME ZONE" -> new SqlType.Time(row.integer("DATETIME_PRECISION"), true);
            case "TIMESTAMP" -> new SqlType.Timestamp(row.integer("DATETIME_PRECISION"), false);
            case "TIMESTAMP WITH TIME ZONE" -> new SqlType.Timestamp(row.integer("DATETIME_PRECISION"), true);
            default -> types.canonical(types.parse(name));
        };
    }

    private SqlType array(String schema, String object, String identifier) {
        CatalogRow element = elements.get(key(schema, object, identifier));
        return element == null
                ? new SqlType.Named("array")
                : new SqlType.Array(type(element, schema, object, element.get("DTD_IDENTIFIER")));
    }

    private static SqlType decimal(CatalogRow row) {
        Integer precision = row.integer("DECLARED_NUMERIC_PRECISION");
        Integer scale = row.integer("DECLARED_NUMERIC_SCALE");
        return new SqlType.Decimal(precision, precision != null && scale == null ? (Integer) 0 : scale);
    }

    private static SqlType geometry(CatalogRow row) {
        String shape = row.find("GEOMETRY_TYPE");
        String system = row.find("GEOMETRY_SRID");
        if (shape == null && system == null) {
            return new SqlType.Named("geometry");
        }
        String arguments =
                (shape == null ? "geometry" : shape.toLowerCase(Locale.ROOT)) + (system == null ? "" : ", " + system);
        return H2Types.named("geometry(" + arguments + ")");
    }

    private static SqlType named(String word, @Nullable Integer argument) {
        return new SqlType.Named(argument == null ? word : word + "(" + argument + ")");
    }

    private static @Nullable Integer length(CatalogRow row) {
        Integer length = row.integer("CHARACTER_MAXIMUM_LENGTH");
        return length == null || length >= H2Types.UNLIMITED ? null : length;
    }

    private static String key(String schema, String object, String identifier) {
        return schema + '\0' + object + '\0' + identifier;
    }
}
