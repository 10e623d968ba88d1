package dev.retort.script;

/**
 * What a post-write hook did.
 *
 * @param name the hook
 * @param output what it wrote to its standard output and error
 */
public record HookResult(String name, String output) {}
