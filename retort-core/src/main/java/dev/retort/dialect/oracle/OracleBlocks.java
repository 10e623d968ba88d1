package dev.retort.dialect.oracle;

import java.util.List;

import dev.retort.dialect.Names;
import dev.retort.dialect.SqlStatement;
import dev.retort.schema.QualifiedName;

/** Blocks of PL/SQL around statements that depend on what is there: before 23ai there is no IF EXISTS. */
final class OracleBlocks {

    private OracleBlocks() {}

    /** Run a statement that is put together from pieces of text. */
    static String execute(String sql) {
        return "BEGIN\n    EXECUTE IMMEDIATE " + indented(OracleLiterals.programString(sql)) + ";\nEND;";
    }

    /** Run statements if a table is there, or if it is not. */
    static String ifTable(Names names, QualifiedName table, boolean present, List<SqlStatement> statements) {
        String owner = table.schema() == null
                ? "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')"
                : OracleLiterals.programString(names.catalog(table.schema()));
        var block = new StringBuilder(
                        "DECLARE\n    present NUMBER;\nBEGIN\n    SELECT COUNT(*) INTO present FROM all_tables\n")
                .append("        WHERE owner = ")
                .append(owner)
                .append(" AND table_name = ")
                .append(OracleLiterals.programString(names.catalog(table.name())))
                .append(";\n    IF present = ")
                .append(present ? "1" : "0")
                .append(" THEN\n");
        for (SqlStatement statement : statements) {
            block.append("        EXECUTE IMMEDIATE ")
                    .append(indented(OracleLiterals.programString(statement.sql())))
                    .append(";\n");
        }
        return block.append("    END IF;\nEND;").toString();
    }

    /**
     * Run a statement that fails where there is nothing left for it to do.
     *
     * @param code the number of that failure, as {@code SQLCODE} has it
     */
    static String unlessDone(String sql, int code) {
        return """
                BEGIN
                    EXECUTE IMMEDIATE %s;
                EXCEPTION
                    WHEN OTHERS THEN
                        IF SQLCODE != %d THEN
                            RAISE;
                        END IF;
                END;""".formatted(indented(OracleLiterals.programString(sql)), code);
    }

    private static String indented(String literal) {
        return literal.replace("\n", "\n        ");
    }
}
