package dev.retort.dialect.oracle;

import java.util.Set;

import dev.retort.RetortException;
import dev.retort.dialect.Folding;
import dev.retort.dialect.StandardNames;

/**
 * Names as Oracle has them from 12.2 on: upper case and at most 128 bytes; one that stands without quotes begins with a
 * letter. Source: SQL Language Reference, Database Object Names and Qualifiers, and Oracle SQL Reserved Words.
 */
final class OracleNames extends StandardNames {

    private static final int MAXIMUM_LENGTH = 128;

    /** The reserved words, and functions without brackets, which would be called in place of a column of that name. */
    private static final Set<String> RESERVED_WORDS = Set.of("""
            access add all alter and any as asc audit between by char check cluster column column_value comment \
            compress connect create current date decimal default delete desc distinct drop else exclusive exists file \
            float for from grant group having identified immediate in increment index initial insert integer intersect \
            into is level like lock long maxextents minus mlslabel mode modify nested_table_id noaudit nocompress not \
            nowait null number of offline on online option or order pctfree prior public raw rename resource revoke \
            row rowid rownum rows select session set share size smallint start successful synonym sysdate table then \
            to trigger uid union unique update user validate values varchar varchar2 view whenever where with \
            current_date current_timestamp dbtimezone localtimestamp sessiontimezone systimestamp""".split(" "));

    OracleNames() {
        super(Folding.UPPER, '"', RESERVED_WORDS, MAXIMUM_LENGTH, true);
    }

    @Override
    public String spell(String name) {
        return name.startsWith("_") ? quoted(catalog(name)) : super.spell(name);
    }

    /** {@inheritDoc} There is no way to write a double quote inside a name. */
    @Override
    protected String quoted(String catalogName) {
        if (catalogName.indexOf('"') >= 0 || catalogName.indexOf('\0') >= 0) {
            throw new RetortException(
                    "Oracle has no names with a double quote or a null character in them: '%s'"
                            .formatted(catalogName.replace("\0", "\\0")),
                    "choose another name");
        }
        return super.quoted(catalogName);
    }
}
