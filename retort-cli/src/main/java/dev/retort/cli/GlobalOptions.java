package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command; before the command, {@code -c} is short for {@code --config}. */
final class GlobalOptions {

    @Option(names = "--config", paramLabel = "FILE", description = "Read settings from FILE (default: retort.toml).")
    @Nullable
    String config;

    @Option(
            names = {"-n", "--name"},
            paramLabel = "NAME",
            description = "Use the settings of [env.NAME].")
    @Nullable
    String name;

    @Option(names = "-x", paramLabel = "KEY=VALUE", description = "Hand an argument to Env.java.")
    List<String> arguments = new ArrayList<>();

    @Option(names = "--url", paramLabel = "URL", description = "Use this JDBC URL, whatever the settings say.")
    @Nullable
    String url;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print results and errors only.")
    boolean quiet;

    @Option(names = "--json", description = "Print the result as one JSON document.")
    boolean json;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Use colours: 'auto' (on a terminal, the default), 'always' or 'never'.")
    ColorChoice color = ColorChoice.AUTO;

    @Option(
            names = {"--stacktrace", "--raiseerr"},
            description = "Print the stack trace of an error.")
    boolean stackTrace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    boolean help;
}
