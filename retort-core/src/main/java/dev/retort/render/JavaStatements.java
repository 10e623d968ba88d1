package dev.retort.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentTable;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.OperationVisitor;
import dev.retort.operation.RenameTable;
import dev.retort.operation.Run;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.EnumType;

/** Writes each kind of operation as calls of {@code op}. */
final class JavaStatements implements OperationVisitor<List<JavaStatement>> {

    private final Imports imports;
    private final JavaTypes types;
    private final JavaElements elements;
    private final JavaValues values;

    JavaStatements(Imports imports) {
        this.imports = imports;
        this.types = new JavaTypes(imports);
        this.elements = new JavaElements(imports, types);
        this.values = new JavaValues(imports);
    }

    @Override
    public List<JavaStatement> createTable(CreateTable operation) {
        var table = operation.table();
        var statements = new ArrayList<JavaStatement>();
        statements.add(new JavaStatement(
                operation.ifNotExists() ? "createTableIfNotExists" : "createTable",
                List.of(types.name(table.name())),
                table.elements().stream().map(elements::element).toList(),
                true));
        if (!table.initialRows().isEmpty()) {
            statements.add(insert(types.name(table.name()), table.initialRows()));
        }
        return statements;
    }

    @Override
    public List<JavaStatement> dropTable(DropTable operation) {
        String method = operation.ifExists() ? "dropTableIfExists" : "dropTable";
        return List.of(JavaStatement.of(method, types.name(operation.table())));
    }

    @Override
    public List<JavaStatement> renameTable(RenameTable operation) {
        return List.of(JavaStatement.of(
                "renameTable", types.name(operation.table()), JavaLiterals.string(operation.newName())));
    }

    @Override
    public List<JavaStatement> commentTable(CommentTable operation) {
        return List.of(JavaStatement.of("commentTable", types.name(operation.table()), orNull(operation.comment())));
    }

    private static String orNull(@Nullable String text) {
        return text == null ? "null" : JavaLiterals.string(text);
    }

    @Override
    public List<JavaStatement> addColumn(AddColumn operation) {
        return List.of(JavaStatement.of("addColumn", types.name(operation.table()))
                .with(elements.element(operation.column())));
    }

    @Override
    public List<JavaStatement> dropColumn(DropColumn operation) {
        return List.of(
                JavaStatement.of("dropColumn", types.name(operation.table()), JavaLiterals.string(operation.column())));
    }

    @Override
    public List<JavaStatement> alterColumn(AlterColumn operation) {
        String table = types.name(operation.table());
        ColumnChange change = operation.change();
        Column before = operation.before();
        if (before == null) {
            if (change.renamesOnly() && change.name() != null) {
                return List.of(JavaStatement.of(
                        "renameColumn",
                        table,
                        JavaLiterals.string(operation.column()),
                        JavaLiterals.string(change.name())));
            }
            return List.of(JavaStatement.of("alterColumn", table)
                    .with(JavaAlteration.of(operation.column(), change, imports, types, elements)));
        }
        var arguments = new ArrayList<>(List.of(elements.element(before), elements.element(change.applyTo(before))));
        if (change.using() != null) {
            arguments.add(Expression.of(JavaLiterals.string(change.using())));
        }
        return List.of(new JavaStatement("alterColumn", List.of(table), arguments, true));
    }

    @Override
    public List<JavaStatement> addConstraint(AddConstraint operation) {
        return List.of(JavaStatement.of("addConstraint", types.name(operation.table()))
                .with(elements.element(operation.constraint())));
    }

    @Override
    public List<JavaStatement> dropConstraint(DropConstraint operation) {
        String table = types.name(operation.table());
        if (operation.name() != null && operation.kind() != ConstraintKind.EXCLUSION) {
            String method = switch (operation.kind()) {
                case PRIMARY_KEY -> "dropPrimaryKey";
                case FOREIGN_KEY -> "dropForeignKey";
                case UNIQUE -> "dropUnique";
                case CHECK -> "dropCheck";
                case EXCLUSION -> throw new IllegalStateException("written as a whole");
            };
            return List.of(JavaStatement.of(method, table, JavaLiterals.string(operation.name())));
        }
        Constraint before = operation.before();
        if (before == null) {
            throw new RetortException(
                    "Cannot write '%s' as Java: neither its name nor what it says is known"
                            .formatted(operation.summary()),
                    "write the revision by hand");
        }
        return List.of(JavaStatement.of("dropConstraint", table).with(elements.element(before)));
    }

    @Override
    public List<JavaStatement> createIndex(CreateIndex operation) {
        return List.of(JavaStatement.of(operation.concurrently() ? "createIndexConcurrently" : "createIndex")
                .with(elements.element(operation.index())));
    }

    @Override
    public List<JavaStatement> dropIndex(DropIndex operation) {
        return List.of(JavaStatement.of(
                operation.concurrently() ? "dropIndexConcurrently" : "dropIndex",
                JavaLiterals.string(operation.name()),
                types.name(operation.table())));
    }

    @Override
    public List<JavaStatement> createSequence(CreateSequence operation) {
        return List.of(JavaStatement.of("createSequence").with(elements.sequence(operation.sequence())));
    }

    @Override
    public List<JavaStatement> alterSequence(AlterSequence operation) {
        return List.of(JavaStatement.of("alterSequence")
                .with(elements.sequence(operation.before()), elements.sequence(operation.after())));
    }

    @Override
    public List<JavaStatement> dropSequence(DropSequence operation) {
        return List.of(JavaStatement.of("dropSequence", types.name(operation.name())));
    }

    @Override
    public List<JavaStatement> createEnum(CreateEnum operation) {
        EnumType type = operation.type();
        var arguments = new ArrayList<>(List.of(types.name(type.name())));
        type.values().forEach(value -> arguments.add(JavaLiterals.string(value)));
        return List.of(new JavaStatement("createEnum", arguments, List.of(), false));
    }

    @Override
    public List<JavaStatement> alterEnum(AlterEnum operation) {
        return List.of(JavaStatement.of(
                        "alterEnum", types.name(operation.before().name()))
                .with(list(operation.before().values()), list(operation.after().values())));
    }

    private Expression list(List<String> texts) {
        return Expression.of(imports.type(List.class) + ".of(" + JavaLiterals.strings(texts) + ")");
    }

    @Override
    public List<JavaStatement> dropEnum(DropEnum operation) {
        return List.of(JavaStatement.of("dropEnum", types.name(operation.name())));
    }

    @Override
    public List<JavaStatement> bulkInsert(BulkInsert operation) {
        return List.of(insert(types.name(operation.table()), operation.rows()));
    }

    private JavaStatement insert(String table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        var lines = new ArrayList<Expression>();
        for (int i = 0; i < rows.size(); i++) {
            Expression row = values.row(rows.get(i));
            String head = i == 0 ? imports.type(List.class) + ".of(" + row.head() : "        " + row.head();
            lines.add(Expression.of(i == rows.size() - 1 ? head + ")" : head));
        }
        return new JavaStatement("bulkInsert", List.of(table), lines, rows.size() > 1);
    }

    @Override
    public List<JavaStatement> execute(Execute operation) {
        var arguments = new ArrayList<String>();
        if (operation.sql() != null) {
            arguments.add(JavaLiterals.string(operation.sql()));
        }
        if (!operation.perDialect().isEmpty() || operation.sql() == null) {
            arguments.add(map(operation.perDialect()));
        }
        return List.of(new JavaStatement("execute", arguments, List.of(), false));
    }

    private String map(Map<String, String> texts) {
        String map = imports.type(Map.class);
        var entries = new StringJoiner(", ", map + ".ofEntries(", ")");
        new TreeMap<>(texts)
                .forEach((key, value) -> entries.add(
                        map + ".entry(" + JavaLiterals.string(key) + ", " + JavaLiterals.string(value) + ")"));
        return entries.toString();
    }

    @Override
    public List<JavaStatement> run(Run operation) {
        throw new RetortException(
                "Cannot write step '%s' as Java: its code is not known".formatted(operation.description()),
                "leave it out of what is generated, and write it into the revision by hand");
    }
}
