package dev.retort.dialect.oracle;

import static java.util.stream.Collectors.joining;

import dev.retort.RetortException;
import dev.retort.dialect.StandardDdl;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.UniqueConstraint;

/** How Oracle spells the parts of a definition. Source: SQL Language Reference, CREATE TABLE, constraint, CREATE INDEX. */
abstract class OracleDefinitions extends StandardDdl {

    private final OracleTypes oracleTypes;

    OracleDefinitions(OracleNames names, OracleTypes types) {
        super(OracleDialect.NAME, names, types, new OracleLiterals());
        this.oracleTypes = types;
    }

    /** Give the rules by which types are spelled, with what only Oracle's know. */
    final OracleTypes oracleTypes() {
        return oracleTypes;
    }

    @Override
    protected String column(QualifiedName table, Column column) {
        requireUsable(table, column.name());
        String sql = column.defaultSql();
        return super.column(table, sql == null ? column : column.defaultSql(OracleTypes.truth(sql)));
    }

    /** Refuse the one name that a column cannot have between quotes either. */
    final void requireUsable(QualifiedName table, String column) {
        if (names().catalog(column).equals("ROWID")) {
            throw new RetortException(
                    "Oracle cannot have a column '%s' in '%s': every table has a pseudocolumn of that name"
                            .formatted(column, table),
                    "choose another name");
        }
    }

    @Override
    protected String generated(Generated generated) {
        if (generated.stored()) {
            throw new RetortException(
                    "Oracle cannot keep what a column computes: GENERATED ALWAYS AS (%s) STORED"
                            .formatted(generated.expression()),
                    "use generatedVirtual(..); an index on the column keeps its values");
        }
        return super.generated(generated);
    }

    @Override
    protected String unique(UniqueConstraint unique) {
        if (unique.nullsNotDistinct()) {
            throw refuse("let two NULLs collide in a unique constraint");
        }
        return super.unique(unique) + deferral(unique.deferral());
    }

    @Override
    protected String foreignKey(ForeignKey foreignKey) {
        return super.foreignKey(foreignKey) + validity(foreignKey.unvalidated());
    }

    @Override
    protected String check(CheckConstraint check) {
        return super.check(check) + validity(check.unvalidated());
    }

    private static String validity(boolean unvalidated) {
        return unvalidated ? " ENABLE NOVALIDATE" : "";
    }

    /** {@inheritDoc} A row that is referred to stays as it is without any words; there are none for more than CASCADE and SET NULL. */
    @Override
    protected String action(String words, ReferentialAction action) {
        if (action == ReferentialAction.NO_ACTION || action == ReferentialAction.RESTRICT) {
            return "";
        }
        if (words.contains("UPDATE") || action == ReferentialAction.SET_DEFAULT) {
            throw new RetortException(
                    "Oracle has no%s%s of a foreign key".formatted(words, action.sql()),
                    "leave it out, or do it with a trigger");
        }
        return super.action(words, action);
    }

    @Override
    protected String index(Index index) {
        if (index.where() != null) {
            throw new RetortException(
                    "Oracle has no partial indexes: '%s' of '%s'".formatted(index.name(), index.table()),
                    "leave where(..) out, or index an expression that is NULL for the other rows");
        }
        if (!index.include().isEmpty()) {
            throw refuse("carry columns in index '%s' that are not searched".formatted(index.name()));
        }
        if (index.nullsNotDistinct()) {
            throw refuse("let two NULLs collide in index '%s'".formatted(index.name()));
        }
        return spell(index.table().sibling(index.name())) + " ON " + spell(index.table())
                + index.parts().stream().map(this::indexPart).collect(joining(", ", " (", ")"));
    }

    @Override
    protected String indexPart(IndexPart part) {
        if (part.nullsFirst() != null) {
            throw refuse("choose where an index has its NULLs");
        }
        if (part.operatorClass() != null) {
            throw refuse("use the operator class '%s': it has none".formatted(part.operatorClass()));
        }
        return super.indexPart(part);
    }

    @Override
    protected String indexExpression(String expression) {
        return expression;
    }
}
