package io.fairlead.gateway.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryKeyTest {

    @Test
    void the_key_is_a_name_based_uuid_and_the_same_each_time() {
        var key = DeliveryKey.of("erp", DeliveryKind.STAGE_INVOICE, "invoice-1", 1);
        assertThat(key).isEqualTo(DeliveryKey.of("erp", DeliveryKind.STAGE_INVOICE, "invoice-1", 1));
        assertThat(key.version()).isEqualTo(5);
        assertThat(key.variant()).isEqualTo(2);
    }

    @Test
    void target_kind_aggregate_and_version_each_make_another_key() {
        assertThat(DeliveryKey.of("erp", DeliveryKind.STAGE_INVOICE, "invoice-1", 1))
                .isNotEqualTo(DeliveryKey.of("psa", DeliveryKind.STAGE_INVOICE, "invoice-1", 1))
                .isNotEqualTo(DeliveryKey.of("erp", DeliveryKind.COMMIT_INVOICE, "invoice-1", 1))
                .isNotEqualTo(DeliveryKey.of("erp", DeliveryKind.STAGE_INVOICE, "invoice-2", 1))
                .isNotEqualTo(DeliveryKey.of("erp", DeliveryKind.STAGE_INVOICE, "invoice-1", 2));
    }

    @Test
    void waits_spread_over_the_whole_range_and_stay_below_the_cap() {
        var backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2), new Random(3));
        var first = IntStream.range(0, 200)
                .mapToObj(_ -> backoff.after(1).toMillis())
                .toList();
        var late = IntStream.range(0, 200)
                .mapToObj(_ -> backoff.after(60).toMillis())
                .toList();
        assertThat(first)
                .allMatch(wait -> wait <= 100)
                .anyMatch(wait -> wait < 20)
                .anyMatch(wait -> wait > 80);
        assertThat(late).allMatch(wait -> wait <= 2_000).anyMatch(wait -> wait > 1_600);
    }
}
