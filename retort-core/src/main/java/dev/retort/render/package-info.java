/**
 * Writes operations as the Java or SQL of a revision file, the way a person would have. Begin at
 * {@link dev.retort.render.JavaRenderer}.
 */
@NullMarked
package dev.retort.render;

import org.jspecify.annotations.NullMarked;
