package dev.retort.operation;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.Column;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.SqlType;

/**
 * What becomes of a column; a component that is {@code null} stays as it is.
 *
 * @param name its new name
 * @param type what it will hold
 * @param nullable whether it will accept {@code NULL}
 * @param defaultSql what the database will fill in
 * @param numbering how the database will number it
 * @param generated how it will be computed
 * @param collation its new collation
 * @param comment what it will say of itself
 * @param using the expression that turns old values into new ones, SQL of this database
 */
public record ColumnChange(
        @Nullable String name,
        @Nullable SqlType type,
        @Nullable Boolean nullable,
        @Nullable Setting<String> defaultSql,
        @Nullable Setting<Identity> numbering,
        @Nullable Setting<Generated> generated,
        @Nullable Setting<String> collation,
        @Nullable Setting<String> comment,
        @Nullable String using) {

    /** A change of nothing. */
    public static final ColumnChange NONE = new ColumnChange(null, null, null, null, null, null, null, null, null);

    /**
     * A value that is set, or taken away.
     *
     * @param <T> what is set
     * @param value the new value, or {@code null} to take it away
     */
    public record Setting<T>(@Nullable T value) {}

    /** Tell what must change for {@code before} to become {@code after}. */
    public static ColumnChange between(Column before, Column after) {
        return new ColumnChange(
                before.name().equals(after.name()) ? null : after.name(),
                before.type().equals(after.type()) ? null : after.type(),
                before.nullable() == after.nullable() ? null : (Boolean) after.nullable(),
                setting(before.defaultSql(), after.defaultSql()),
                setting(before.numbering(), after.numbering()),
                setting(before.generated(), after.generated()),
                setting(before.collation(), after.collation()),
                setting(before.comment(), after.comment()),
                null);
    }

    private static <T> @Nullable Setting<T> setting(@Nullable T before, @Nullable T after) {
        return Objects.equals(before, after) ? null : new Setting<>(after);
    }

    /** Change the name too. */
    public ColumnChange withName(String newName) {
        return new ColumnChange(newName, type, nullable, defaultSql, numbering, generated, collation, comment, using);
    }

    /** Change the type too, turning old values into new ones by {@code expression} where it is not {@code null}. */
    public ColumnChange withType(SqlType newType, @Nullable String expression) {
        return new ColumnChange(
                name, newType, nullable, defaultSql, numbering, generated, collation, comment, expression);
    }

    /** Accept or reject {@code NULL} too. */
    public ColumnChange withNullable(boolean newNullable) {
        return new ColumnChange(name, type, newNullable, defaultSql, numbering, generated, collation, comment, using);
    }

    /** Set the default too, or remove it for {@code null}. */
    public ColumnChange withDefault(@Nullable String sql) {
        return new ColumnChange(
                name, type, nullable, new Setting<>(sql), numbering, generated, collation, comment, using);
    }

    /** Number the rows too, or no longer for {@code null}. */
    public ColumnChange withNumbering(@Nullable Identity identity) {
        return new ColumnChange(
                name, type, nullable, defaultSql, new Setting<>(identity), generated, collation, comment, using);
    }

    /** Compute the column too, or no longer for {@code null}. */
    public ColumnChange withGenerated(@Nullable Generated expression) {
        return new ColumnChange(
                name, type, nullable, defaultSql, numbering, new Setting<>(expression), collation, comment, using);
    }

    /** Set the collation too, or leave it to the database for {@code null}. */
    public ColumnChange withCollation(@Nullable String newCollation) {
        return new ColumnChange(
                name, type, nullable, defaultSql, numbering, generated, new Setting<>(newCollation), comment, using);
    }

    /** Turn old values into new ones by {@code expression}. */
    public ColumnChange withUsing(String expression) {
        return new ColumnChange(name, type, nullable, defaultSql, numbering, generated, collation, comment, expression);
    }

    /** Set the comment too, or remove it for {@code null}. */
    public ColumnChange withComment(@Nullable String text) {
        return new ColumnChange(
                name, type, nullable, defaultSql, numbering, generated, collation, new Setting<>(text), using);
    }

    /** Describe {@code column} as it is after this change. */
    public Column applyTo(Column column) {
        Column changed = column;
        if (name != null) {
            changed = changed.named(name);
        }
        if (type != null) {
            changed = changed.type(type);
        }
        if (nullable != null) {
            changed = changed.nullable(nullable);
        }
        if (defaultSql != null) {
            changed = changed.defaultSql(defaultSql.value());
        }
        if (numbering != null) {
            changed = changed.numbering(numbering.value());
        }
        if (generated != null) {
            changed = changed.generated(generated.value());
        }
        if (collation != null) {
            changed = changed.collation(collation.value());
        }
        return comment == null ? changed : changed.comment(comment.value());
    }

    /** Tell whether only the name changes. */
    public boolean renamesOnly() {
        return name != null && equals(new ColumnChange(name, null, null, null, null, null, null, null, null));
    }

    /** Tell whether nothing changes. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
