package dev.retort.script;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/** Work on numbered items that do not depend on each other, which the calling thread shares with others where they are many. */
abstract class SharedWork {

    private static final int MOST_THREADS = 4;

    private final int count;
    private final int together;
    private final List<Thread> others = new ArrayList<>();

    /** The first item that nobody has begun. */
    private final AtomicInteger next = new AtomicInteger();

    private volatile @Nullable RuntimeException failure;
    private volatile @Nullable Error error;

    /**
     * Prepare the work.
     *
     * @param count how many items there are
     * @param together how many of them a thread takes at once
     */
    SharedWork(int count, int together) {
        this.count = count;
        this.together = together;
    }

    /** Do one item, in whatever thread. */
    abstract void work(int item);

    /** Let other threads begin, if there are so many items that they are worth it. */
    final void begin() {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        if (count < together * 8) {
            return;
        }
        for (int i = 1; i < threads; i++) {
            Thread other = new Thread("retort-files") {
                @Override
                public void run() {
                    workOn();
                }
            };
            other.setDaemon(true);
            other.start();
            others.add(other);
        }
    }

    /** Begin no further item. */
    final void abandon() {
        next.set(count);
    }

    /** Do what is left, and wait for the other threads. */
    final void finish() throws InterruptedIOException {
        workOn();
        try {
            for (Thread other : others) {
                other.join();
            }
        } catch (InterruptedException e) {
            abandon();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while files were looked at");
        }
        if (failure != null) {
            throw failure;
        }
        if (error != null) {
            throw error;
        }
    }

    private void workOn() {
        try {
            for (int from = next.getAndAdd(together); from < count; from = next.getAndAdd(together)) {
                int end = Math.min(from + together, count);
                for (int i = from; i < end; i++) {
                    work(i);
                }
            }
        } catch (RuntimeException e) {
            failure = e;
            abandon();
        } catch (Error e) {
            error = e;
            abandon();
        }
    }
}
