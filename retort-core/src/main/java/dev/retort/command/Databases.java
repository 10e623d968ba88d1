package dev.retort.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import dev.retort.RetortException;
import dev.retort.config.Setting;
import dev.retort.config.Settings;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Dialects;

/** Which databases a command works on: the one of the settings, or those that the setting {@code databases} names. */
public final class Databases {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private Databases() {}

    /**
     * Choose databases, in the order of the file.
     *
     * @param settings what file, variables and options say
     * @param names the databases that were asked for; none for all
     * @return the settings of each
     * @throws RetortException if a name is not known, or options fit only one database while several are meant
     */
    public static List<Settings> choose(Settings settings, List<String> names) {
        List<String> all = settings.get(Setting.DATABASES);
        requireKnown(names, all);
        requireNames(all);
        if (all.isEmpty()) {
            return List.of(settings);
        }
        if (settings.environmentName().isPresent()) {
            String one = settings.environmentName().get();
            if (!all.contains(one) || names.stream().anyMatch(name -> !name.equals(one))) {
                throw new RetortException(
                        names.isEmpty()
                                ? "The environment '%s' is none of the databases %s"
                                        .formatted(one, String.join(", ", all))
                                : "-n '%s' and --database %s ask for different databases"
                                        .formatted(one, String.join(", ", names)),
                        "leave out -n, and tell environments apart by url = \"${VARIABLE}\"");
            }
            return List.of(settings);
        }
        List<Settings> chosen = new ArrayList<>();
        for (Settings each : settings.databases()) {
            if (names.isEmpty()
                    || each.environmentName().filter(names::contains).isPresent()) {
                chosen.add(each);
            }
        }
        requireOwnUrls(settings, chosen);
        return List.copyOf(chosen);
    }

    /**
     * Look whether each of several databases has a version table for itself.
     *
     * @throws RetortException if two share one
     */
    public static void requireDistinct(List<Workspace> workspaces) {
        Map<String, String> seen = new HashMap<>();
        for (Workspace workspace : workspaces) {
            Database database = workspace.database();
            String name = String.valueOf(workspace.choice().name());
            String other = seen.put(database.address().url() + " " + database.versionTableName(), name);
            if (other != null) {
                throw new RetortException(
                        "The databases '%s' and '%s' are the same: both are '%s' with the version table '%s'"
                                .formatted(other, name, database.shownUrl(), database.versionTableName()),
                        "correct the url of [env.%s], or give it a version_table of its own".formatted(name));
            }
        }
    }

    /**
     * Look whether a command that works on one database has been told which.
     *
     * @throws RetortException if there are several
     */
    static void requireChoice(Settings settings) {
        if (!settings.databases().isEmpty()) {
            String names = String.join(", ", settings.get(Setting.DATABASES));
            throw new RetortException(
                    "This works on one database, and there are several: " + names,
                    "choose one with -n "
                            + settings.databases().get(0).environmentName().orElse("NAME"));
        }
    }

    private static void requireKnown(List<String> names, List<String> all) {
        for (String name : names) {
            if (all.isEmpty()) {
                throw new RetortException(
                        "There is no database '%s': the setting databases names none".formatted(name),
                        "leave out --database, or write databases = [\"%s\"] and a table [env.%s]"
                                .formatted(name, name));
            }
            if (!all.contains(name)) {
                throw new RetortException(
                        "There is no database '%s'".formatted(name), "the databases are " + String.join(", ", all));
            }
        }
    }

    /** A name stands in revision files beside the names of dialects, and names the files of scripts. */
    private static void requireNames(List<String> all) {
        List<String> dialects =
                Dialects.all().stream().map(DialectProvider::name).toList();
        List<String> taken = new ArrayList<>();
        for (String name : all.stream().distinct().toList()) {
            String word = name.toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches() || dialects.contains(word) || taken.contains(word)) {
                throw new RetortException(
                        "'%s' cannot be the name of a database%s"
                                .formatted(name, NAME.matcher(name).matches() ? ": it has another meaning" : ""),
                        "choose a word of letters, digits and '_' that is neither a dialect nor used twice");
            }
            taken.add(word);
        }
    }

    private static void requireOwnUrls(Settings settings, List<Settings> chosen) {
        String origin = settings.origin(Setting.URL).orElse("");
        boolean given = origin.equals(Setting.URL.flag().orElse(""))
                || origin.equals(Setting.URL.environmentVariable().orElse(""));
        if (given && chosen.size() > 1) {
            throw new RetortException(
                    "%s names one database, and there are several".formatted(origin),
                    "leave it out, or choose one database with --database "
                            + chosen.get(0).environmentName().orElse("NAME"));
        }
    }
}
