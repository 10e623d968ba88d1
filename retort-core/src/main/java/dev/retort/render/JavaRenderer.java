package dev.retort.render;

import java.util.ArrayList;
import java.util.List;

import dev.retort.operation.Operation;

/** Writes operations as Java that notes the same operations down again. */
public final class JavaRenderer {

    private static final int MOST_OPERATIONS = 40;

    /** About half of what Java allows one method, as this much source makes at most twice as many bytes of code. */
    private static final int MOST_CHARACTERS = 20_000;

    private static final int ENOUGH_FOR_A_PART = 10;

    private final Imports imports = new Imports();
    private final JavaStatements statements = new JavaStatements(imports);

    private JavaRenderer() {}

    /**
     * Write both directions of a revision.
     *
     * <p>What a removed object was like is not written, as the other direction says it; only a constraint without a name
     * is, for it is found by what it says. Rows that a created table must hold are written as an insert that follows.
     *
     * @throws dev.retort.RetortException if one of them cannot be written: code that somebody made by hand
     */
    public static JavaSource render(List<Operation> upgrade, List<Operation> downgrade) {
        var renderer = new JavaRenderer();
        List<String> up = renderer.body(upgrade);
        List<String> down = renderer.body(downgrade);
        return new JavaSource(renderer.imports.all(), up, down);
    }

    /**
     * Some operations and how they are written.
     *
     * @param operations never empty
     */
    private record Part(List<Operation> operations, List<String> lines) {

        Part() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        Class<?> kind() {
            return operations.get(operations.size() - 1).getClass();
        }

        int characters() {
            return lines.stream().mapToInt(String::length).sum();
        }

        String title() {
            String first = operations.get(0).summary();
            return operations.size() == 1
                    ? first
                    : first + " ... " + operations.get(operations.size() - 1).summary();
        }
    }

    private List<String> body(List<Operation> operations) {
        var whole = new Part();
        var parts = new ArrayList<Part>();
        for (Operation operation : operations) {
            List<String> lines = operation.accept(statements).stream()
                    .flatMap(statement -> statement.lines().stream())
                    .toList();
            if (parts.isEmpty() || isFull(parts.get(parts.size() - 1), operation, lines)) {
                parts.add(new Part());
            }
            for (Part part : List.of(whole, parts.get(parts.size() - 1))) {
                part.operations().add(operation);
                part.lines().addAll(lines);
            }
        }
        boolean isShort = operations.size() <= MOST_OPERATIONS && whole.characters() <= MOST_CHARACTERS;
        return isShort ? whole.lines() : inParts(parts);
    }

    private static boolean isFull(Part part, Operation next, List<String> lines) {
        int characters =
                part.characters() + lines.stream().mapToInt(String::length).sum();
        return part.operations().size() >= MOST_OPERATIONS
                || characters > MOST_CHARACTERS
                || (part.operations().size() >= ENOUGH_FOR_A_PART && part.kind() != next.getClass());
    }

    private static List<String> inParts(List<Part> parts) {
        var lines = new ArrayList<String>();
        for (Part part : parts) {
            lines.add("op.part(" + JavaLiterals.string(part.title()) + ", () -> {");
            part.lines().forEach(line -> lines.add("    " + line));
            lines.add("});");
        }
        return lines;
    }
}
