package dev.retort.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;

/** The way in: from the arguments of a command line to an exit code. */
public final class Retort {

    /** The exit code of a command that did what it was asked. */
    public static final int DONE = 0;

    /** The exit code of a command that failed. */
    public static final int FAILED = 1;

    /** The exit code of a command that was called in a wrong way. */
    public static final int WRONG_USAGE = 2;

    /** The exit code of a command that looked for something and found it. */
    public static final int FOUND = 3;

    private static final ClassLoader OWN = Retort.class.getClassLoader();

    private Retort() {}

    /** Run the command that {@code args} name and leave the JVM with its exit code. */
    public static void main(String[] args) {
        DriverLogging.offer();
        StandardOutput output = new StandardOutput();
        PrintWriter out = writer(output);
        PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
        Console console = new Console(out, err, Terminals.ofLauncher());
        int code = run(Path.of("").toAbsolutePath(), OWN, console, args);
        out.flush();
        String loss = output.loss();
        if (loss != null) {
            console.asJson(false);
            console.failure(
                    new RetortException(
                            "The result could not be written to standard output: " + loss,
                            "make room where it goes, and do not use what is there"),
                    FAILED);
        }
        err.flush();
        System.exit(loss == null ? code : FAILED);
    }

    /**
     * Run a command in this JVM.
     *
     * @param workingDirectory where relative paths begin
     * @param out takes the result
     * @param err takes progress, log and errors
     * @param args as on a command line, without the program's name
     * @return 0 done, 1 failed, 2 wrong usage, 3 found something
     */
    public static int run(Path workingDirectory, PrintWriter out, PrintWriter err, String... args) {
        return run(workingDirectory, OWN, out, err, args);
    }

    /**
     * Run a command in this JVM for an application whose classes are not beside Retort's own.
     *
     * @param workingDirectory where relative paths begin
     * @param application the application's class loader; revisions that it carries are found there
     * @param out takes the result
     * @param err takes progress, log and errors
     * @param args as on a command line, without the program's name
     * @return 0 done, 1 failed, 2 wrong usage, 3 found something
     */
    public static int run(
            Path workingDirectory, ClassLoader application, PrintWriter out, PrintWriter err, String... args) {
        try {
            return run(workingDirectory, application, new Console(out, err), args);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static int run(Path workingDirectory, ClassLoader application, Console console, String... args) {
        try {
            if (args.length > 0 && args[0].equals(Completion.WORD)) {
                Completion.of(workingDirectory, List.of(args).subList(1, args.length))
                        .forEach(console::result);
                return DONE;
            }
            return run(workingDirectory, application, console, CommandWords.of(args));
        } catch (UsageException e) {
            console.asJson(List.of(args).contains("--json"));
            console.failure(e, WRONG_USAGE);
            return WRONG_USAGE;
        }
    }

    /** Give the version of this build. */
    static String version() {
        try (InputStream text = Retort.class.getResourceAsStream("version")) {
            return text == null ? "unknown" : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int run(Path workingDirectory, ClassLoader application, Console console, CommandWords words) {
        GlobalOptions options = words.options();
        @Nullable String typed = words.command();
        if (options.version.given()) {
            console.result("retort " + version());
            return DONE;
        }
        if (typed == null) {
            console.result(Usage.text(words.syntax()));
            return options.help.given() ? DONE : WRONG_USAGE;
        }
        CommandName name = CommandName.find(typed);
        RetortCommand command = name.create();
        command.syntax.share(words.syntax());
        if (options.help.given() || !isComplete(command.syntax, words, "see 'retort " + typed + " --help'")) {
            console.result(Usage.text(name, command.syntax, words.syntax()));
            return DONE;
        }
        return run(command, new Invocation(workingDirectory, application, console, options));
    }

    /** Take the words behind the command; {@code false} if they ask for help instead of work. */
    private static boolean isComplete(Syntax syntax, CommandWords words, String hint) {
        try {
            syntax.take(words.rest());
            boolean works = !words.options().help.given();
            if (works) {
                syntax.complete();
            }
            return works;
        } catch (Syntax.Mistake e) {
            throw UsageException.of(e, hint);
        }
    }

    private static int run(RetortCommand command, Invocation invocation) {
        Console console = invocation.console();
        try {
            return command.run(invocation);
        } catch (UsageException e) {
            console.failure(e, WRONG_USAGE);
            return WRONG_USAGE;
        } catch (RetortException e) {
            console.failure(e, FAILED);
            return FAILED;
        } catch (RuntimeException | Error e) {
            console.failure(unforeseen(e), FAILED);
            return FAILED;
        }
    }

    private static RetortException unforeseen(Throwable failure) {
        @Nullable String message = failure.getMessage();
        String what = failure.getClass().getName() + (message == null ? "" : ": " + message);
        return new RetortException(
                "Retort failed where it should not: " + what,
                "run again with '--stacktrace' and report what it prints",
                failure);
    }

    private static PrintWriter writer(OutputStream stream) {
        // UTF-8 whatever the locale says: printed SQL is read by other programs.
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }
}
