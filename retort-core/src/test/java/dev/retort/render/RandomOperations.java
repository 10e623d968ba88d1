package dev.retort.render;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentTable;
import dev.retort.operation.ConstraintKind;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferral;
import dev.retort.schema.EnumType;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableComment;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;

/** Makes operations of every kind out of hostile texts. */
final class RandomOperations {

    private static final List<String> TEXTS = List.of(
            "account",
            "order",
            "Mixed Case",
            "a\"b",
            "back\\slash",
            "\\u0041",
            "\\\\u0022",
            "line\nbreak\r\ttab",
            "it's",
            "na\u00efve \u65e5\u672c",
            "\ud83d\udc69\u200d\ud83d\udcbb",
            "\u0000\u00011\u007f",
            "\u202egnp\u2028",
            "*/ // \"\"\"",
            "%s {} ${x}",
            "\ud800");

    private final Random random;

    RandomOperations(Random random) {
        this.random = random;
    }

    Operation next() {
        List<Supplier<Operation>> kinds = List.of(
                () -> new CreateTable(table(), random.nextBoolean()),
                () -> new DropTable(name(), null, random.nextBoolean()),
                () -> new RenameTable(name(), text()),
                () -> new CommentTable(name(), orNull(text()), null),
                () -> new AddColumn(name(), column()),
                () -> new DropColumn(name(), text(), null),
                () -> AlterColumn.between(name(), column(), column()),
                this::alterationWithUsing,
                () -> new AlterColumn(name(), text(), null, change()),
                () -> new AlterColumn(name(), text(), null, ColumnChange.NONE.withName(text())),
                () -> new AddConstraint(name(), constraint()),
                this::dropConstraint,
                () -> new CreateIndex(index(name()), random.nextBoolean()),
                () -> new DropIndex(name(), text(), null, random.nextBoolean()),
                () -> new CreateSequence(sequence(name())),
                () -> new AlterSequence(sequence(name()), sequence(name())),
                () -> new DropSequence(name(), null),
                () -> new CreateEnum(new EnumType(name(), texts())),
                this::alterEnum,
                () -> new DropEnum(name(), null),
                this::insert,
                () -> new Execute(orNull(text()), Map.of("h2", text(), "postgresql", text())),
                () -> Execute.of(text()));
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private Operation alterationWithUsing() {
        Column before = column();
        var change = ColumnChange.between(before, column()).withUsing(text());
        return new AlterColumn(name(), before.name(), before, change);
    }

    private Operation dropConstraint() {
        Constraint constraint = constraint();
        boolean whole = constraint.name() == null || constraint instanceof ExclusionConstraint;
        return new DropConstraint(name(), ConstraintKind.of(constraint), constraint.name(), whole ? constraint : null);
    }

    private Operation alterEnum() {
        QualifiedName name = name();
        return new AlterEnum(new EnumType(name, texts()), new EnumType(name, texts()));
    }

    private Operation insert() {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("id", random.nextInt());
            row.put("big", random.nextLong());
            row.put("small", (short) random.nextInt());
            row.put("name", orNull(text()));
            row.put("price", new BigDecimal("12.50"));
            row.put("ratio", random.nextDouble());
            row.put("is_open", random.nextBoolean());
            row.put("key", UUID.nameUUIDFromBytes(new byte[] {(byte) i}));
            row.put("day", LocalDate.of(2026, 11, 23));
            row.put("at", Instant.ofEpochSecond(random.nextInt(1_000_000)));
            rows.add(row);
        }
        return new BulkInsert(name(), rows);
    }

    private Table table() {
        QualifiedName name = name();
        var elements = new ArrayList<TableElement>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            elements.add(column());
        }
        if (random.nextBoolean()) {
            elements.add(primaryKey());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            elements.add(unique());
            elements.add(foreignKey());
            elements.add(new CheckConstraint(orNull(text()), text(), random.nextBoolean()));
            elements.add(new ExclusionConstraint(orNull(text()), text()));
            elements.add(index(name));
        }
        if (random.nextBoolean()) {
            elements.add(new TableComment(text()));
        }
        return Table.of(name, elements);
    }

    private Constraint constraint() {
        return switch (random.nextInt(5)) {
            case 0 -> primaryKey();
            case 1 -> unique();
            case 2 -> new CheckConstraint(orNull(text()), text(), random.nextBoolean());
            case 3 -> new ExclusionConstraint(orNull(text()), text());
            default -> foreignKey();
        };
    }

    private PrimaryKey primaryKey() {
        List<String> include = random.nextBoolean() ? List.of() : texts();
        return new PrimaryKey(orNull(text()), texts(), include, one(Deferral.values()));
    }

    private UniqueConstraint unique() {
        List<String> include = random.nextBoolean() ? List.of() : texts();
        return new UniqueConstraint(orNull(text()), texts(), random.nextBoolean(), include, one(Deferral.values()));
    }

    private ForeignKey foreignKey() {
        return new ForeignKey(
                orNull(text()),
                texts(),
                name(),
                texts(),
                one(ReferentialAction.values()),
                one(ReferentialAction.values()),
                one(Deferral.values()),
                random.nextBoolean());
    }

    private Index index(QualifiedName table) {
        var parts = new ArrayList<IndexPart>();
        boolean plain = random.nextBoolean();
        for (int i = random.nextInt(3); i >= 0; i--) {
            parts.add(
                    plain
                            ? IndexPart.column(text())
                            : new IndexPart(
                                    text(),
                                    random.nextBoolean(),
                                    random.nextBoolean(),
                                    orNull(random.nextBoolean()),
                                    orNull(text())));
        }
        List<String> include = random.nextBoolean() ? List.of() : texts();
        return new Index(
                text(),
                table,
                parts,
                random.nextBoolean(),
                orNull(text()),
                orNull("gin"),
                include,
                random.nextBoolean());
    }

    private Sequence sequence(QualifiedName name) {
        return new Sequence(
                name, random.nextLong(), random.nextInt(), orNull(random.nextLong()), orNull(5L), random.nextBoolean());
    }

    private Column column() {
        return new Column(
                text(),
                type(),
                random.nextBoolean(),
                orNull(text()),
                orNull(identity()),
                orNull(new Generated(text(), random.nextBoolean())),
                orNull(text()),
                orNull(text()));
    }

    private ColumnChange change() {
        Column column = column();
        return new ColumnChange(
                orNull(text()),
                column.type(),
                orNull(random.nextBoolean()),
                orNull(new ColumnChange.Setting<>(column.defaultSql())),
                orNull(new ColumnChange.Setting<>(column.numbering())),
                orNull(new ColumnChange.Setting<>(column.generated())),
                orNull(new ColumnChange.Setting<>(column.collation())),
                orNull(new ColumnChange.Setting<>(column.comment())),
                orNull(text()));
    }

    private Identity identity() {
        return new Identity(random.nextBoolean(), orNull(random.nextLong()), orNull(5L));
    }

    private SqlType type() {
        List<SqlType> types = List.of(
                new SqlType.Bool(),
                new SqlType.TinyInt(),
                new SqlType.SmallInt(),
                new SqlType.Int(),
                new SqlType.BigInt(),
                new SqlType.Decimal(null, null),
                new SqlType.Decimal(7, null),
                new SqlType.Decimal(7, 2),
                new SqlType.Real(),
                new SqlType.DoublePrecision(),
                new SqlType.Char(3),
                new SqlType.VarChar(orNull(50)),
                new SqlType.Text(),
                new SqlType.Binary(16),
                new SqlType.VarBinary(orNull(50)),
                new SqlType.Blob(),
                new SqlType.Date(),
                new SqlType.Time(orNull(3), random.nextBoolean()),
                new SqlType.Timestamp(orNull(6), random.nextBoolean()),
                new SqlType.Uuid(),
                new SqlType.Json(random.nextBoolean()),
                new SqlType.Enumeration(null, texts()),
                new SqlType.Enumeration(name(), random.nextBoolean() ? List.of() : texts()),
                new SqlType.Named(text()));
        SqlType type = types.get(random.nextInt(types.size()));
        return random.nextInt(8) == 0 ? new SqlType.Array(type) : type;
    }

    private QualifiedName name() {
        return QualifiedName.of(random.nextInt(4) == 0 ? text() : null, text());
    }

    private List<String> texts() {
        var texts = new ArrayList<String>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private <T> @Nullable T orNull(T value) {
        return random.nextBoolean() ? value : null;
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
