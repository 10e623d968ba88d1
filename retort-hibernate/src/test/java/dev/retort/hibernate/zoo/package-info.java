/** Entities that use every mapping that shows in a schema; read by tests, on every database. */
@NullUnmarked
package dev.retort.hibernate.zoo;

import org.jspecify.annotations.NullUnmarked;
