/** Tests of the room model. */
@NullMarked
package dev.retort.model;

import org.jspecify.annotations.NullMarked;
