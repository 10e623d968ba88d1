package dev.retort.dialect;

import static java.util.stream.Collectors.joining;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferral;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SqlType;
import dev.retort.schema.UniqueConstraint;

/** Spells what stands between the brackets of a table's definition, as the SQL standard does; every part may be overridden. */
public class StandardDefinitions {

    private final Names names;
    private final Types types;
    private final SqlLiterals literals;

    /** Spell definitions by the rules of one database. */
    protected StandardDefinitions(Names names, Types types, SqlLiterals literals) {
        this.names = names;
        this.types = types;
        this.literals = literals;
    }

    /** Give the rules by which names are spelled. */
    protected final Names names() {
        return names;
    }

    /** Give the rules by which types are spelled. */
    protected final Types types() {
        return types;
    }

    /** Give the rules by which values are spelled. */
    protected final SqlLiterals literals() {
        return literals;
    }

    /** Spell a name, quoted where it has to be. */
    protected final String spell(String name) {
        return names.spell(name);
    }

    /** Spell a qualified name, quoted where it has to be. */
    protected final String spell(QualifiedName name) {
        return names.spell(name);
    }

    /** Spell names with commas between them. */
    protected final String list(List<String> columns) {
        return columns.stream().map(names::spell).collect(joining(", "));
    }

    /** Spell a type. */
    protected String spell(SqlType type) {
        return types.spell(type);
    }

    /**
     * Spell a column's definition: {@code name TYPE [COLLATE] [DEFAULT] [GENERATED] [NOT NULL]}.
     *
     * @param table the table that it becomes part of
     */
    protected String column(QualifiedName table, Column column) {
        var sql = new StringBuilder(spell(column.name())).append(' ').append(columnType(column));
        if (column.collation() != null) {
            sql.append(" COLLATE ").append(collation(column.collation()));
        }
        if (column.defaultSql() != null) {
            sql.append(" DEFAULT ").append(column.defaultSql());
        }
        if (column.numbering() != null) {
            sql.append(' ').append(identity(column.numbering()));
        }
        if (column.generated() != null) {
            sql.append(' ').append(generated(column.generated()));
        }
        return sql.append(nullability(column)).toString();
    }

    /** Spell what a column holds. */
    protected String columnType(Column column) {
        return spell(column.type());
    }

    /** Spell whether a column accepts {@code NULL}, with a space in front, or give nothing. */
    protected String nullability(Column column) {
        return column.nullable() ? "" : " NOT NULL";
    }

    /** Spell the name of a collation. */
    protected String collation(String name) {
        return spell(name);
    }

    /** Spell how a column is numbered. */
    protected String identity(Identity identity) {
        String options = identityOptions(identity);
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + options + ")");
    }

    /** Spell where numbering starts and how it goes on; nothing where the database is to choose. */
    protected String identityOptions(Identity identity) {
        String start = identity.start() == null ? "" : "START WITH " + identity.start();
        String increment = identity.increment() == null ? "" : "INCREMENT BY " + identity.increment();
        return start.isEmpty() || increment.isEmpty() ? start + increment : start + " " + increment;
    }

    /** Spell how a column is computed. */
    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + generated.expression() + ") " + (generated.stored() ? "STORED" : "VIRTUAL");
    }

    /** Spell a constraint, its name included, as it stands in {@code CREATE TABLE} and {@code ADD}. */
    protected String constraint(Constraint constraint) {
        return constraintName(constraint.name()) + body(constraint);
    }

    private String constraintName(@Nullable String name) {
        return name == null ? "" : "CONSTRAINT " + spell(name) + " ";
    }

    private String body(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return primaryKey(key);
        }
        if (constraint instanceof UniqueConstraint unique) {
            return unique(unique);
        }
        if (constraint instanceof ExclusionConstraint exclusion) {
            return exclusion(exclusion);
        }
        return constraint instanceof ForeignKey foreignKey
                ? foreignKey(foreignKey)
                : check((CheckConstraint) constraint);
    }

    /**
     * Spell an exclusion without its name.
     *
     * @throws RetortException where the database has none, as the standard has none
     */
    protected String exclusion(ExclusionConstraint exclusion) {
        throw new RetortException(
                "This database has no exclusion constraints: EXCLUDE " + exclusion.definition(),
                "keep the rows apart with a unique constraint or a trigger");
    }

    /** Spell a primary key without its name. */
    protected String primaryKey(PrimaryKey key) {
        return "PRIMARY KEY (" + list(key.columns()) + ")";
    }

    /** Spell a unique constraint without its name. */
    protected String unique(UniqueConstraint unique) {
        return "UNIQUE " + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "") + "(" + list(unique.columns())
                + ")";
    }

    /** Spell a check without its name. */
    protected String check(CheckConstraint check) {
        return "CHECK (" + check.expression() + ")";
    }

    /** Spell a foreign key without its name. */
    protected String foreignKey(ForeignKey foreignKey) {
        return "FOREIGN KEY (%s) REFERENCES %s (%s)%s%s%s"
                .formatted(
                        list(foreignKey.columns()),
                        spell(foreignKey.target()),
                        list(foreignKey.targetColumns()),
                        action(" ON DELETE ", foreignKey.onDelete()),
                        action(" ON UPDATE ", foreignKey.onUpdate()),
                        deferral(foreignKey.deferral()));
    }

    /** Spell what happens to a row, or nothing where nothing special does. */
    protected String action(String words, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : words + action.sql();
    }

    /** Spell when a constraint is checked, with a space in front, or nothing where it is checked at once. */
    protected String deferral(Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    /** Spell a column or expression of an index. */
    protected String indexPart(IndexPart part) {
        var sql = new StringBuilder(part.expression() ? indexExpression(part.text()) : spell(part.text()));
        if (part.operatorClass() != null) {
            sql.append(' ').append(part.operatorClass());
        }
        if (part.descending()) {
            sql.append(" DESC");
        }
        if (part.nullsFirst() != null) {
            sql.append(part.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
        return sql.toString();
    }

    /** Spell an expression of an index. */
    protected String indexExpression(String expression) {
        return "(" + expression + ")";
    }
}
