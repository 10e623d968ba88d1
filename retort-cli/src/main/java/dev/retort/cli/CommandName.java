package dev.retort.cli;

import org.jspecify.annotations.Nullable;

/** Every command there is, in the order of the help; only the one that is called is loaded. */
enum CommandName {
    INIT("init", "Make a script directory and its settings file."),
    REVISION("revision", "Write a new revision file, empty or from the difference to the model."),
    UPGRADE("upgrade", "Apply revisions until the database is at TARGET."),
    DOWNGRADE("downgrade", "Take revisions back until the database is at TARGET."),
    PLAN("plan", "Show what would run to bring the database to TARGET; nothing is changed."),
    CURRENT("current", "Show the revisions the database is at."),
    CHECK("check", "Tell whether the database differs from the model."),
    HISTORY("history", "List revisions, newest first."),
    HEADS("heads", "Show the revisions nothing follows."),
    BRANCHES("branches", "Show the revisions that several others follow."),
    SHOW("show", "Show a revision."),
    EDIT("edit", "Open a revision's file in your editor."),
    MERGE("merge", "Write a revision that joins several heads."),
    REBASE("rebase", "Put a branch that is applied nowhere upon another revision."),
    STAMP("stamp", "Say which revisions the database is at, without running any."),
    ENSURE_VERSION("ensure_version", "Create the version table if it is not there."),
    LIST_TEMPLATES("list_templates", "List the layouts that 'init' can make."),
    COMPLETION("completion", "Print what makes your shell complete commands, options and revisions.");

    private final String word;
    private final String description;

    CommandName(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /** Give what is typed. */
    String word() {
        return word;
    }

    /** Say in one sentence what the command does. */
    String description() {
        return description;
    }

    /**
     * Find a command by what was typed; hyphens may stand for underscores.
     *
     * @throws UsageException if there is none
     */
    static CommandName find(String typed, boolean json) {
        CommandName name = named(typed);
        if (name == null) {
            throw new UsageException("There is no command '" + typed + "'", hint(typed.replace('-', '_')), json);
        }
        return name;
    }

    /** Tell whether what was typed is a command. */
    static boolean isOne(String typed) {
        return named(typed) != null;
    }

    private static @Nullable CommandName named(String typed) {
        String word = typed.replace('-', '_');
        for (CommandName name : values()) {
            if (name.word.equals(word)) {
                return name;
            }
        }
        return null;
    }

    /** Make the command, with nothing filled in. */
    RetortCommand create() {
        return switch (this) {
            case INIT -> new InitCommand();
            case REVISION -> new RevisionCommand();
            case UPGRADE -> new UpgradeCommand();
            case DOWNGRADE -> new DowngradeCommand();
            case PLAN -> new PlanCommand();
            case CURRENT -> new CurrentCommand();
            case CHECK -> new CheckCommand();
            case HISTORY -> new HistoryCommand();
            case HEADS -> new HeadsCommand();
            case BRANCHES -> new BranchesCommand();
            case SHOW -> new ShowCommand();
            case EDIT -> new EditCommand();
            case MERGE -> new MergeCommand();
            case REBASE -> new RebaseCommand();
            case STAMP -> new StampCommand();
            case ENSURE_VERSION -> new EnsureVersionCommand();
            case LIST_TEMPLATES -> new ListTemplatesCommand();
            case COMPLETION -> new CompletionCommand();
        };
    }

    private static String hint(String word) {
        @Nullable CommandName nearest = null;
        int least = 3;
        for (CommandName name : values()) {
            int distance = distance(word, name.word);
            if (distance < least || (word.length() > 2 && name.word.startsWith(word))) {
                least = Math.min(distance, least);
                nearest = name;
            }
        }
        return nearest == null ? "'retort --help' lists the commands" : "did you mean 'retort " + nearest.word + "'?";
    }

    /** Count the letters to insert, remove or change to make one word of the other. */
    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] here = new int[right.length() + 1];
            here[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                here[column] = Math.min(above[column - 1] + change, 1 + Math.min(above[column], here[column - 1]));
            }
            above = here;
        }
        return above[right.length()];
    }
}
