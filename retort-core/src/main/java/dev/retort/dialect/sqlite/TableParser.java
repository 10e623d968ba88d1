package dev.retort.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferral;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.UniqueConstraint;

/** Reads a {@code CREATE TABLE} statement as SQLite keeps it (https://www.sqlite.org/lang_createtable.html). */
final class TableParser {

    private static final Set<String> AFTER_TYPE = Set.of(
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "COLLATE",
            "REFERENCES",
            "AS",
            "DEFERRABLE",
            "ON");

    private final TokenReader in;

    private TableParser(String sql) {
        in = new TokenReader(sql);
    }

    /**
     * Read a statement.
     *
     * @throws dev.retort.RetortException if it is not a {@code CREATE TABLE} with columns
     */
    static TableDefinition parse(String sql) {
        return new TableParser(sql).table();
    }

    /** Read what defines one column, as it stands between the brackets. */
    static ColumnDefinition parseColumn(String sql) {
        return parse("CREATE TABLE t (" + sql + ")").columns().get(0);
    }

    private TableDefinition table() {
        in.expect("CREATE");
        if (!in.accept("TEMP")) {
            in.accept("TEMPORARY");
        }
        in.expect("TABLE");
        in.accept("IF", "NOT", "EXISTS");
        String name = in.name();
        if (in.accept(".")) {
            name = in.name();
        }
        in.expect("(");
        var columns = new ArrayList<ColumnDefinition>();
        var clauses = new ArrayList<Clause>();
        do {
            if (startsTableClause()) {
                tableClauses(clauses);
            } else {
                columns.add(column());
            }
        } while (in.accept(","));
        in.expect(")");
        int start = in.start();
        while (!in.atEnd() && !in.sees(";")) {
            in.take();
        }
        return new TableDefinition(name, columns, clauses, in.textFrom(start));
    }

    private boolean startsTableClause() {
        return in.sees("CONSTRAINT")
                || in.sees("PRIMARY", "KEY")
                || in.sees("UNIQUE", "(")
                || in.sees("CHECK", "(")
                || in.sees("FOREIGN", "KEY");
    }

    /** Rules of the table may follow each other without a comma. */
    private void tableClauses(List<Clause> clauses) {
        while (startsTableClause()) {
            int start = in.start();
            String name = constraintName();
            clauses.add(tableClause(start, name));
        }
    }

    private @Nullable String constraintName() {
        String name = null;
        while (in.accept("CONSTRAINT")) {
            name = in.name();
        }
        return name;
    }

    private Clause tableClause(int start, @Nullable String name) {
        if (in.accept("PRIMARY", "KEY")) {
            var columns = in.names();
            conflict();
            return clause(Clause.Kind.PRIMARY_KEY, start, new PrimaryKey(name, columns));
        }
        if (in.accept("UNIQUE")) {
            var columns = in.names();
            conflict();
            return clause(Clause.Kind.UNIQUE, start, new UniqueConstraint(name, columns, false));
        }
        if (in.accept("CHECK")) {
            var check = new CheckConstraint(name, in.brackets());
            conflict();
            return clause(Clause.Kind.CHECK, start, check);
        }
        in.expect("FOREIGN");
        in.expect("KEY");
        var columns = in.names();
        in.expect("REFERENCES");
        return clause(Clause.Kind.FOREIGN_KEY, start, reference(name, columns));
    }

    private Clause clause(Clause.Kind kind, int start, Constraint constraint) {
        return Clause.of(kind, in.textFrom(start), constraint);
    }

    private ColumnDefinition column() {
        int start = in.start();
        String name = in.name();
        String nameText = in.textFrom(start);
        String type = type();
        var clauses = new ArrayList<Clause>();
        while (!in.sees(",") && !in.sees(")")) {
            clauses.add(columnClause(name));
        }
        return new ColumnDefinition(name, nameText, type, clauses);
    }

    private String type() {
        var words = new ArrayList<String>();
        while (in.peek(0).isName()
                && !AFTER_TYPE.contains(in.peek(0).text().toUpperCase(Locale.ROOT))
                && !in.sees("GENERATED", "ALWAYS")) {
            int start = in.start();
            in.take();
            words.add(in.textFrom(start));
        }
        String arguments = in.sees("(") ? "(" + in.brackets().replaceAll("\\s*,\\s*", ", ") + ")" : "";
        return String.join(" ", words) + arguments;
    }

    private Clause columnClause(String column) {
        int start = in.start();
        String name = constraintName();
        if (in.accept("PRIMARY", "KEY")) {
            if (!in.accept("ASC")) {
                in.accept("DESC");
            }
            conflict();
            in.accept("AUTOINCREMENT");
            return clause(Clause.Kind.PRIMARY_KEY, start, new PrimaryKey(name, List.of(column)));
        }
        if (in.accept("UNIQUE")) {
            conflict();
            return clause(Clause.Kind.UNIQUE, start, new UniqueConstraint(name, List.of(column), false));
        }
        if (in.accept("CHECK")) {
            return clause(Clause.Kind.CHECK, start, new CheckConstraint(name, in.brackets()));
        }
        if (in.accept("REFERENCES")) {
            return clause(Clause.Kind.FOREIGN_KEY, start, reference(name, List.of(column)));
        }
        return plainClause(start);
    }

    private Clause plainClause(int start) {
        if (in.accept("NOT", "NULL")) {
            conflict();
            return Clause.of(Clause.Kind.NOT_NULL, in.textFrom(start), "");
        }
        if (in.accept("NULL")) {
            conflict();
            return Clause.of(Clause.Kind.NULL, in.textFrom(start), "");
        }
        if (in.accept("DEFAULT")) {
            String value = defaultValue();
            return Clause.of(Clause.Kind.DEFAULT, in.textFrom(start), value);
        }
        if (in.accept("COLLATE")) {
            String collation = in.name();
            return Clause.of(Clause.Kind.COLLATE, in.textFrom(start), collation);
        }
        if (in.accept("GENERATED", "ALWAYS") || in.sees("AS")) {
            in.expect("AS");
            String expression = in.brackets();
            boolean stored = in.accept("STORED");
            if (!stored) {
                in.accept("VIRTUAL");
            }
            return Clause.of(
                    stored ? Clause.Kind.GENERATED_STORED : Clause.Kind.GENERATED_VIRTUAL,
                    in.textFrom(start),
                    expression);
        }
        if (deferral() != Deferral.NOT_DEFERRABLE || !in.textFrom(start).isEmpty()) {
            return Clause.of(Clause.Kind.OTHER, in.textFrom(start), "");
        }
        throw in.unreadable("'" + in.peek(0).text() + "'");
    }

    private String defaultValue() {
        if (in.sees("(")) {
            return in.brackets();
        }
        int start = in.start();
        if (!in.accept("-")) {
            in.accept("+");
        }
        in.take();
        return in.textFrom(start);
    }

    private void conflict() {
        if (in.accept("ON", "CONFLICT")) {
            in.take();
        }
    }

    private ForeignKey reference(@Nullable String name, List<String> columns) {
        String target = in.name();
        List<String> targetColumns = in.sees("(") ? in.names() : List.of();
        ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        boolean more = true;
        while (more) {
            if (in.accept("ON", "DELETE")) {
                onDelete = action();
            } else if (in.accept("ON", "UPDATE")) {
                onUpdate = action();
            } else if (in.accept("MATCH")) {
                in.take();
            } else {
                more = false;
            }
        }
        return new ForeignKey(name, columns, QualifiedName.of(target), targetColumns, onDelete, onUpdate, deferral());
    }

    private ReferentialAction action() {
        if (in.accept("CASCADE")) {
            return ReferentialAction.CASCADE;
        }
        if (in.accept("RESTRICT")) {
            return ReferentialAction.RESTRICT;
        }
        if (in.accept("SET", "NULL")) {
            return ReferentialAction.SET_NULL;
        }
        if (in.accept("SET", "DEFAULT")) {
            return ReferentialAction.SET_DEFAULT;
        }
        in.expect("NO");
        in.expect("ACTION");
        return ReferentialAction.NO_ACTION;
    }

    private Deferral deferral() {
        boolean not = in.accept("NOT", "DEFERRABLE");
        boolean deferrable = !not && in.accept("DEFERRABLE");
        boolean deferred = false;
        if (not || deferrable) {
            if (in.accept("INITIALLY", "DEFERRED")) {
                deferred = true;
            } else {
                in.accept("INITIALLY", "IMMEDIATE");
            }
        }
        if (!deferrable) {
            return Deferral.NOT_DEFERRABLE;
        }
        return deferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
    }
}
