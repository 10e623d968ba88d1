package dev.retort.revision;

/**
 * Cuts loops over all nodes into short ones, each a call of its own: a JVM that has just started compiles a method that is
 * called often long before a loop that goes on for long, and nearly every command builds one graph and ends.
 */
final class Part {

    private static final int SIZE = 32;

    private Part() {}

    /** Tell where the part ends that begins at {@code from}, and the next one begins. */
    static int end(int from, int all) {
        return Math.min(from + SIZE, all);
    }
}
