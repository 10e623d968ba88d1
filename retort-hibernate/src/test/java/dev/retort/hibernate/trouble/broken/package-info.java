/** Entities for one test. */
@NullUnmarked
package dev.retort.hibernate.trouble.broken;

import org.jspecify.annotations.NullUnmarked;
