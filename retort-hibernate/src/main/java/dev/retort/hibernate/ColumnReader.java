package dev.retort.hibernate;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.jspecify.annotations.Nullable;

import dev.retort.dialect.Types;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Generated;
import dev.retort.schema.SqlType;

/** Turns a column of Hibernate's into one of ours. */
final class ColumnReader {

    private final Metadata metadata;
    private final Dialect hibernate;
    private final Types types;
    private final NamedEnums enums;
    private final Spelling spelling;

    ColumnReader(Metadata metadata, dev.retort.dialect.Dialect dialect, NamedEnums enums, Spelling spelling) {
        this.metadata = metadata;
        this.hibernate = metadata.getDatabase().getDialect();
        this.types = dialect.types();
        this.enums = enums;
        this.spelling = spelling;
    }

    /**
     * What one column of Hibernate's says.
     *
     * @param column the column itself
     * @param checks the conditions on it alone
     * @param unique whether no two rows share a value
     */
    record Reading(Column column, List<CheckConstraint> checks, boolean unique) {}

    /**
     * Read a column.
     *
     * @throws org.hibernate.HibernateException if Hibernate finds no type for it on this database
     */
    Reading read(org.hibernate.mapping.Column column) {
        ColumnDefinition definition = ColumnDefinition.split(sqlType(column));
        SqlType type = enums.find(definition.type()).orElseGet(() -> types.parse(definition.type()));
        Column read = Column.of(spelling.of(column), type)
                .nullable(requireNonNullElse(definition.nullable(), true) && column.isNullable())
                .defaultSql(column.getDefaultValue() == null ? definition.defaultSql() : column.getDefaultValue())
                .generated(generated(column, definition))
                .collation(column.getCollation() == null ? definition.collation() : column.getCollation())
                .comment(column.getComment() == null ? definition.comment() : column.getComment());
        return new Reading(
                column.isIdentity() || definition.identity() ? read.identity() : read,
                checks(column, definition),
                column.isUnique() || definition.unique());
    }

    private String sqlType(org.hibernate.mapping.Column column) {
        if (column.isIdentity()) {
            var identity = hibernate.getIdentityColumnSupport();
            if (!identity.hasDataTypeInIdentityColumn()) {
                return identity.getIdentityColumnString(AcrossVersions.typeCode(column, metadata));
            }
        }
        return column.getSqlType(metadata);
    }

    private @Nullable Generated generated(org.hibernate.mapping.Column column, ColumnDefinition definition) {
        if (column.getGeneratedAs() != null) {
            String clause = hibernate.generatedAs(column.getGeneratedAs()).toLowerCase(Locale.ROOT);
            return new Generated(column.getGeneratedAs(), clause.contains("stored") || clause.contains("persist"));
        }
        return definition.generated() == null ? null : new Generated(definition.generated(), definition.stored());
    }

    private List<CheckConstraint> checks(org.hibernate.mapping.Column column, ColumnDefinition definition) {
        var checks = new ArrayList<CheckConstraint>();
        if (definition.check() != null) {
            checks.add(new CheckConstraint(null, definition.check()));
        }
        if (hibernate.supportsColumnCheck()) {
            column.getCheckConstraints().forEach(check -> checks.add(check(check, spelling)));
        }
        return checks;
    }

    static CheckConstraint check(org.hibernate.mapping.CheckConstraint check, Spelling spelling) {
        @Nullable String name = check.getName();
        return new CheckConstraint(
                name == null || name.isEmpty() ? null : spelling.ofText(name), check.getConstraint());
    }
}
