package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.retort.dialect.Dialect;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;

/** What an operation removes together with what it holds, so that no downgrade brings it back. */
final class DataLoss {

    private DataLoss() {}

    /** Say what {@code operation} removes, if it does; code is not looked into. */
    static Optional<String> of(Operation operation, Dialect dialect) {
        if (operation instanceof DropTable drop) {
            return Optional.of("table %s and its rows".formatted(drop.table()));
        }
        if (operation instanceof DropColumn drop) {
            return Optional.of("column %s.%s and its values".formatted(drop.table(), drop.column()));
        }
        if (operation instanceof DropSequence drop) {
            return Optional.of("sequence %s and its number".formatted(drop.name()));
        }
        if (operation instanceof AlterEnum alter) {
            List<String> gone = new ArrayList<>(alter.before().values());
            gone.removeAll(alter.after().values());
            return gone.isEmpty()
                    ? Optional.empty()
                    : Optional.of("'%s' of enum %s"
                            .formatted(String.join("', '", gone), alter.before().name()));
        }
        String sql = operation instanceof Execute execute ? execute.on(dialect.name()) : null;
        return sql == null ? Optional.empty() : new WrittenSql(sql).loss();
    }
}
