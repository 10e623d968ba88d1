/** The command line: the only place that prints or exits. Each command turns its options into one call of the room command. */
@NullMarked
package dev.retort.cli;

import org.jspecify.annotations.NullMarked;
