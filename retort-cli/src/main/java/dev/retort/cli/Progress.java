package dev.retort.cli;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.retort.revision.Direction;
import dev.retort.revision.PlanStep;
import dev.retort.revision.RevisionHeader;
import dev.retort.runtime.RunListener;

/** Tells each step of a run in a line: {@code Running upgrade 1975ea83b712 -> 27c6a30d7c24, add account (0.12 s)}. */
final class Progress implements RunListener {

    private final Console console;

    Progress(Console console) {
        this.console = console;
    }

    @Override
    public void waiting(@Nullable String holder) {
        console.talk("Waiting for another runner to finish" + (holder == null ? "" : ": " + holder));
    }

    @Override
    public void started(PlanStep step, int resumedAt) {
        console.begin(line(step) + (resumedAt > 1 ? " (resumed at step " + resumedAt + ")" : ""));
    }

    @Override
    public void finished(PlanStep step, Duration duration) {
        console.finish(" (" + seconds(duration) + ")");
    }

    /** Say what a step does, as Alembic's log does. */
    static String line(PlanStep step) {
        RevisionHeader revision = step.revision();
        String message = revision == null ? "" : firstLine(revision.message());
        return "Running " + word(step.direction()) + " " + String.join(", ", step.from()) + " -> "
                + String.join(", ", step.to())
                + (message.isEmpty() || step.direction() == Direction.STAMP ? "" : ", " + message);
    }

    private static String word(Direction direction) {
        return switch (direction) {
            case UPGRADE -> "upgrade";
            case DOWNGRADE -> "downgrade";
            case STAMP -> "stamp_revision";
        };
    }

    /** Give the first line of a message. */
    static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end).stripTrailing();
    }

    private static String seconds(Duration duration) {
        long hundredths = (duration.toNanos() + 5_000_000) / 10_000_000;
        long rest = hundredths % 100;
        return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest + " s";
    }
}
