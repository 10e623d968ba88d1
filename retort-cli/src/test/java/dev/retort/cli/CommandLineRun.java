package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What one call of the command line said and gave back.
 *
 * @param code the exit code
 * @param out what stood on standard output
 * @param err what stood on standard error
 */
record CommandLineRun(int code, String out, String err) {

    /** Call the command line in {@code folder}. */
    static CommandLineRun in(Path folder, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Retort.run(folder, new PrintWriter(out), new PrintWriter(err), words);
        return new CommandLineRun(code, out.toString(), err.toString());
    }

    /** Call the command line, which must succeed. */
    static CommandLineRun done(Path folder, String... words) {
        CommandLineRun run = in(folder, words);
        assertThat(run.code()).as(run.toString()).isZero();
        return run;
    }

    /** Write a file below {@code folder}. */
    static void write(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Write a SQL revision. */
    static void sqlRevision(Path folder, String id, String parent, String upgrade, String downgrade) {
        write(folder, "migrations/versions/" + id + ".sql", """
                -- revision: %s
                -- down_revision: %s
                -- message: make %s

                -- upgrade
                %s

                -- downgrade
                %s
                """.formatted(id, parent, id, upgrade, downgrade));
    }

    /** Read standard output as a JSON document. */
    Map<String, Object> document() {
        return JsonText.parse(out);
    }
}
