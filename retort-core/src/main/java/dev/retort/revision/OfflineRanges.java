package dev.retort.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.retort.revision.RefusedException.Reason;

/** Reads the arguments of commands that print a script instead of running it: {@code target}, {@code start:target}. */
final class OfflineRanges {

    private final GraphIndex index;
    private final Identifiers identifiers;

    OfflineRanges(GraphIndex index) {
        this.index = index;
        this.identifiers = new Identifiers(index);
    }

    static RefusedException notOnline(String argument) {
        return new RefusedException(
                Reason.RANGE_NOT_ALLOWED,
                "'" + argument + "' is a range, but the database itself knows where it starts",
                "name the target alone, or add --sql to print a script for the range");
    }

    OfflineRange upgrade(String argument) {
        int colon = argument.indexOf(':');
        return colon < 0 ? new OfflineRange(List.of(), List.of(argument)) : range(argument, colon, "head");
    }

    OfflineRange downgrade(String argument) {
        int colon = argument.indexOf(':');
        if (colon < 0) {
            throw new RefusedException(
                    Reason.RANGE_NEEDED,
                    "A downgrade script cannot know where the database is: '" + argument + "' names the end only",
                    "write 'FROM:" + argument + "', for example 'head:" + argument + "'");
        }
        return range(argument, colon, "base");
    }

    OfflineRange stamp(List<String> arguments) {
        Set<List<String>> starts = new LinkedHashSet<>();
        List<String> targets = new ArrayList<>();
        for (String argument : arguments) {
            int colon = argument.indexOf(':');
            if (colon < 0) {
                targets.add(argument);
            } else {
                OfflineRange range = range(argument, colon, "head");
                starts.add(range.rows());
                targets.add(range.target());
            }
        }
        if (starts.size() > 1) {
            throw new RefusedException(
                    Reason.SEVERAL_STARTS,
                    "The ranges '" + String.join("', '", arguments) + "' start at different revisions",
                    "print one script per start");
        }
        return new OfflineRange(starts.isEmpty() ? List.of() : starts.iterator().next(), targets);
    }

    private OfflineRange range(String argument, int colon, String end) {
        String from = argument.substring(0, colon);
        String to = argument.substring(colon + 1);
        if (to.indexOf(':') >= 0 || argument.length() == 1) {
            throw new RefusedException(
                    Reason.RANGE_SYNTAX,
                    "'" + argument + "' is not a range",
                    "write '[start]:[end]', for example 'base:head'");
        }
        int start = from.isEmpty() ? Identifiers.BASE : identifiers.one(from);
        return new OfflineRange(
                start == Identifiers.BASE ? List.of() : List.of(index.id(start)), List.of(to.isEmpty() ? end : to));
    }
}
