import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import static dev.retort.migration.Definitions.*;
import static dev.retort.migration.Types.*;
import java.util.List;

public class ChangedTables implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("account", column("is_active", bool()).notNull().defaultSql("true"));
        op.alterColumn("account",
                column("name", varchar(50)).notNull(),
                column("name", varchar(100)).notNull());
        op.addConstraint("account", unique("name"));
        op.alterEnum("mood", List.of("sad"), List.of("sad", "happy"));
        op.commentTable(in("shop", "order"), "what they \\ buy\nand 😀");
        op.bulkInsert("account",
                List.of(row("name", "Ada"),
                        row("name", "O'Hara")));
    }

    @Override
    public void downgrade(Operations op) {
        op.commentTable(in("shop", "order"), null);
        op.alterEnum("mood", List.of("sad", "happy"), List.of("sad"));
        op.dropConstraint("account", unique("name"));
        op.alterColumn("account",
                column("name", varchar(100)).notNull(),
                column("name", varchar(50)).notNull());
        op.dropColumn("account", "is_active");
    }
}
