/** Everything that holds for H2 alone. */
@NullMarked
package dev.retort.dialect.h2;

import org.jspecify.annotations.NullMarked;
