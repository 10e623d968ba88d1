/** Entities for one test. */
@NullUnmarked
package dev.retort.hibernate.trouble.enums;

import org.jspecify.annotations.NullUnmarked;
