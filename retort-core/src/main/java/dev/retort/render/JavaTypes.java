package dev.retort.render;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;

/** Writes types, names and enum constants as {@code dev.retort.migration.Types} has them. */
final class JavaTypes {

    private final Imports imports;

    JavaTypes(Imports imports) {
        this.imports = imports;
    }

    String type(SqlType type) {
        imports.types();
        String plain = plain(type);
        return plain == null ? withArguments(type) : plain + "()";
    }

    /** Name a table, sequence or type. */
    String name(QualifiedName name) {
        String schema = name.schema();
        if (schema == null) {
            return JavaLiterals.string(name.name());
        }
        imports.definitions();
        return "in(" + JavaLiterals.string(schema) + ", " + JavaLiterals.string(name.name()) + ")";
    }

    private static @Nullable String plain(SqlType type) {
        if (type instanceof SqlType.Bool) {
            return "bool";
        } else if (type instanceof SqlType.TinyInt) {
            return "tinyint";
        } else if (type instanceof SqlType.SmallInt) {
            return "smallint";
        } else if (type instanceof SqlType.Int) {
            return "integer";
        } else if (type instanceof SqlType.BigInt) {
            return "bigint";
        } else if (type instanceof SqlType.Real) {
            return "real";
        } else if (type instanceof SqlType.DoublePrecision) {
            return "doublePrecision";
        } else if (type instanceof SqlType.Text) {
            return "text";
        } else if (type instanceof SqlType.Blob) {
            return "blob";
        } else if (type instanceof SqlType.Date) {
            return "date";
        } else if (type instanceof SqlType.Uuid) {
            return "uuid";
        }
        return type instanceof SqlType.Json json ? (json.binary() ? "jsonb" : "json") : null;
    }

    private String withArguments(SqlType type) {
        if (type instanceof SqlType.Decimal number) {
            return decimal(number);
        } else if (type instanceof SqlType.Char text) {
            return "character(" + text.length() + ")";
        } else if (type instanceof SqlType.VarChar text) {
            return call("varchar", text.length());
        } else if (type instanceof SqlType.Binary bytes) {
            return "binary(" + bytes.length() + ")";
        } else if (type instanceof SqlType.VarBinary bytes) {
            return call("varbinary", bytes.length());
        } else if (type instanceof SqlType.Time time) {
            return call(time.withZone() ? "timeWithTimeZone" : "time", time.precision());
        } else if (type instanceof SqlType.Timestamp time) {
            return call(time.withZone() ? "timestampWithTimeZone" : "timestamp", time.precision());
        } else if (type instanceof SqlType.Enumeration words) {
            return enumeration(words);
        } else if (type instanceof SqlType.Array list) {
            return "array(" + type(list.element()) + ")";
        } else if (type instanceof SqlType.Named named) {
            return "named(" + JavaLiterals.string(named.text()) + ")";
        }
        throw new RetortException(
                "Cannot write type '%s' as Java".formatted(type), "write the revision by hand with named(\"...\")");
    }

    private static String call(String method, @Nullable Integer argument) {
        return method + "(" + (argument == null ? "" : argument) + ")";
    }

    private static String decimal(SqlType.Decimal number) {
        if (number.scale() == null) {
            return call("decimal", number.precision());
        }
        return "decimal(" + number.precision() + ", " + number.scale() + ")";
    }

    private String enumeration(SqlType.Enumeration words) {
        QualifiedName own = words.name();
        if (own == null) {
            return "enumOf(" + JavaLiterals.strings(words.values()) + ")";
        }
        return "enumType("
                + name(own)
                + words.values().stream()
                        .map(value -> ", " + JavaLiterals.string(value))
                        .collect(Collectors.joining())
                + ")";
    }
}
