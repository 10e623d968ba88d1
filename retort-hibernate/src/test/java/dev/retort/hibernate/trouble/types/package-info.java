/** Entities for one test. */
@NullUnmarked
package dev.retort.hibernate.trouble.types;

import org.jspecify.annotations.NullUnmarked;
