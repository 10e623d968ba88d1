package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import dev.retort.command.Preview.Outlook;
import dev.retort.revision.Direction;
import dev.retort.revision.PlanStep;
import dev.retort.revision.RevisionHeader;
import dev.retort.runtime.CommitGroup;
import dev.retort.runtime.ForecastStep;

/** Writes what {@code plan} found, for people and for programs. */
final class PlanText {

    private static final String INDENT = "    ";

    private PlanText() {}

    /** Write lines: each step, what is to be known of it indented below it, and a sum. */
    static List<String> lines(String target, Outlook outlook) {
        List<String> lines = new ArrayList<>();
        for (ForecastStep step : outlook.steps()) {
            lines.add(heading(step.step()));
            lines.add(INDENT + statements(step.statements(), step.exact()) + parts(step, outlook));
            step.code().forEach(code -> lines.add(INDENT + "runs code: " + code));
            step.losses().forEach(loss -> lines.add(INDENT + "destroys: " + loss));
            if (step.irreversible() != null) {
                lines.add(INDENT + "cannot be undone: " + step.irreversible());
            }
            if (step.obstacle() != null) {
                lines.add(INDENT + "cannot run: " + step.obstacle());
            }
        }
        if (!outlook.cascade().isEmpty()) {
            lines.add("Takes back %s of another branch, which depends on it: run 'retort downgrade %s --cascade'"
                    .formatted(String.join(", ", outlook.cascade()), target));
        }
        lines.add(outlook.steps().isEmpty() ? nothing(outlook) : sum(outlook));
        return lines;
    }

    private static String heading(PlanStep step) {
        RevisionHeader revision = step.revision();
        String message = revision == null ? "" : Progress.firstLine(revision.message());
        return word(step.direction()) + " " + ids(step.from()) + " -> " + ids(step.to())
                + (message.isEmpty() ? "" : ", " + message);
    }

    /** Say in how many pieces a step is committed, if it is not one; elsewhere every change of the schema is a piece. */
    private static String parts(ForecastStep step, Outlook outlook) {
        if (!outlook.transactionalDdl()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (CommitGroup group : outlook.commits()) {
            if (group.revisions()
                    .contains(
                            step.step().revision() == null
                                    ? ""
                                    : step.step().revision().id())) {
                parts.add(
                        group.alone() == null
                                ? statements(group.statements(), true)
                                : "alone: " + group.alone().replaceAll("\\s+", " "));
            }
        }
        return parts.size() < 2
                ? ""
                : ", committed in " + parts.size() + " parts:\n" + INDENT + INDENT
                        + String.join("\n" + INDENT + INDENT, parts);
    }

    private static String nothing(Outlook outlook) {
        return "Nothing to do: the database is at "
                + (outlook.rows().isEmpty() ? "base" : String.join(", ", outlook.rows()));
    }

    private static String sum(Outlook outlook) {
        int statements =
                outlook.steps().stream().mapToInt(ForecastStep::statements).sum();
        boolean exact = outlook.steps().stream().allMatch(ForecastStep::exact);
        String sum = count(outlook.steps().size(), "revision") + ", " + statements(statements, exact)
                + (outlook.transactionalDdl()
                        ? " in " + count(outlook.commits().size(), "transaction")
                        : "; this database commits every change of the schema at once");
        return sum
                + some(outlook, step -> !step.losses().isEmpty(), "destroys data", "destroy data")
                + some(outlook, step -> step.irreversible() != null, "cannot be undone", "cannot be undone")
                + some(outlook, step -> step.obstacle() != null, "cannot run", "cannot run");
    }

    private static String some(Outlook outlook, Predicate<ForecastStep> which, String one, String several) {
        long number = outlook.steps().stream().filter(which).count();
        return number == 0 ? "" : "; " + number + " " + (number == 1 ? one : several);
    }

    private static String statements(int number, boolean exact) {
        return (exact ? "" : "at least ") + count(number, "statement");
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static String ids(List<String> ids) {
        return ids.isEmpty() ? "<base>" : String.join(", ", ids);
    }

    /** Describe all of it. */
    static Json document(String target, Outlook outlook) {
        List<Json> steps = new ArrayList<>();
        for (ForecastStep step : outlook.steps()) {
            steps.add(Documents.step(step.step())
                    .put("operations", step.operations())
                    .put("statements", step.statements())
                    .put("exact", step.exact())
                    .put("code", step.code())
                    .put("destroys", step.losses())
                    .put("irreversible", step.irreversible())
                    .put("obstacle", step.obstacle()));
        }
        List<Json> commits = new ArrayList<>();
        for (CommitGroup group : outlook.commits()) {
            commits.add(new Json()
                    .put("revisions", group.revisions())
                    .put("statements", group.statements())
                    .put("alone", group.alone()));
        }
        return new Json()
                .put("url", outlook.url())
                .put("rows", outlook.rows())
                .put("target", target)
                .put("direction", word(outlook.direction()))
                .put("transactionalDdl", outlook.transactionalDdl())
                .put("cascade", outlook.cascade())
                .put("steps", steps)
                .put("commits", commits);
    }
}
