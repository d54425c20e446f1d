package io.fairlead.gateway.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class BrokerWatchTest {

    private boolean listening;
    private long now;
    private final BrokerWatch watch = new BrokerWatch(() -> listening, "broker:9092", () -> now);

    private Level level() {
        return catchThrowableOfType(BrokerAway.class, watch::require).level();
    }

    private void after(Duration time) {
        now += time.toNanos();
    }

    @Test
    void one_that_starts_beside_us_is_waited_for_quietly_and_one_that_stays_away_is_told_once() {
        assertThat(level()).isEqualTo(Level.INFO);
        after(BrokerWatch.QUIET.minusNanos(1));
        assertThat(level()).isEqualTo(Level.DEBUG);
        after(Duration.ofNanos(1));
        assertThat(level()).isEqualTo(Level.WARN);
        after(Duration.ofHours(1));
        assertThat(level()).isEqualTo(Level.DEBUG);
    }

    @Test
    void one_that_goes_away_again_is_told_again() {
        assertThat(level()).isEqualTo(Level.INFO);
        listening = true;
        assertThatCode(watch::require).doesNotThrowAnyException();
        listening = false;
        after(BrokerWatch.QUIET.multipliedBy(2));
        assertThat(level()).isEqualTo(Level.INFO);
        after(BrokerWatch.QUIET);
        assertThat(level()).isEqualTo(Level.WARN);
    }

    @Test
    void an_address_answers_when_one_of_them_does() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var there = "127.0.0.1:" + socket.getLocalPort();
            assertThat(KafkaConnection.open(there).isListening()).isTrue();
            assertThat(KafkaConnection.open("127.0.0.1:1, " + there).isListening())
                    .isTrue();
            assertThat(KafkaConnection.open("127.0.0.1:1").isListening()).isFalse();
            assertThat(KafkaConnection.open("no address").isListening())
                    .as("left to Kafka's client")
                    .isTrue();
        }
    }
}
