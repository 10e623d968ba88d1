package dev.retort.runtime;

import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Types.integer;
import static dev.retort.runtime.Chain.rows;
import static dev.retort.runtime.Chain.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.retort.RetortException;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.RunLock;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestDatabases;

/** Several runners on one database at once. */
@Timeout(120)
class TwoRunnersTests {

    private static final String ALL = "dev.retort.testing.TestDatabases#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void oneAppliesWhileTheOtherIsToldOfItAndThenFindsNothingToDo(TestDatabase database) throws Exception {
        var inside = new CountDownLatch(1);
        var waiting = new CountDownLatch(1);
        List<String> holders = Collections.synchronizedList(new ArrayList<>());
        var first = chain().with((step, connection) -> {
            inside.countDown();
            waiting.await();
        });
        var second = chain().with(new RunListener() {
            @Override
            public void waiting(@Nullable String holder) {
                holders.add(String.valueOf(holder));
                waiting.countDown();
            }
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<RunResult> one = threads.submit(() -> first.upgrade(database));
            inside.await();
            Future<RunResult> other = threads.submit(() -> second.upgrade(database));

            assertThat(one.get().applied()).hasSize(1);
            assertThat(other.get().applied()).isEmpty();
            assertThat(other.get().rows()).containsExactly("aaaa");
        } finally {
            threads.shutdownNow();
        }
        assertThat(holders).isNotEmpty().doesNotContain("null");
        assertThat(rows(database, "SELECT id FROM one")).containsExactly("1");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void whoWaitsTooLongIsToldWhoHoldsTheLock(TestDatabase database) throws Exception {
        var refused = new ArrayList<RetortException>();
        var outer = chain().with((step, connection) -> {
            try {
                chain().waiting(Duration.ofMillis(300)).upgrade(database);
            } catch (RetortException e) {
                refused.add(e);
            }
        });

        outer.upgrade(database);

        assertThat(refused).hasSize(1);
        assertThat(refused.get(0))
                .hasMessageContaining("Another runner is at work on this database; waited 0.3 s for ");
        assertThat(version(database)).containsExactly("aaaa");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void manyThatStartTogetherApplyEachRevisionOnce(TestDatabase database) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            var runs = new ArrayList<Future<RunResult>>();
            for (int i = 0; i < 4; i++) {
                runs.add(threads.submit(() -> chain().upgrade(database)));
            }
            int applied = 0;
            for (Future<RunResult> run : runs) {
                applied += run.get().applied().size();
            }
            assertThat(applied).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(rows(database, "SELECT id FROM one")).containsExactly("1");
    }

    @Test
    void whoWaitsOnSqliteAsksNothingOfAFileThatAnotherHasLocked() throws Exception {
        TestDatabase database = TestDatabases.sqlite();
        try (Connection waiting = database.connect();
                Connection working = database.connect();
                var wait = waiting.createStatement();
                var work = working.createStatement()) {
            wait.execute("PRAGMA busy_timeout=0");
            RunLock lock = Dialects.of(waiting).lock();
            work.execute("BEGIN EXCLUSIVE");

            assertThat(lock.holder(waiting, "alembic_version")).isNull();
        }
    }

    private static Chain chain() {
        return new Chain().add("aaaa", op -> {
            op.createTable("one", column("id", integer()));
            op.execute("INSERT INTO one VALUES (1)");
        });
    }
}
