package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.retort.config.NearestName;

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
    static CommandName find(String typed) {
        CommandName name = named(typed);
        if (name == null) {
            throw new UsageException("There is no command '" + typed + "'", hint(typed));
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

    private static String hint(String typed) {
        List<String> words = new ArrayList<>();
        for (CommandName name : values()) {
            words.add(name.word);
        }
        return NearestName.of(typed, words)
                .map("did you mean 'retort %s'?"::formatted)
                .orElse("'retort --help' lists the commands");
    }
}
