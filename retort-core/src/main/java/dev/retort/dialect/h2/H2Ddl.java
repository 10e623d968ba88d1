package dev.retort.dialect.h2;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.retort.RetortException;
import dev.retort.dialect.SqlStatement;
import dev.retort.dialect.StandardDdl;
import dev.retort.dialect.TableLookup;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropEnum;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferral;
import dev.retort.schema.EnumType;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;

/** Where H2 departs from the standard (https://h2database.com/html/commands.html). */
final class H2Ddl extends StandardDdl {

    private static final String ASIDE = "_retort_";

    H2Ddl(H2Names names, H2Types types) {
        super("h2", names, types);
    }

    /** A computed column is always kept. */
    @Override
    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + generated.expression() + ")";
    }

    /** Constraints are always checked at once. */
    @Override
    protected String deferral(Deferral deferral) {
        return "";
    }

    @Override
    protected List<SqlStatement> alterColumn(AlterColumn operation, TableLookup tables) {
        var generated = operation.change().generated();
        if (generated == null || generated.value() == null) {
            return super.alterColumn(operation, tables);
        }
        Column before = tables.before(operation, names())
                .orElseThrow(() -> refuse("change how '%s.%s' is computed without knowing the column"
                        .formatted(operation.table(), operation.column())));
        Column after = operation.change().applyTo(before);
        var statements = new ArrayList<SqlStatement>();
        statements.add(alterTable(
                operation.table(), "ALTER COLUMN " + column(operation.table(), after.named(operation.column()))));
        if (operation.change().comment() != null) {
            statements.addAll(commentColumn(
                    operation.table(),
                    operation.column(),
                    operation.change().comment().value()));
        }
        if (operation.change().name() != null) {
            statements.add(alterColumn(
                    operation, "RENAME TO " + spell(operation.change().name())));
        }
        return statements;
    }

    private boolean same(String one, String other) {
        return names().columnKey(one).equals(names().columnKey(other));
    }

    @Override
    protected List<SqlStatement> alterType(AlterColumn operation) {
        if (operation.change().type() == null) {
            return List.of();
        }
        String using = operation.change().using();
        return List.of(alterColumn(
                operation,
                "SET DATA TYPE " + spell(operation.change().type()) + (using == null ? "" : " USING " + using)));
    }

    @Override
    protected List<SqlStatement> alterNumbering(AlterColumn operation) {
        var numbering = operation.change().numbering();
        if (numbering == null) {
            return List.of();
        }
        Identity identity = numbering.value();
        if (identity == null) {
            return List.of(alterColumn(operation, "DROP IDENTITY"));
        }
        var changes = new StringBuilder("SET GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT"));
        if (identity.start() != null) {
            changes.append(" SET START WITH ").append(identity.start());
        }
        if (identity.increment() != null) {
            changes.append(" SET INCREMENT BY ").append(identity.increment());
        }
        return List.of(alterColumn(operation, changes.toString()));
    }

    @Override
    protected List<SqlStatement> alterGenerated(AlterColumn operation) {
        var generated = operation.change().generated();
        return generated == null ? List.of() : List.of(alterColumn(operation, "DROP EXPRESSION"));
    }

    /**
     * Drop what the column is part of first, as other databases do by themselves; H2 refuses where a constraint or index
     * has other columns too.
     */
    @Override
    protected List<SqlStatement> dropColumn(DropColumn operation, TableLookup tables) {
        var statements = new ArrayList<SqlStatement>();
        for (TableElement element :
                tables.find(operation.table()).map(Table::elements).orElse(List.of())) {
            if (element instanceof Constraint constraint
                    && constraint.name() != null
                    && needs(constraint, operation.column())) {
                statements.add(alterTable(operation.table(), "DROP CONSTRAINT " + spell(constraint.name())));
            } else if (element instanceof Index index
                    && index.parts().stream().anyMatch(part -> same(part.text(), operation.column()))) {
                statements.add(
                        SqlStatement.of("DROP INDEX " + spell(operation.table().sibling(index.name()))));
            }
        }
        statements.addAll(super.dropColumn(operation, tables));
        return statements;
    }

    private boolean needs(Constraint constraint, String column) {
        if (constraint instanceof CheckConstraint check) {
            String quoted = '"' + names().catalog(column).replace("\"", "\"\"") + '"';
            return check.expression().contains(quoted);
        }
        if (constraint instanceof ExclusionConstraint) {
            return false;
        }
        List<String> columns = constraint instanceof PrimaryKey key
                ? key.columns()
                : constraint instanceof UniqueConstraint unique
                        ? unique.columns()
                        : ((ForeignKey) constraint).columns();
        return columns.stream().anyMatch(name -> same(name, column));
    }

    @Override
    protected List<SqlStatement> createIndex(CreateIndex operation, TableLookup tables) {
        Index index = operation.index();
        if (index.parts().stream().anyMatch(IndexPart::expression)) {
            throw refuse("make the index '" + index.name() + "': it has no indexes on expressions");
        }
        if (index.isUnique() && index.where() != null) {
            throw refuse("make the unique index '" + index.name() + "': it has no indexes on some rows alone");
        }
        return one("CREATE " + (index.isUnique() ? "UNIQUE " : "") + method(index) + "INDEX " + index(index));
    }

    private static String method(Index index) {
        String method = index.method() == null ? "" : index.method().toUpperCase(Locale.ROOT);
        return method.equals("HASH") || method.equals("SPATIAL") ? method + " " : "";
    }

    /** Access methods stand elsewhere; carried columns and predicates only serve speed. */
    @Override
    protected String index(Index index) {
        return spell(index.table().sibling(index.name())) + " ON " + spell(index.table())
                + index.parts().stream()
                        .map(part -> new IndexPart(part.text(), false, part.descending(), part.nullsFirst(), null))
                        .map(this::indexPart)
                        .collect(joining(", ", " (", ")"));
    }

    @Override
    protected List<SqlStatement> createEnum(CreateEnum operation, TableLookup tables) {
        return one("CREATE DOMAIN " + spell(operation.type().name()) + " AS " + words(operation.type()));
    }

    private String words(EnumType type) {
        return "ENUM(" + type.values().stream().map(literals()::string).collect(joining(", ")) + ")";
    }

    /**
     * Make the domain anew aside, and give it the name once its columns hold it. Values are kept by their words; a row that
     * holds one that is gone stops it at the first statement. What a run that was killed has left to do shows in the catalog.
     */
    @Override
    protected List<SqlStatement> alterEnum(AlterEnum operation, TableLookup tables) {
        EnumType after = operation.after();
        if (!(tables instanceof H2Tables live)) {
            throw new RetortException(
                    "h2 must be asked which columns use the enum type '" + after.name() + "'",
                    "run the revision on the database itself, or write the steps with execute(..)");
        }
        QualifiedName aside = after.name().sibling(ASIDE + after.name().name());
        List<String> now = live.words(after.name());
        List<String> made = live.words(aside);
        if (made.isEmpty() && now.equals(after.values())) {
            return List.of();
        }
        var statements = new ArrayList<SqlStatement>();
        List<H2Tables.User> users = live.users(after.name());
        if (made.isEmpty()) {
            if (!after.values().containsAll(now)) {
                users.forEach(user -> statements.add(look(user, after)));
            }
            statements.add(SqlStatement.of("CREATE DOMAIN " + spell(aside) + " AS " + words(after)));
        }
        users.forEach(user -> statements.add(dataType(user, spell(aside))));
        if (made.isEmpty() || !now.isEmpty()) {
            statements.add(SqlStatement.of("DROP DOMAIN " + spell(after.name()) + " RESTRICT"));
        }
        statements.add(SqlStatement.of("ALTER DOMAIN " + spell(aside) + " RENAME TO "
                + spell(after.name().name())));
        return statements;
    }

    /** Fails where a row holds a word that is gone. */
    private SqlStatement look(H2Tables.User user, EnumType after) {
        return SqlStatement.of(
                "SELECT COUNT(CAST(" + spell(user.column()) + " AS " + words(after) + ")) FROM " + spell(user.table()));
    }

    private SqlStatement dataType(H2Tables.User user, String type) {
        return alterTable(user.table(), "ALTER COLUMN " + spell(user.column()) + " SET DATA TYPE " + type);
    }

    @Override
    protected List<SqlStatement> dropEnum(DropEnum operation, TableLookup tables) {
        return one("DROP DOMAIN " + spell(operation.name()) + " RESTRICT");
    }
}
