package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.command.DatabaseOutcome;
import dev.retort.command.EachDatabase;
import dev.retort.command.Workspace;

/** A command that works on the database, or does the same with each where the settings name several. */
abstract class DatabaseCommand extends RetortCommand {

    private final Option databases =
            syntax.values("--database", "NAME", "Work on this one of several databases; may be repeated.");

    /** Give what {@code --tag} said, or {@code null} for nothing. */
    @Nullable
    String tag() {
        return null;
    }

    /** Tell whether the command changes databases, so that it must not go on after a failure. */
    abstract boolean changes();

    /** Tell whether a script is printed instead. */
    boolean printsScript() {
        return false;
    }

    /** Write the script for one database. */
    String script(Workspace workspace) {
        throw new IllegalStateException("prints no script");
    }

    /**
     * Do the work on one database, report it, and give the exit code.
     *
     * @throws RetortException if it fails
     */
    abstract int run(Workspace workspace, Console console);

    @Override
    final int run(Invocation invocation) {
        List<Workspace> workspaces = invocation.workspaces(databases.values(), tag());
        Console console = invocation.console();
        Workspace first = workspaces.get(0);
        boolean several =
                first.choice().name() != null && !invocation.options().name.given();
        if (printsScript()) {
            return several
                    ? new DatabaseScripts(console, invocation.workingDirectory()).write(workspaces, this::script)
                    : RunOutput.script(console, script(first));
        }
        return several ? each(workspaces, console) : run(first, console);
    }

    private int each(List<Workspace> workspaces, Console console) {
        List<Json> documents = new ArrayList<>();
        List<DatabaseOutcome<Integer>> outcomes = new EachDatabase(workspaces).run(changes(), workspace -> {
            Console own = console.of(name(workspace), workspaces.size() > 1);
            workspace.listen(new Progress(own), own::talk);
            try {
                int code = run(workspace, own);
                documents.addAll(own.documents());
                return code;
            } finally {
                own.endLine();
            }
        });
        @Nullable RetortException failure = EachDatabase.failure(outcomes);
        if (console.json()) {
            console.result(document(outcomes, documents, failure));
        } else if (failure != null) {
            throw failure;
        }
        return failure != null ? Retort.FAILED : code(outcomes);
    }

    private static int code(List<DatabaseOutcome<Integer>> outcomes) {
        int code = Retort.DONE;
        for (DatabaseOutcome<Integer> outcome : outcomes) {
            Integer own = outcome.result();
            code = own == null ? code : Math.max(code, own);
        }
        return code;
    }

    private static Json document(
            List<DatabaseOutcome<Integer>> outcomes, List<Json> documents, @Nullable RetortException failure) {
        List<Json> parts = new ArrayList<>();
        int at = 0;
        for (DatabaseOutcome<Integer> outcome : outcomes) {
            Json part = new Json()
                    .put("database", outcome.database())
                    .put("state", outcome.state().name().toLowerCase(Locale.ROOT));
            if (outcome.failure() != null) {
                part.put("rows", outcome.rows()).put("error", Console.document(outcome.failure(), Retort.FAILED));
            } else if (outcome.result() != null) {
                part.putAll(documents.get(at++));
            } else {
                part.put("rows", outcome.rows());
            }
            parts.add(part);
        }
        Json whole = new Json().put("databases", parts);
        return failure == null ? whole : whole.put("error", Console.document(failure, Retort.FAILED));
    }

    /** Say what the settings call a database. */
    static String name(Workspace workspace) {
        return String.valueOf(workspace.choice().name());
    }
}
