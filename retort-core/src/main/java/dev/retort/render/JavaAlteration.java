package dev.retort.render;

import org.jspecify.annotations.Nullable;

import dev.retort.operation.ColumnChange;
import dev.retort.operation.ColumnChange.Setting;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.SqlType;

/** Writes a change of a column that gives only what changes. */
final class JavaAlteration {

    private JavaAlteration() {}

    static Expression of(String column, ColumnChange change, Imports imports, JavaTypes types, JavaElements elements) {
        imports.definitions();
        Expression text = Expression.of("alter(" + JavaLiterals.string(column) + ")");
        if (change.name() != null) {
            text = text.call("renamedTo(" + JavaLiterals.string(change.name()) + ")");
        }
        SqlType type = change.type();
        if (type != null) {
            String using = change.using() == null ? "" : ", " + JavaLiterals.string(change.using());
            text = text.call("type(" + types.type(type) + using + ")");
        }
        if (change.nullable() != null) {
            text = text.call(change.nullable() ? "nullable()" : "notNull()");
        }
        text = setting(text, change.defaultSql(), "defaultSql", "withoutDefault");
        text = numbering(text, change.numbering(), elements);
        text = generated(text, change.generated());
        text = setting(text, change.collation(), "collation", "withoutCollation");
        return setting(text, change.comment(), "comment", "withoutComment");
    }

    private static Expression setting(Expression text, @Nullable Setting<String> setting, String set, String takeAway) {
        if (setting == null) {
            return text;
        }
        String value = setting.value();
        return text.call(value == null ? takeAway + "()" : set + "(" + JavaLiterals.string(value) + ")");
    }

    private static Expression numbering(Expression text, @Nullable Setting<Identity> setting, JavaElements elements) {
        if (setting == null) {
            return text;
        }
        Identity identity = setting.value();
        if (identity == null) {
            return text.call("withoutIdentity()");
        }
        return text.call(
                identity.equals(Identity.byDefault())
                        ? "identity()"
                        : "numbering(" + elements.identity(identity) + ")");
    }

    private static Expression generated(Expression text, @Nullable Setting<Generated> setting) {
        if (setting == null) {
            return text;
        }
        Generated generated = setting.value();
        if (generated == null) {
            return text.call("withoutGenerated()");
        }
        return text.call((generated.stored() ? "generatedStored(" : "generatedVirtual(")
                + JavaLiterals.string(generated.expression()) + ")");
    }
}
