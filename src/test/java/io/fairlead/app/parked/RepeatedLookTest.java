package io.fairlead.app.parked;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A look that is repeated until it is ended, whatever becomes of one of them. */
@Timeout(60)
class RepeatedLookTest {

    private static final Runnable GOES_WELL = () -> {};
    private static final Runnable FAILS = () -> {
        throw new IllegalStateException("planted");
    };
    private static final Runnable IS_AWAY = () -> {
        throw new IllegalStateException(new ConnectException("away"));
    };

    /** What is logged of it; strongly held, else its handler might go with it. */
    private static final class Told extends Handler implements AutoCloseable {

        private final Logger logger = Logger.getLogger(RepeatedLook.class.getName());
        private final List<String> lines = new ArrayList<>();

        Told() {
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }

    @Test
    void it_looks_at_once_and_is_over_when_it_is_closed() throws InterruptedException {
        var looked = new CountDownLatch(1);
        var under = new AtomicInteger();
        var look = new RepeatedLook("a-look", "figures", () -> {
            under.incrementAndGet();
            looked.countDown();
            under.decrementAndGet();
        });
        look.start(() -> true);
        assertThat(looked.await(30, TimeUnit.SECONDS)).isTrue();
        look.close();
        assertThat(under).hasValue(0);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("a-look"));
    }

    @Test
    void who_may_not_look_any_more_does_not_and_may_begin_again_later() throws InterruptedException {
        var looks = new AtomicInteger();
        var looked = new CountDownLatch(1);
        try (var look = new RepeatedLook("another-look", "figures", () -> {
            looks.incrementAndGet();
            looked.countDown();
        })) {
            look.start(() -> false);
            look.close();
            assertThat(looks).hasValue(0);
            look.start(() -> true);
            assertThat(looked.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void trouble_is_told_once_until_it_is_over_and_a_store_that_is_away_never() {
        var story = List.of(FAILS, FAILS, GOES_WELL, FAILS, GOES_WELL, IS_AWAY).iterator();
        var look =
                new RepeatedLook("troubled-look", "figures", () -> story.next().run());
        try (var told = new Told()) {
            while (story.hasNext()) {
                look.once();
            }
            assertThat(told.lines).hasSize(2).allSatisfy(line -> assertThat(line)
                    .startsWith("figures are late: ")
                    .contains("planted"));
        }
    }
}
