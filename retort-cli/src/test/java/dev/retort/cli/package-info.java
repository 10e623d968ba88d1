/** Calls the command line as its users do. */
@NullMarked
package dev.retort.cli;

import org.jspecify.annotations.NullMarked;
