package dev.retort.render;

import java.util.ArrayList;
import java.util.List;

/**
 * A Java expression that may be broken before each call of its chain.
 *
 * @param head what the chain begins with: {@code column("id", bigint())}
 * @param calls what follows: {@code .notNull()}
 */
record Expression(String head, List<String> calls) {

    Expression {
        calls = List.copyOf(calls);
    }

    static Expression of(String text) {
        return new Expression(text, List.of());
    }

    Expression call(String text) {
        var more = new ArrayList<>(calls);
        more.add("." + text);
        return new Expression(head, more);
    }

    String text() {
        return head + String.join("", calls);
    }
}
