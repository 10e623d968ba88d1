package dev.retort.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableComment;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;

/** Draws schemas that every database can hold; two that are drawn one after the other have much in common. */
public final class RandomSchemas {

    private static final int TABLES = 5;
    private static final int COLUMNS = 5;

    private final Random random;

    /** Draw by {@code random}. */
    public RandomSchemas(Random random) {
        this.random = random;
    }

    /** Draw the next schema. */
    public Schema next() {
        Set<Integer> present = new HashSet<>(Set.of(0));
        for (int i = 1; i < TABLES; i++) {
            if (random.nextInt(4) > 0) {
                present.add(i);
            }
        }
        return Schema.of(present.stream().map(i -> table(i, present)).toArray(Table[]::new));
    }

    private Table table(int number, Set<Integer> present) {
        String name = number == 1 ? "order" : "table_" + number;
        var columns = new ArrayList<Column>();
        for (int i = 0; i < COLUMNS; i++) {
            if (i == 0 || random.nextInt(4) > 0) {
                columns.add(column(i));
            }
        }
        var elements = new ArrayList<TableElement>();
        elements.add(Column.of("id", new SqlType.BigInt()).notNull());
        elements.addAll(columns);
        elements.add(new PrimaryKey(null, List.of("id")));
        String some = columns.get(random.nextInt(columns.size())).name();
        if (random.nextInt(3) == 0) {
            elements.add(new UniqueConstraint(nameOrNull("uq_" + name), List.of("number_0", "id"), false));
        }
        if (random.nextInt(2) == 0) {
            Index index = Index.of("ix_" + name, QualifiedName.of(name), distinct(some, "id"));
            elements.add(random.nextBoolean() ? index : index.unique());
        }
        if (random.nextInt(2) == 0) {
            elements.add(new CheckConstraint(nameOrNull("ck_" + name), "number_0 > " + random.nextInt(2)));
        }
        for (int target : present) {
            if (random.nextInt(4) == 0) {
                addReference(elements, name, target);
            }
        }
        if (random.nextInt(3) == 0) {
            elements.add(new TableComment("it's \"" + name + "\""));
        }
        return Table.of(QualifiedName.of(name), elements);
    }

    private void addReference(List<TableElement> elements, String name, int target) {
        String column = "ref_" + target;
        elements.add(Column.of(column, new SqlType.BigInt()));
        var foreignKey = ForeignKey.of(
                List.of(column), QualifiedName.of(target == 1 ? "order" : "table_" + target), List.of("id"));
        String given = nameOrNull("fk_" + name + "_" + target);
        foreignKey = given == null ? foreignKey : foreignKey.named(given);
        elements.add(random.nextBoolean() ? foreignKey : foreignKey.onDelete(ReferentialAction.CASCADE));
        if (random.nextInt(3) == 0) {
            elements.add(Index.of("ix_" + name + "_" + target, QualifiedName.of(name), List.of(column)));
        }
    }

    private Column column(int number) {
        if (number == 0) {
            return Column.of("number_0", random.nextBoolean() ? new SqlType.Int() : new SqlType.BigInt())
                    .notNull();
        }
        List<Column> drawn = List.of(
                Column.of("text_" + number, new SqlType.VarChar(50 + random.nextInt(2) * 50))
                        .defaultSql(random.nextBoolean() ? null : "'it''s; -- not over'"),
                Column.of("price_" + number, new SqlType.Decimal(10, random.nextInt(3)))
                        .defaultSql(random.nextBoolean() ? null : "0"),
                Column.of("is_" + number, new SqlType.Bool()),
                Column.of("at_" + number, new SqlType.Timestamp(6, false)));
        Column column = drawn.get(number - 1).nullable(random.nextBoolean());
        String words = random.nextBoolean() ? "column" : "a; b \r\n\n-- downgrade \n\n'c' /*";
        return random.nextInt(3) == 0 ? column.comment(words) : column;
    }

    private @Nullable String nameOrNull(String name) {
        return random.nextBoolean() ? name : null;
    }

    private static List<String> distinct(String first, String second) {
        return first.equals(second) ? List.of(first) : List.of(first, second);
    }
}
