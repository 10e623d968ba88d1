package dev.retort.script;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;

/**
 * Asks for size and time of files while others are still being listed. A second thread does it where they are many: most
 * commands would wait for the answers longer than for all else.
 */
final class FileStates {

    private static final int TOGETHER = 256;

    /** Takes what was answered of a file. */
    interface Taker {

        /** Take the answer. */
        void take(Path file, BasicFileAttributes attributes);
    }

    private final List<Part> parts = new ArrayList<>();
    private final BlockingQueue<Part> waiting = new LinkedBlockingQueue<>();
    private final Part end = new Part();
    private Part open = new Part();
    private @Nullable Thread second;

    /** Some files, and what was answered of them. */
    private static final class Part {

        private final Path[] files = new Path[TOGETHER];
        private final @Nullable BasicFileAttributes[] states = new @Nullable BasicFileAttributes[TOGETHER];
        private int size;
        private boolean asked;
        private @Nullable IOException failure;

        void ask() {
            for (int i = 0; i < size; i++) {
                ask(i);
            }
            asked = true;
        }

        private void ask(int i) {
            try {
                states[i] = Files.readAttributes(files[i], BasicFileAttributes.class);
            } catch (IOException e) {
                // What was removed meanwhile, or is a link to nowhere, is no revision.
                if (!(e instanceof NoSuchFileException) && !Files.isSymbolicLink(files[i])) {
                    failure = e;
                }
            }
        }
    }

    /** Answers while the first thread still lists. */
    private final class Second extends Thread {

        Second() {
            super("retort-file-states");
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                for (Part part = waiting.take(); part != end; part = waiting.take()) {
                    part.ask();
                }
            } catch (InterruptedException e) {
                // The first thread finds what is left and does it itself.
                interrupt();
            }
        }
    }

    /** Ask for one more file. */
    void add(Path file) {
        open.files[open.size++] = file;
        if (open.size == TOGETHER) {
            hand();
            open = new Part();
        }
    }

    private void hand() {
        parts.add(open);
        waiting.add(open);
        if (second == null && open.size == TOGETHER) {
            second = new Second();
            second.start();
        }
    }

    /** Say that no more files are asked for, where the answers are of no use either. */
    void abandon() {
        waiting.clear();
        waiting.add(end);
    }

    /**
     * Wait for the answers and give them in the order asked; what is not there any more is left out.
     *
     * @throws IOException if the state of a file cannot be read
     */
    void take(Taker taker) throws IOException {
        hand();
        for (Part part = waiting.poll(); part != null; part = waiting.poll()) {
            part.ask();
        }
        waiting.add(end);
        await();
        for (Part part : parts) {
            if (!part.asked) {
                part.ask();
            }
            if (part.failure != null) {
                throw part.failure;
            }
            for (int i = 0; i < part.size; i++) {
                BasicFileAttributes state = part.states[i];
                if (state != null) {
                    taker.take(part.files[i], state);
                }
            }
        }
    }

    private void await() throws IOException {
        try {
            if (second != null) {
                second.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while files were looked at");
        }
    }
}
