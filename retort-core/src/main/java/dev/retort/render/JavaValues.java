package dev.retort.render;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/** Writes the values of rows. */
final class JavaValues {

    private final Imports imports;

    JavaValues(Imports imports) {
        this.imports = imports;
    }

    Expression row(Map<String, ? extends @Nullable Object> row) {
        imports.definitions();
        var arguments = new StringJoiner(", ", "row(", ")");
        row.forEach((column, value) -> {
            arguments.add(JavaLiterals.string(column));
            arguments.add(value(value));
        });
        return Expression.of(arguments.toString());
    }

    private String value(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer) {
            return String.valueOf(value);
        } else if (value instanceof String text) {
            return JavaLiterals.string(text);
        } else if (value instanceof Long) {
            return value + "L";
        } else if (value instanceof Short) {
            return "(short) " + value;
        } else if (value instanceof Byte) {
            return "(byte) " + value;
        } else if (value instanceof Double || value instanceof Float) {
            return imports.type(value.getClass()) + ".valueOf(\"" + value + "\")";
        } else if (value instanceof BigDecimal || value instanceof BigInteger) {
            return "new " + imports.type(value.getClass()) + "(\"" + value + "\")";
        } else if (value instanceof UUID) {
            return imports.type(UUID.class) + ".fromString(\"" + value + "\")";
        } else if (value instanceof byte[] bytes) {
            return bytes(bytes);
        } else if (value.getClass().getPackageName().equals("java.time")) {
            return imports.type(value.getClass()) + ".parse(\"" + value + "\")";
        }
        throw new RetortException(
                "Cannot write a value of class '%s' as Java"
                        .formatted(value.getClass().getName()),
                "write the insert by hand");
    }

    private static String bytes(byte[] bytes) {
        var text = new StringJoiner(", ", "new byte[] {", "}");
        for (byte each : bytes) {
            text.add(Byte.toString(each));
        }
        return text.toString();
    }
}
