package dev.retort.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.revision.RevisionLine;
import dev.retort.runtime.RunFailedException;

/** Where a command's words go: results to one side, talk to the other; secrets to neither. */
final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Secrets secrets;
    private final String prefix;
    private final @Nullable List<Json> kept;
    private final Terminals terminals;
    private boolean json;
    private boolean quiet;
    private boolean stackTrace;
    private boolean lineIsOpen;
    private Colours outColours;
    private Colours errColours;

    Console(PrintWriter out, PrintWriter err) {
        this(out, err, Terminals.NONE);
    }

    Console(PrintWriter out, PrintWriter err, Terminals terminals) {
        this(out, err, new Secrets(), "", null, terminals);
    }

    private Console(
            PrintWriter out,
            PrintWriter err,
            Secrets secrets,
            String prefix,
            @Nullable List<Json> kept,
            Terminals terminals) {
        this.out = out;
        this.err = err;
        this.secrets = secrets;
        this.prefix = prefix;
        this.kept = kept;
        this.terminals = terminals;
        this.outColours = Colours.of(terminals.out(ColorChoice.AUTO));
        this.errColours = Colours.of(terminals.err(ColorChoice.AUTO));
    }

    /**
     * Give a console for what is said of one of several databases: it keeps documents back, for {@link #documents}.
     *
     * @param named whether each line begins with the database's name
     */
    Console of(String database, boolean named) {
        Console own = new Console(out, err, secrets, named ? "[" + database + "] " : "", new ArrayList<>(), terminals);
        own.outColours = outColours;
        own.errColours = errColours;
        own.json = json;
        own.quiet = quiet;
        own.stackTrace = stackTrace;
        return own;
    }

    /** Give the documents that were kept back. */
    List<Json> documents() {
        return kept == null ? List.of() : kept;
    }

    /** Take over what the options say about output. */
    void follow(GlobalOptions options) {
        json = options.json.given();
        quiet = options.quiet.given();
        stackTrace = options.stackTrace.given();
        outColours = Colours.of(terminals.out(options.color()));
        errColours = Colours.of(terminals.err(options.color()));
    }

    /** Give the colours of the result. */
    Colours colours() {
        return outColours;
    }

    /** Give what writes lines about revisions. */
    RevisionLine lines() {
        return new RevisionLine(outColours);
    }

    /** Print errors as JSON, where the options could not be read. */
    void asJson(boolean wanted) {
        json = wanted;
    }

    /** Tell whether the result is to be JSON. */
    boolean json() {
        return json;
    }

    /** Give what keeps passwords out of everything that is printed. */
    Secrets secrets() {
        return secrets;
    }

    /** Print a line of the result. */
    void result(String line) {
        endLine();
        out.println(prefixed(line));
    }

    /** Print the result as one document. */
    void result(Json document) {
        if (kept != null) {
            kept.add(document);
        } else {
            result(document.toString());
        }
    }

    /** Print what is ready to be fed to another program, as it is. */
    void script(String text) {
        endLine();
        out.print(text);
    }

    /** Tell how the work goes on, at once. */
    void talk(String line) {
        if (!quiet) {
            endLine();
            err.println(prefixed(line));
            err.flush();
        }
    }

    /** Begin a line about work that begins; {@link #finish} ends it. */
    void begin(String text) {
        if (!quiet) {
            endLine();
            err.print(prefixed(text));
            err.flush();
            lineIsOpen = true;
        }
    }

    /** End the line that {@link #begin} began. */
    void finish(String text) {
        if (lineIsOpen) {
            err.println(text);
            err.flush();
            lineIsOpen = false;
        }
    }

    /** Tell something a person should know although the command goes on. */
    void warning(String line) {
        endLine();
        err.println(prefixed(errColours.warning("warning:") + " " + line));
        err.flush();
    }

    /** Tell why the command cannot go on. */
    void failure(RetortException failure, int exitCode) {
        endLine();
        out.flush();
        if (json) {
            result(new Json().put("error", document(failure, exitCode)));
        } else {
            err.println(errColours.error("error:") + secrets.hide(" " + message(failure)));
            String database = databaseWords(failure);
            // A run's own message has them already.
            if (database != null && !(failure instanceof RunFailedException)) {
                err.println(secrets.hide("database: " + database));
            }
            err.println(errColours.hint("hint:") + secrets.hide(" " + failure.hint()));
        }
        if (stackTrace) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            err.print(secrets.hide(trace.toString()));
        }
        err.flush();
    }

    private String prefixed(String text) {
        String hidden = secrets.hide(text);
        return prefix.isEmpty() ? hidden : prefix + hidden.replace("\n", "\n" + prefix);
    }

    /** End a line that is still open. */
    void endLine() {
        finish("");
    }

    /** Put a failure into a document. */
    static Json document(RetortException failure, int exitCode) {
        return new Json()
                .put("message", message(failure))
                .put("database", databaseWords(failure))
                .put("hint", failure.hint())
                .put("exitCode", exitCode);
    }

    private static String message(RetortException failure) {
        return String.valueOf(failure.getMessage());
    }

    /** Give what the database itself said, unless the message already tells it. */
    private static @Nullable String databaseWords(RetortException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException && cause.getMessage() != null) {
                String words = cause.getMessage().strip();
                // Lines that follow the first may be indented in the message.
                boolean told = message(failure).replaceAll("\n +", "\n").contains(words.replaceAll("\n +", "\n"));
                return told ? null : words;
            }
        }
        return null;
    }
}
