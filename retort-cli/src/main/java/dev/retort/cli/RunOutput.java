package dev.retort.cli;

import dev.retort.runtime.RunResult;

/** What commands share that change the version table: whether they run or print, and how they report. */
final class RunOutput {

    final Option sql;
    final Option tag;

    RunOutput(Syntax syntax) {
        sql = syntax.flag("--sql", "Print the SQL instead of running it; no database is needed.");
        tag = syntax.value("--tag", "TAG", "Hand a name to Env.java.");
    }

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
