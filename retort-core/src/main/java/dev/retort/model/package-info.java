/** Where the desired schema comes from: the SPI of model sources, and what finds and loads them beside the application. */
@NullMarked
package dev.retort.model;

import org.jspecify.annotations.NullMarked;
