package dev.retort.cli;

/** The help of the program as a whole, written without loading a single command. */
final class Usage {

    private static final String HEAD = """
            Usage: retort [OPTIONS] COMMAND [ARGUMENTS]
            Database schema migrations that follow your entities.

            Commands:
            """;

    private static final String FOOT = """

            Options:
              -c, --config FILE    Read settings from FILE (default: retort.toml).
              -n, --name NAME      Use the settings of [env.NAME].
              -x KEY=VALUE         Hand an argument to Env.java; may be repeated.
                  --url URL        Use this JDBC URL, whatever the settings say.
              -q, --quiet          Print results and errors only.
                  --json           Print the result as one JSON document.
                  --color WHEN     Use colours: auto (on a terminal, the default), always or never.
                  --stacktrace     Print the stack trace of an error.
                  --version        Print the version.
              -h, --help           Print this help.

            Exit codes: 0 done, 1 failed, 2 wrong usage, 3 'check', 'current --check-heads' or 'plan' found something.
            'retort COMMAND --help' tells about one command.""";

    private Usage() {}

    /** Write the help. */
    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (CommandName name : CommandName.values()) {
            text.append("  ").append(name.word());
            text.append(" ".repeat(16 - name.word().length()));
            text.append(name.description()).append('\n');
        }
        return text.append(FOOT).toString();
    }
}
