package dev.retort.diff;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.schema.SqlType;

/** Tells changes of a type that keep every value from those that may not. */
final class Widening {

    private static final List<Class<? extends SqlType>> WHOLE_NUMBERS =
            List.of(SqlType.TinyInt.class, SqlType.SmallInt.class, SqlType.Int.class, SqlType.BigInt.class);

    private Widening() {}

    static boolean isSafe(SqlType before, SqlType after) {
        int rank = WHOLE_NUMBERS.indexOf(before.getClass());
        if (rank >= 0) {
            return WHOLE_NUMBERS.indexOf(after.getClass()) >= rank;
        }
        if (before instanceof SqlType.Decimal number && after instanceof SqlType.Decimal other) {
            return fits(scale(number), scale(other)) && fits(wholeDigits(number), wholeDigits(other));
        }
        if (after instanceof SqlType.Text) {
            return before instanceof SqlType.VarChar || before instanceof SqlType.Char;
        }
        if (after instanceof SqlType.VarChar text) {
            return (before instanceof SqlType.VarChar other && fits(other.length(), text.length()))
                    || (before instanceof SqlType.Char fixed && fits(fixed.length(), text.length()));
        }
        return after instanceof SqlType.VarBinary bytes
                && before instanceof SqlType.VarBinary other
                && fits(other.length(), bytes.length());
    }

    private static @Nullable Integer scale(SqlType.Decimal number) {
        return number.precision() == null ? null : (Integer) (number.scale() == null ? 0 : number.scale());
    }

    private static @Nullable Integer wholeDigits(SqlType.Decimal number) {
        Integer scale = scale(number);
        return number.precision() == null || scale == null ? null : (Integer) (number.precision() - scale);
    }

    private static boolean fits(@Nullable Integer before, @Nullable Integer after) {
        return after == null || (before != null && before <= after);
    }
}
