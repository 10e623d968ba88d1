package dev.retort.cli;

import java.util.Locale;

/** The options of every command, wherever they stand on the line. */
final class GlobalOptions {

    final Option config;
    final Option name;
    final Option arguments;
    final Option url;
    final Option quiet;
    final Option json;
    final Option stackTrace;
    final Option version;
    final Option help;
    private final Option color;

    GlobalOptions(Syntax syntax) {
        config = syntax.value("-c --config", "FILE", "Read settings from FILE (default: retort.toml).");
        name = syntax.value("-n --name", "NAME", "Use the settings of [env.NAME].");
        arguments = syntax.values("-x", "KEY=VALUE", "Hand an argument to Env.java; may be repeated.");
        url = syntax.value("--url", "URL", "Use this JDBC URL, whatever the settings say.");
        quiet = syntax.flag("-q --quiet", "Print results and errors only.");
        json = syntax.flag("--json", "Print the result as one JSON document.");
        color = syntax.choice(
                "--color",
                "WHEN",
                "Use colours: auto (on a terminal, the default), always or never.",
                ColorChoice.values());
        stackTrace = syntax.flag("--raiseerr --stacktrace", "Print the stack trace of an error.");
        version = syntax.flag("-V --version", "Print the version.");
        help = syntax.flag("-h --help", "Print this help.");
    }

    /** Tell when output is to have colours. */
    ColorChoice color() {
        return ColorChoice.valueOf(color.value(ColorChoice.AUTO.name()).toUpperCase(Locale.ROOT));
    }
}
