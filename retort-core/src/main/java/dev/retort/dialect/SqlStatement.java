package dev.retort.dialect;

/**
 * One piece of SQL, without a terminator.
 *
 * @param sql the text
 * @param transactional whether it may run inside a transaction
 */
public record SqlStatement(String sql, boolean transactional) {

    /** Describe a statement that may run inside a transaction. */
    public static SqlStatement of(String sql) {
        return new SqlStatement(sql, true);
    }

    /** Describe a statement that the database refuses inside a transaction. */
    public SqlStatement outsideTransaction() {
        return new SqlStatement(sql, false);
    }
}
