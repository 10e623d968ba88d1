/** Keeps the documents true. */
@NullMarked
package dev.retort.docs;

import org.jspecify.annotations.NullMarked;
