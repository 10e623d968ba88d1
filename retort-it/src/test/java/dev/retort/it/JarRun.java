package dev.retort.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * One run of the shipped jar.
 *
 * @param words what was typed after {@code retort}
 * @param code the exit code
 * @param out what stood on standard output
 * @param err what stood on standard error
 */
record JarRun(List<String> words, int code, String out, String err) {

    /** Require exit code 0 and no word of an error. */
    JarRun done() {
        assertThat(code).as(toString()).isZero();
        assertThat(err).as(toString()).doesNotContain("\tat ", "error:");
        return this;
    }

    /** Require an error as people want it: exit code 1, {@code words} in it, a hint, no stack trace, no password. */
    JarRun failed(String... words) {
        assertThat(code).as(toString()).isEqualTo(1);
        assertThat(err)
                .as(toString())
                .contains("error: ")
                .contains(words)
                .contains("\nhint: ")
                .doesNotContain("\tat ", "Exception in thread", "Caused by:", Project.PASSWORD);
        assertThat(out).as(toString()).doesNotContain(Project.PASSWORD);
        return this;
    }
}
