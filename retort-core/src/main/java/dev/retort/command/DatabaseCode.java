package dev.retort.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.retort.script.NewRevision;

/** Joins the code for several databases into that of one revision: a block of Java, or a section of SQL, for each. */
final class DatabaseCode {

    private final boolean sql;
    private final List<String> upgrade = new ArrayList<>();
    private final List<String> downgrade = new ArrayList<>();
    private final Set<String> imports = new LinkedHashSet<>();

    DatabaseCode(boolean sql) {
        this.sql = sql;
    }

    /** Add what a database needs, as the lines of a revision for it alone. */
    void add(String database, NewRevision alone) {
        part("upgrade", database, alone.upgrade(), upgrade);
        part("downgrade", database, alone.downgrade(), downgrade);
        imports.addAll(alone.imports());
    }

    NewRevision in(NewRevision revision) {
        return revision.withCode(upgrade, downgrade, List.copyOf(imports));
    }

    private void part(String direction, String database, List<String> code, List<String> lines) {
        if (sql) {
            // Above the first stands the template's plain section, which then holds nothing.
            lines.add("");
            lines.add("-- " + direction + " " + database);
            lines.addAll(code);
            return;
        }
        lines.add("if (op.isFor(\"" + database + "\")) {");
        for (String line : code) {
            lines.add(line.isEmpty() ? "" : "    " + line);
        }
        lines.add("}");
    }
}
