/** What a database looks like: immutable records and the SQL types; imports no other room. */
@NullMarked
package dev.retort.schema;

import org.jspecify.annotations.NullMarked;
