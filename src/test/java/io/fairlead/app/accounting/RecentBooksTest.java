package io.fairlead.app.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.fairlead.shared.AccountingCalendar.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Open days that all commands ask for, over a calendar that counts how often it is read. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD) // Readers that wait for each other would wait for ever.
class RecentBooksTest {

    private static final String DE = "legal-entity:de";
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile CountDownLatch mayRead = new CountDownLatch(0);
    private final RecentBooks books = new RecentBooks(_ -> read(), now::get);

    /** Each reading tells another day, so that what is answered tells which reading it is of. */
    private Days read() {
        int number = reads.incrementAndGet();
        try {
            mayRead.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return _ -> Optional.of(DAY.plusDays(number));
    }

    private int reading() {
        return (int) (books.of(DE).of(DAY).orElseThrow().toEpochDay() - DAY.toEpochDay());
    }

    private void pass(long nanos) {
        now.addAndGet(nanos);
    }

    @Test
    void days_are_kept_for_half_a_second_and_read_anew_by_the_next_who_asks() {
        assertThat(reading()).isEqualTo(1);
        pass(RecentBooks.READ_AGAIN.toNanos() - 1);
        assertThat(reading()).isEqualTo(1);
        pass(1);
        assertThat(reading()).isEqualTo(2);
        assertThat(reads).hasValue(2);
    }

    @Test
    void while_one_reads_anew_the_others_go_on_with_what_is_not_a_second_old() throws Exception {
        var _ = reading();
        pass(RecentBooks.READ_AGAIN.toNanos());
        mayRead = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(this::reading);
            while (reads.get() < 2) {
                Thread.onSpinWait();
            }
            assertThat(reading()).isEqualTo(1);
            mayRead.countDown();
            assertThat(one.get()).isEqualTo(2);
        }
        assertThat(reads).hasValue(2);
    }

    @Test
    void hundreds_that_ask_for_what_is_too_old_are_answered_by_one_reading() throws Exception {
        var _ = reading();
        pass(RecentBooks.KEPT.toNanos());
        mayRead = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 300; i++) {
                answers.add(threads.submit(this::reading));
            }
            while (reads.get() < 2) {
                Thread.onSpinWait();
            }
            mayRead.countDown();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(2);
            }
        }
        assertThat(reads).hasValue(2);
    }

    @Test
    void what_this_node_closes_counts_at_once_even_against_a_reading_under_way() throws Exception {
        mayRead = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var before = threads.submit(this::reading);
            while (reads.get() < 1) {
                Thread.onSpinWait();
            }
            books.changed();
            mayRead.countDown();
            assertThat(before.get()).isEqualTo(1);
        }
        assertThat(reading()).isEqualTo(2);
    }

    @Test
    void each_company_has_its_own_days() {
        var _ = reading();
        var _ = books.of("legal-entity:at");
        assertThat(reads).hasValue(2);
    }

    @Test
    void a_reading_that_fails_is_told_and_tried_again_by_the_next() {
        var failing = new AtomicInteger();
        var subject = new RecentBooks(
                _ -> {
                    if (failing.getAndIncrement() == 0) {
                        throw new IllegalStateException("the log is away");
                    }
                    return read();
                },
                now::get);
        assertThatThrownBy(() -> subject.of(DE)).hasMessage("the log is away");
        assertThat(subject.of(DE).of(DAY)).contains(DAY.plusDays(1));
    }
}
