package dev.retort.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.StandardDdl;
import dev.retort.dialect.TableLookup;
import dev.retort.dialect.Types;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Execute;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;

/** Where PostgreSQL departs from the standard. Source: PostgreSQL manual 18, part VI, SQL Commands. */
final class PostgresDdl extends StandardDdl {

    private final int version;

    PostgresDdl(PostgresNames names, Types types, int version) {
        super(PostgresDialect.NAME, names, types, new PostgresLiterals());
        this.version = version;
    }

    /**
     * Change a column. What is not said about it is looked up, as far as the tables are known: a default that the new type
     * does not understand has to go before the type changes, and comes back after it.
     */
    @Override
    protected List<SqlStatement> alterColumn(AlterColumn operation, TableLookup tables) {
        if (operation.before() != null || !needsBefore(operation)) {
            return super.alterColumn(operation, tables);
        }
        Optional<Column> before = tables.before(operation, names());
        return super.alterColumn(
                new AlterColumn(operation.table(), operation.column(), before.orElse(null), operation.change()),
                tables);
    }

    private static boolean needsBefore(AlterColumn operation) {
        var change = operation.change();
        return change.type() != null || change.collation() != null || change.numbering() != null;
    }

    @Override
    protected List<SqlStatement> alterType(AlterColumn operation) {
        var change = operation.change();
        if (change.type() == null && change.collation() == null) {
            return List.of();
        }
        Column before = operation.before();
        SqlType type = change.type() == null && before != null ? before.type() : change.type();
        if (type == null) {
            throw new RetortException(
                    "Cannot change the collation of '%s.%s' without its type"
                            .formatted(operation.table(), operation.column()),
                    "use alterColumn(table, before, after)");
        }
        boolean foreign = before != null && !isAssignable(before.type(), type);
        String setAside = before != null && (foreign || isNamedEnum(before.type())) ? before.defaultSql() : null;
        var statements = new ArrayList<SqlStatement>();
        if (setAside != null) {
            statements.add(alterColumn(operation, "DROP DEFAULT"));
        }
        statements.add(
                alterColumn(operation, "TYPE " + spell(type) + collate(operation) + using(operation, type, foreign)));
        if (setAside != null && change.defaultSql() == null) {
            statements.add(alterColumn(operation, "SET DEFAULT " + CatalogExpression.withoutCast(setAside)));
        }
        return statements;
    }

    private String collate(AlterColumn operation) {
        var setting = operation.change().collation();
        if (setting == null) {
            String kept = operation.before() == null ? null : operation.before().collation();
            return kept == null || !isText(operation.change().type()) ? "" : " COLLATE " + collation(kept);
        }
        return " COLLATE " + (setting.value() == null ? "\"default\"" : collation(setting.value()));
    }

    private String using(AlterColumn operation, SqlType type, boolean foreign) {
        if (operation.change().using() != null) {
            return " USING " + operation.change().using();
        }
        if (!foreign || operation.before() == null) {
            return "";
        }
        boolean byWords = isNamedEnum(operation.before().type()) || isNamedEnum(type);
        return " USING " + spell(operation.column()) + (byWords ? "::text::" : "::") + spell(type);
    }

    /** Tell whether the server turns values and defaults into the new type without being told how. */
    private boolean isAssignable(SqlType before, SqlType after) {
        return types().same(before, after)
                || isText(after)
                || (isNumber(before) && isNumber(after))
                || (isMoment(before) && isMoment(after));
    }

    private static boolean isText(@Nullable SqlType type) {
        return type instanceof SqlType.Text
                || type instanceof SqlType.VarChar
                || type instanceof SqlType.Char
                || (type instanceof SqlType.Enumeration enumeration && enumeration.name() == null);
    }

    private static boolean isNamedEnum(SqlType type) {
        return type instanceof SqlType.Array array
                ? isNamedEnum(array.element())
                : type instanceof SqlType.Enumeration enumeration && enumeration.name() != null;
    }

    private static boolean isNumber(SqlType type) {
        return type instanceof SqlType.TinyInt
                || type instanceof SqlType.SmallInt
                || type instanceof SqlType.Int
                || type instanceof SqlType.BigInt
                || type instanceof SqlType.Decimal
                || type instanceof SqlType.Real
                || type instanceof SqlType.DoublePrecision;
    }

    private static boolean isMoment(SqlType type) {
        return type instanceof SqlType.Timestamp || type instanceof SqlType.Date;
    }

    /** A numbering that is taken away may be an identity or a {@code serial}; what is not there is no failure. */
    @Override
    protected List<SqlStatement> alterNumbering(AlterColumn operation) {
        var setting = operation.change().numbering();
        if (setting == null) {
            return List.of();
        }
        Identity after = setting.value();
        if (after == null) {
            return operation.change().defaultSql() == null
                    ? List.of(alterColumn(operation, "DROP IDENTITY IF EXISTS"), alterColumn(operation, "DROP DEFAULT"))
                    : List.of(alterColumn(operation, "DROP IDENTITY IF EXISTS"));
        }
        Identity before = operation.before() == null ? null : operation.before().numbering();
        if (before == null) {
            return List.of(alterColumn(operation, "ADD " + identity(after)), goOnAfterTheRows(operation, after));
        }
        return List.of(alterColumn(operation, numberingChange(before, after)));
    }

    private static String numberingChange(Identity before, Identity after) {
        var parts = new ArrayList<String>();
        if (before.always() != after.always()) {
            parts.add("SET GENERATED " + (after.always() ? "ALWAYS" : "BY DEFAULT"));
        }
        if (orOne(before.start()) != orOne(after.start())) {
            parts.add("SET START WITH " + orOne(after.start()));
        }
        if (orOne(before.increment()) != orOne(after.increment())) {
            parts.add("SET INCREMENT BY " + orOne(after.increment()));
        }
        return parts.isEmpty() ? "SET INCREMENT BY " + orOne(after.increment()) : String.join(" ", parts);
    }

    /** The new sequence starts at the beginning, where the table may have rows already. */
    private SqlStatement goOnAfterTheRows(AlterColumn operation, Identity numbering) {
        String column = spell(operation.column());
        return SqlStatement.of("SELECT setval(pg_get_serial_sequence(%s, %s), max(%s)) FROM %s HAVING max(%s) >= %d"
                .formatted(
                        literals().string(spell(operation.table())),
                        literals().string(names().catalog(operation.column())),
                        column,
                        spell(operation.table()),
                        column,
                        orOne(numbering.start())));
    }

    private static long orOne(@Nullable Long number) {
        return number == null ? 1 : number;
    }

    @Override
    protected List<SqlStatement> alterGenerated(AlterColumn operation) {
        var setting = operation.change().generated();
        if (setting == null) {
            return List.of();
        }
        Generated after = setting.value();
        if (after == null) {
            return List.of(alterColumn(operation, "DROP EXPRESSION"));
        }
        if (version < 17 || operation.before() == null || operation.before().generated() == null) {
            throw new RetortException(
                    "postgresql %d cannot compute the existing column '%s.%s' from '%s'"
                            .formatted(version, operation.table(), operation.column(), after.expression()),
                    "drop the column and add it again, with dropColumn(..) and addColumn(..)");
        }
        return List.of(alterColumn(operation, "SET EXPRESSION AS (" + after.expression() + ")"));
    }

    @Override
    protected String generated(Generated generated) {
        if (!generated.stored() && version < 18) {
            throw new RetortException(
                    "postgresql %d cannot compute '%s' at each read".formatted(version, generated.expression()),
                    "keep the result with generatedStored(..), or use PostgreSQL 18");
        }
        return super.generated(generated);
    }

    @Override
    protected String primaryKey(PrimaryKey key) {
        return super.primaryKey(key) + include(key.include()) + deferral(key.deferral());
    }

    @Override
    protected String unique(UniqueConstraint unique) {
        if (unique.nullsNotDistinct()) {
            requireComparableNulls(unique.columns());
        }
        return super.unique(unique) + include(unique.include()) + deferral(unique.deferral());
    }

    private void requireComparableNulls(List<String> columns) {
        if (version < 15) {
            throw new RetortException(
                    "postgresql %d counts every NULL of %s as a value of its own".formatted(version, columns),
                    "leave NULLS NOT DISTINCT out, or use PostgreSQL 15");
        }
    }

    private String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE (" + list(columns) + ")";
    }

    @Override
    protected String foreignKey(ForeignKey foreignKey) {
        return super.foreignKey(foreignKey) + (foreignKey.unvalidated() ? " NOT VALID" : "");
    }

    @Override
    protected String check(CheckConstraint check) {
        return super.check(check) + (check.unvalidated() ? " NOT VALID" : "");
    }

    @Override
    protected String exclusion(ExclusionConstraint exclusion) {
        return "EXCLUDE " + exclusion.definition();
    }

    @Override
    public String terminated(String sql) {
        return sql.endsWith(PostgresLoneSteps.END) ? sql : super.terminated(sql);
    }

    /** A constraint of a new table would count as valid, as the table has no rows; so such constraints come later. */
    @Override
    protected List<SqlStatement> createTable(CreateTable operation, TableLookup tables) {
        Table table = operation.table();
        var later = new ArrayList<Constraint>(
                table.checks().stream().filter(CheckConstraint::unvalidated).toList());
        later.addAll(
                table.foreignKeys().stream().filter(ForeignKey::unvalidated).toList());
        if (later.isEmpty()) {
            return super.createTable(operation, tables);
        }
        Table plain = table.withChecks(table.checks().stream()
                        .filter(check -> !check.unvalidated())
                        .toList())
                .withForeignKeys(table.foreignKeys().stream()
                        .filter(foreignKey -> !foreignKey.unvalidated())
                        .toList());
        var statements = new ArrayList<>(super.createTable(new CreateTable(plain, operation.ifNotExists()), tables));
        later.forEach(constraint -> statements.add(alterTable(table.name(), "ADD " + constraint(constraint))));
        return statements;
    }

    @Override
    protected String index(Index index) {
        if (index.nullsNotDistinct()) {
            requireComparableNulls(index.parts().stream().map(IndexPart::text).toList());
        }
        return super.index(index);
    }

    @Override
    protected List<SqlStatement> createIndex(CreateIndex operation, TableLookup tables) {
        if (!operation.concurrently()) {
            return super.createIndex(operation, tables);
        }
        String unique = operation.index().isUnique() ? "UNIQUE " : "";
        return List.of(SqlStatement.of("CREATE " + unique + "INDEX CONCURRENTLY " + index(operation.index()))
                .outsideTransaction());
    }

    @Override
    protected List<SqlStatement> dropIndex(DropIndex operation, TableLookup tables) {
        if (!operation.concurrently()) {
            return super.dropIndex(operation, tables);
        }
        return List.of(SqlStatement.of(
                        "DROP INDEX CONCURRENTLY " + spell(operation.table().sibling(operation.name())))
                .outsideTransaction());
    }

    @Override
    protected List<SqlStatement> execute(Execute operation, TableLookup tables) {
        String sql = operation.on(PostgresDialect.NAME);
        if (sql == null) {
            return List.of();
        }
        SqlStatement statement = SqlStatement.of(sql);
        return List.of(new WrittenStatement(sql).mustStandAlone() ? statement.outsideTransaction() : statement);
    }

    @Override
    protected List<SqlStatement> createEnum(CreateEnum operation, TableLookup tables) {
        return one(new EnumChange(names(), literals()).create(operation.type()));
    }

    @Override
    protected List<SqlStatement> alterEnum(AlterEnum operation, TableLookup tables) {
        return new EnumChange(names(), literals()).statements(operation.before(), operation.after());
    }

    @Override
    protected List<SqlStatement> dropEnum(DropEnum operation, TableLookup tables) {
        return one("DROP TYPE " + spell(operation.name()));
    }
}
