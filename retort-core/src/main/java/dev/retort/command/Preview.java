package dev.retort.command;

import java.util.List;

import dev.retort.command.Database.Standing;
import dev.retort.revision.Direction;
import dev.retort.revision.Plan;
import dev.retort.revision.RefusedException;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.CommitGroup;
import dev.retort.runtime.Forecast;
import dev.retort.runtime.ForecastStep;

/** The command {@code plan}: what an upgrade or downgrade would do, from where the database really is. */
public final class Preview {

    private final Workspace workspace;

    /** Work on {@code workspace}. */
    public Preview(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What would run.
     *
     * @param url the database, without a password
     * @param rows the rows of its version table
     * @param direction whether that is an upgrade or a downgrade
     * @param cascade revisions of other branches that a downgrade takes back too, and only with {@code --cascade}
     * @param steps the steps, in order; none if there is nothing to do
     * @param commits the transactions that a run would make of them, in order
     * @param transactionalDdl whether this database takes changes of the schema back with their transaction
     */
    public record Outlook(
            String url,
            List<String> rows,
            Direction direction,
            List<String> cascade,
            List<ForecastStep> steps,
            List<CommitGroup> commits,
            boolean transactionalDdl) {

        public Outlook {
            rows = List.copyOf(rows);
            cascade = List.copyOf(cascade);
            steps = List.copyOf(steps);
            commits = List.copyOf(commits);
        }
    }

    /**
     * Look ahead. The version table is read, with one query; nothing is created and nothing changed.
     *
     * @param target an identifier: the base, an applied revision and {@code -N} are gone down to, all others up to
     * @throws dev.retort.RetortException if the target is refused, the database cannot be asked, or revisions not be loaded
     */
    public Outlook of(String target) {
        RevisionGraph graph = workspace.graph();
        Standing standing = workspace.databaseToRead().standing();
        List<String> rows = standing.rows();
        Direction direction = graph.direction(target, rows);
        List<String> cascade = direction == Direction.UPGRADE ? List.of() : cascade(graph, target, rows);
        Plan plan = direction == Direction.UPGRADE ? graph.upgrade(target, rows) : graph.downgrade(target, rows, true);
        Forecast.Result found = workspace.runs().forecast(rows, plan, standing.dialect());
        return new Outlook(
                workspace.shownUrl(),
                rows,
                direction,
                cascade,
                found.steps(),
                found.commits(),
                standing.dialect().transactionalDdl());
    }

    private static List<String> cascade(RevisionGraph graph, String target, List<String> rows) {
        try {
            graph.downgrade(target, rows, false);
            return List.of();
        } catch (RefusedException e) {
            if (e.reason() != RefusedException.Reason.CASCADE_NEEDED) {
                throw e;
            }
            return e.candidates();
        }
    }
}
