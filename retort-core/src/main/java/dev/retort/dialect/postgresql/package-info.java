/** Everything that holds for PostgreSQL alone. */
@NullMarked
package dev.retort.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
