import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Types.bigint;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;

/**
 * add account table
 *
 * Revision ID: 27c6a30d7c24
 * Revises: 1975ea83b712
 * Create Date: 2026-01-02 03:04:05+00:00
 */
@Revision(id = "27c6a30d7c24", downRevision = "1975ea83b712", branchLabels = "shop", dependsOn = {"abc", "def"})
public class Rev27c6a30d7c24_add_account_table implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("account",
                column("id", bigint()));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("account");
    }
}
