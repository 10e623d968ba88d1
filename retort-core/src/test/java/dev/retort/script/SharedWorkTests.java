package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedWorkTests {

    private static SharedWork of(int count, IntConsumer item) {
        return new SharedWork(count, 4) {
            @Override
            void work(int number) {
                item.accept(number);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 1000})
    void eachItemIsDoneOnce(int count) throws InterruptedIOException {
        AtomicIntegerArray done = new AtomicIntegerArray(count);
        SharedWork work = of(count, done::incrementAndGet);
        work.begin();
        work.finish();
        for (int i = 0; i < count; i++) {
            assertThat(done.get(i)).as("item %d", i).isEqualTo(1);
        }
    }

    @Test
    void workThatNobodyBeganIsDoneByTheOneWhoFinishesIt() throws InterruptedIOException {
        AtomicIntegerArray done = new AtomicIntegerArray(100);
        of(100, done::incrementAndGet).finish();
        assertThat(done.toString()).doesNotContain("0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 999})
    void aFailureInWhateverThreadIsTheFailureOfTheWhole(int failing) {
        SharedWork work = of(1000, number -> {
            if (number == failing) {
                throw new IllegalStateException("item " + number);
            }
        });
        work.begin();
        assertThatThrownBy(work::finish)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("item " + failing);
        SharedWork error = of(1000, number -> {
            if (number == failing) {
                throw new LinkageError("item " + number);
            }
        });
        error.begin();
        assertThatThrownBy(error::finish).isInstanceOf(LinkageError.class);
    }

    @Test
    void whoIsInterruptedWhileItWaitsIsToldAndStaysInterrupted() {
        SharedWork work = of(100, number -> {});
        work.begin();
        Thread.currentThread().interrupt();
        try {
            work.finish();
        } catch (InterruptedIOException e) {
            assertThat(e).hasMessageContaining("interrupted");
        } finally {
            // Where the machine has one processor there is nobody to wait for.
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
