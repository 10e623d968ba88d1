package dev.retort.dialect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.Table;

/** Looks at the names that an operation brings into the world, and refuses those the database would cut off. */
final class CreatedNames {

    private final Names names;
    private final String dialectName;
    private final List<String> problems = new ArrayList<>();

    private CreatedNames(Names names, String dialectName) {
        this.names = names;
        this.dialectName = dialectName;
    }

    /**
     * Refuse names that are too long.
     *
     * @throws RetortException naming each of them
     */
    static void check(Operation operation, Names names, String dialectName) {
        var created = new CreatedNames(names, dialectName);
        created.look(operation);
        if (!created.problems.isEmpty()) {
            throw new RetortException(String.join("\n", created.problems), "choose a shorter name");
        }
    }

    private void look(Operation operation) {
        if (operation instanceof CreateTable create) {
            table(create.table());
        } else if (operation instanceof RenameTable rename) {
            name("table", rename.newName(), "");
        } else if (operation instanceof AddColumn add) {
            name("column", add.column().name(), " of table '" + add.table() + "'");
        } else if (operation instanceof AlterColumn alter) {
            name("column", alter.change().name(), " of table '" + alter.table() + "'");
        } else if (operation instanceof AddConstraint add) {
            name("constraint", add.constraint().name(), " of table '" + add.table() + "'");
        } else if (operation instanceof CreateIndex create) {
            name("index", create.index().name(), " of table '" + create.index().table() + "'");
        } else if (operation instanceof CreateSequence create) {
            name("sequence", create.sequence().name().name(), "");
        } else if (operation instanceof CreateEnum create) {
            name("enum", create.type().name().name(), "");
        }
    }

    private void table(Table table) {
        name("table", table.name().name(), "");
        String owner = " of table '" + table.name() + "'";
        for (var element : table.elements()) {
            if (element instanceof Column column) {
                name("column", column.name(), owner);
            } else if (element instanceof Constraint constraint) {
                name("constraint", constraint.name(), owner);
            } else if (element instanceof Index index) {
                name("index", index.name(), owner);
            }
        }
    }

    private void name(String kind, @Nullable String name, String owner) {
        if (name == null) {
            return;
        }
        String held = names.catalog(name);
        int length = names.countsBytes()
                ? held.getBytes(StandardCharsets.UTF_8).length
                : held.codePointCount(0, held.length());
        if (length > names.maximumLength()) {
            problems.add("The name of %s '%s'%s is too long for %s: %d %s, at most %d are kept"
                    .formatted(
                            kind,
                            name,
                            owner,
                            dialectName,
                            length,
                            names.countsBytes() ? "bytes" : "characters",
                            names.maximumLength()));
        }
    }
}
