/** The history as a graph: identifiers, ranges and plans; pure, no input or output. */
@NullMarked
package dev.retort.revision;

import org.jspecify.annotations.NullMarked;
