package dev.retort.render;

import java.util.List;

/**
 * The parts of a Java revision that say what it does, as lines without an end, indented as if they began at the margin.
 *
 * @param imports what the lines need, in order, without the keyword ({@code a.B}, {@code static a.B.*}), beside
 *     {@code Migration}, {@code Operations} and {@code Revision}
 * @param upgrade the lines of the body of {@code upgrade(Operations op)}
 * @param downgrade the lines of the body of {@code downgrade(Operations op)}
 */
public record JavaSource(List<String> imports, List<String> upgrade, List<String> downgrade) {

    public JavaSource {
        imports = List.copyOf(imports);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }
}
