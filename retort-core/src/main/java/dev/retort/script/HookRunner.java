package dev.retort.script;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.RetortException;
import dev.retort.config.PostWriteHook;

/** Runs post-write hooks, without a shell. */
final class HookRunner {

    private HookRunner() {}

    /** Run {@code hooks} on {@code file} in their order; the first that fails ends it. */
    static List<HookResult> run(List<PostWriteHook> hooks, Path file) {
        List<HookResult> results = new ArrayList<>();
        for (PostWriteHook hook : hooks) {
            results.add(run(hook, file));
            if (!Files.exists(file)) {
                throw new RetortException(
                        "Post-write hook '%s' ('%s') removed the revision '%s'"
                                .formatted(hook.name(), hook.executable(), file.getFileName()),
                        "correct the hook in the settings, and make the revision again");
            }
        }
        return List.copyOf(results);
    }

    private static HookResult run(PostWriteHook hook, Path file) {
        List<String> command = hook.commandLine(file);
        Process process = start(hook, command, file);
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            int status = process.waitFor();
            if (status != 0) {
                throw failed(hook, file, "exits with status %d%s".formatted(status, indented(output)), null);
            }
            return new HookResult(hook.name(), output);
        } catch (IOException e) {
            throw failed(hook, file, "cannot be read: " + RetortException.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(hook, file, "was interrupted", e);
        } finally {
            process.destroy();
        }
    }

    private static Process start(PostWriteHook hook, List<String> command, Path file) {
        try {
            return new ProcessBuilder(command)
                    .directory(hook.workingDirectory().toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw failed(hook, file, "cannot be started: " + e.getMessage(), e);
        }
    }

    private static String indented(String output) {
        return output.isBlank() ? "" : ":\n  " + output.strip().replace("\n", "\n  ");
    }

    private static RetortException failed(PostWriteHook hook, Path file, String what, @Nullable Exception cause) {
        return new RetortException(
                "Post-write hook '%s' ('%s') %s".formatted(hook.name(), hook.executable(), what),
                "the revision '%s' was written and stays; correct the hook in the settings and run it by hand"
                        .formatted(file.getFileName()),
                cause);
    }
}
