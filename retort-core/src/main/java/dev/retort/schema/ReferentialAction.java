package dev.retort.schema;

/** What happens to a row when the row it refers to changes or goes. */
public enum ReferentialAction {
    NO_ACTION("NO ACTION"),
    RESTRICT("RESTRICT"),
    CASCADE("CASCADE"),
    SET_NULL("SET NULL"),
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    ReferentialAction(String sql) {
        this.sql = sql;
    }

    /** Give the standard's spelling. */
    public String sql() {
        return sql;
    }
}
