package dev.retort.operation;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Run SQL as it is written: one statement, or several, of which each is run for itself.
 *
 * @param sql for every database, or {@code null} if {@code perDialect} names all that are meant
 * @param perDialect for the dialect of that name, in place of {@code sql}
 */
public record Execute(@Nullable String sql, Map<String, String> perDialect) implements Operation {

    public Execute {
        perDialect = Map.copyOf(perDialect);
    }

    /** Run {@code sql} on every database. */
    public static Execute of(String sql) {
        return new Execute(sql, Map.of());
    }

    /** Give the SQL for the dialect of this name, or {@code null} if nothing runs there. */
    public @Nullable String on(String dialectName) {
        return perDialect.getOrDefault(dialectName, sql);
    }

    @Override
    public Operation inverse() {
        throw new IrreversibleOperationException(
                "Cannot take back SQL that was written by hand", "write its opposite in downgrade()");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.execute(this);
    }

    @Override
    public String summary() {
        return "execute SQL";
    }
}
