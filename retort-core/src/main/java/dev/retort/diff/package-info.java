/**
 * Compares the actual schema with the desired one and says in operations what has to be done; one class for each kind of
 * object. Begin at {@link dev.retort.diff.SchemaDiff}.
 */
@NullMarked
package dev.retort.diff;

import org.jspecify.annotations.NullMarked;
