import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import static dev.retort.migration.Definitions.*;
import static dev.retort.migration.Types.*;

public class ManyTables implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.part("create table table_0 ... create table table_39", () -> {
            op.createTable("table_0",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_1",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_2",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_3",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_4",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_5",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_6",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_7",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_8",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_9",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_10",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_11",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_12",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_13",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_14",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_15",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_16",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_17",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_18",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_19",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_20",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_21",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_22",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_23",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_24",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_25",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_26",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_27",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_28",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_29",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_30",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_31",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_32",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_33",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_34",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_35",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_36",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_37",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_38",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_39",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
        });
        op.part("create table table_40 ... create table table_41", () -> {
            op.createTable("table_40",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
            op.createTable("table_41",
                    column("id", integer()).notNull(),
                    primaryKey("id"));
        });
    }

    @Override
    public void downgrade(Operations op) {
        op.part("drop table table_41 ... drop table table_2", () -> {
            op.dropTable("table_41");
            op.dropTable("table_40");
            op.dropTable("table_39");
            op.dropTable("table_38");
            op.dropTable("table_37");
            op.dropTable("table_36");
            op.dropTable("table_35");
            op.dropTable("table_34");
            op.dropTable("table_33");
            op.dropTable("table_32");
            op.dropTable("table_31");
            op.dropTable("table_30");
            op.dropTable("table_29");
            op.dropTable("table_28");
            op.dropTable("table_27");
            op.dropTable("table_26");
            op.dropTable("table_25");
            op.dropTable("table_24");
            op.dropTable("table_23");
            op.dropTable("table_22");
            op.dropTable("table_21");
            op.dropTable("table_20");
            op.dropTable("table_19");
            op.dropTable("table_18");
            op.dropTable("table_17");
            op.dropTable("table_16");
            op.dropTable("table_15");
            op.dropTable("table_14");
            op.dropTable("table_13");
            op.dropTable("table_12");
            op.dropTable("table_11");
            op.dropTable("table_10");
            op.dropTable("table_9");
            op.dropTable("table_8");
            op.dropTable("table_7");
            op.dropTable("table_6");
            op.dropTable("table_5");
            op.dropTable("table_4");
            op.dropTable("table_3");
            op.dropTable("table_2");
        });
        op.part("drop table table_1 ... drop table table_0", () -> {
            op.dropTable("table_1");
            op.dropTable("table_0");
        });
    }
}
