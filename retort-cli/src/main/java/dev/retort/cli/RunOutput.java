package dev.retort.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import dev.retort.runtime.RunResult;

/** What commands share that change the version table: whether they run or print, and how they report. */
final class RunOutput {

    @Option(names = "--sql", description = "Print the SQL instead of running it; no database is needed.")
    boolean sql;

    @Option(names = "--tag", paramLabel = "TAG", description = "Hand a name to Env.java.")
    @Nullable
    String tag;

    /** Print a script. */
    static int script(Console console, String script) {
        if (console.json()) {
            console.result(new Json().put("sql", script));
        } else {
            console.script(script);
        }
        return Retort.DONE;
    }

    /** Tell what a run did; its steps were told while it went on. */
    static int report(Console console, RunResult result) {
        if (console.json()) {
            console.result(
                    new Json().put("applied", Documents.steps(result.applied())).put("rows", result.rows()));
        } else if (result.applied().isEmpty()) {
            console.talk("Nothing to do: the database is at "
                    + (result.rows().isEmpty() ? "base" : String.join(", ", result.rows())));
        }
        return Retort.DONE;
    }
}
