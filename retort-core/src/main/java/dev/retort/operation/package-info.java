/** One step of a migration as data; an operation knows its inverse and is turned into SQL by a dialect. */
@NullMarked
package dev.retort.operation;

import org.jspecify.annotations.NullMarked;
