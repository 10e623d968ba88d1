/** The one exception that Retort throws; every other type lives in a room below. */
@NullMarked
package dev.retort;

import org.jspecify.annotations.NullMarked;
