package dev.retort.script;

import java.util.Optional;

/**
 * One part of a SQL revision: what stands between its {@code -- upgrade} or {@code -- downgrade} line and the next.
 *
 * @param downgrade whether the part takes the revision back
 * @param dialect the word behind {@code upgrade} or {@code downgrade}, in lower case: a dialect, or one of several
 *     databases; empty for the part that serves everything without one of its own
 * @param text the SQL as the file holds it
 * @param firstLine the line of the file, counted from 1, on which {@code text} begins
 */
public record SqlSection(boolean downgrade, Optional<String> dialect, String text, int firstLine) {}
