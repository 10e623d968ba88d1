/** All settings: each declared once in {@link dev.retort.config.Setting}, read into one {@link dev.retort.config.Settings}; imports no other room. */
@NullMarked
package dev.retort.config;

import org.jspecify.annotations.NullMarked;
