package dev.retort.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.IndexPart;

/** Reads a {@code CREATE INDEX} statement as SQLite keeps it (https://www.sqlite.org/lang_createindex.html). */
final class IndexParser {

    private IndexParser() {}

    /**
     * An index as it is defined.
     *
     * @param name what the catalog calls it
     * @param table the table it belongs to, as it is written
     * @param isUnique whether no two rows may share a key
     * @param parts columns and expressions; a collation stands as the operator class, {@code COLLATE NOCASE}
     * @param where the predicate, or {@code null} for all rows
     */
    record IndexDefinition(
            String name,
            String table,
            boolean isUnique,
            List<IndexPart> parts,
            @Nullable String where) {

        /** Tell whether the index needs a column. */
        boolean mentions(String column) {
            return parts.stream()
                            .anyMatch(part -> part.expression()
                                    ? Expressions.mentions(part.text(), column)
                                    : part.text().equalsIgnoreCase(column))
                    || (where != null && Expressions.mentions(where, column));
        }
    }

    /** Read a statement. */
    static IndexDefinition parse(String sql) {
        var in = new TokenReader(sql);
        in.expect("CREATE");
        boolean unique = in.accept("UNIQUE");
        in.expect("INDEX");
        in.accept("IF", "NOT", "EXISTS");
        String name = in.name();
        if (in.accept(".")) {
            name = in.name();
        }
        in.expect("ON");
        String table = in.name();
        in.expect("(");
        var parts = new ArrayList<IndexPart>();
        do {
            parts.add(part(in));
        } while (in.accept(","));
        in.expect(")");
        String where = null;
        if (in.accept("WHERE")) {
            int start = in.start();
            while (!in.atEnd() && !in.sees(";")) {
                in.take();
            }
            where = in.textFrom(start);
        }
        return new IndexDefinition(name, table, unique, parts, where);
    }

    private static IndexPart part(TokenReader in) {
        int start = in.start();
        boolean single = in.peek(0).isName();
        String name = single ? in.peek(0).name() : "";
        int taken = 0;
        int depth = 0;
        while (depth > 0 || !endsExpression(in)) {
            depth += in.sees("(") ? 1 : in.sees(")") ? -1 : 0;
            in.take();
            taken++;
        }
        String text = in.textFrom(start);
        String collation = null;
        if (in.accept("COLLATE")) {
            int from = in.start();
            in.name();
            collation = "COLLATE " + in.textFrom(from);
        }
        boolean descending = !in.accept("ASC") && in.accept("DESC");
        return single && taken == 1
                ? new IndexPart(name, false, descending, null, collation)
                : new IndexPart(Expressions.unbracketed(text), true, descending, null, collation);
    }

    private static boolean endsExpression(TokenReader in) {
        return in.sees(",") || in.sees(")") || in.sees("COLLATE") || in.sees("ASC") || in.sees("DESC");
    }
}
