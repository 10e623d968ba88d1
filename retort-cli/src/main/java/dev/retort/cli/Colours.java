package dev.retort.cli;

import dev.retort.revision.Paint;

/** Colours by the control sequences that all terminals know (ECMA-48, SGR); or none. */
final class Colours extends Paint {

    private static final Colours NONE = new Colours(false);
    private static final Colours SOME = new Colours(true);
    private static final int[] LINES = {31, 32, 33, 34, 35, 36};

    private final boolean some;

    private Colours(boolean some) {
        this.some = some;
    }

    static Colours of(boolean some) {
        return some ? SOME : NONE;
    }

    @Override
    public String of(Part part, String text) {
        if (!some) {
            return text;
        }
        return switch (part) {
            case REVISION -> coloured("33", text);
            case LABELS -> coloured("36", text);
            case HEAD -> coloured("1;36", text);
            case CURRENT -> coloured("1;32", text);
        };
    }

    String error(String text) {
        return some ? coloured("1;31", text) : text;
    }

    String warning(String text) {
        return some ? coloured("1;33", text) : text;
    }

    String hint(String text) {
        return some ? coloured("36", text) : text;
    }

    /** Give each column of a drawn graph its colour; a slanted line has that of the column to its right. */
    String graph(String drawn) {
        if (!some) {
            return drawn;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < drawn.length(); i++) {
            char c = drawn.charAt(i);
            boolean line = c != ' ' && c != '*';
            text.append(line ? coloured(String.valueOf(LINES[(i + 1) / 2 % LINES.length]), String.valueOf(c)) : c);
        }
        return text.toString();
    }

    private static String coloured(String code, String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
