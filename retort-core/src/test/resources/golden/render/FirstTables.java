import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import static dev.retort.migration.Definitions.*;
import static dev.retort.migration.Types.*;
import static dev.retort.schema.ReferentialAction.CASCADE;

public class FirstTables implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createEnum("mood", "sad", "ok");
        op.createSequence(sequence("account_seq", 1, 50));
        op.createTable("account",
                column("id", bigint()).notNull().identity(),
                column("name", varchar(50)).notNull(),
                column("created_at", timestamp())
                        .notNull()
                        .defaultSql("CURRENT_TIMESTAMP")
                        .comment("when the account was opened, in the time zone of the server"),
                primaryKey("id"),
                unique("name").named("uq_account_name"),
                check("name <> '\"'").named("ck_account_name"),
                index("ix_account_created_at", "account", "created_at"),
                comment("who buys"));
        op.createTable(in("shop", "order"),
                column("id", bigint()).notNull().identity(),
                column("account_id", bigint()).notNull(),
                column("total", decimal(12, 2)).defaultSql("0"),
                primaryKey("id").named("order_pkey"),
                foreignKey("account_id").references("account", "id").onDelete(CASCADE).named("fk_order_account"));
        op.createIndex(index("ix_order_total", in("shop", "order"), "total").unique());
    }

    @Override
    public void downgrade(Operations op) {
        op.dropIndex("ix_order_total", in("shop", "order"));
        op.dropTable(in("shop", "order"));
        op.dropTable("account");
        op.dropSequence("account_seq");
        op.dropEnum("mood");
    }
}
