package dev.retort.cli;

/** When output has colours. */
enum ColorChoice {
    /** On a terminal, unless the environment says no. */
    AUTO,
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER
}
