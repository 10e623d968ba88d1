package dev.retort.diff;

/**
 * What the model asks for.
 *
 * @param <T> the kind of object
 * @param written as a person wrote it; this goes into a revision
 * @param stored as the database would show it, as far as that is known; this is compared too
 */
record Wanted<T>(T written, T stored) {

    static <T> Wanted<T> of(T written) {
        return new Wanted<>(written, written);
    }
}
