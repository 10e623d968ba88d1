/** Entities for one test. */
@NullUnmarked
package dev.retort.hibernate.trouble.naming;

import org.jspecify.annotations.NullUnmarked;
