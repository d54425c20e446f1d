package io.fairlead.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.shared.TimeRounding.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R2: what of worked time is billed. */
class TimeRoundingTest {

    @ParameterizedTest
    @CsvSource({
        "NONE, 15, 1234, 1234",
        "UP, 15, 1, 900",
        "UP, 15, 900, 900",
        "UP, 15, 901, 1800",
        "UP, 1, 61, 120",
        "UP, 30, 0, 0",
        "NEAREST, 15, 449, 0",
        "NEAREST, 15, 450, 900",
        "NEAREST, 6, 539, 360",
        "NEAREST, 6, 540, 720",
        "NEAREST, 5, 86400, 86400"
    })
    void each_entry_is_rounded_by_the_policy(Mode mode, int minutes, int seconds, int billed) {
        assertThat(new TimeRounding(mode, minutes, false).share(seconds, 5_000, 5_400))
                .isEqualTo(billed);
    }

    @Test
    void a_day_is_rounded_as_a_whole_and_its_entries_share_it() {
        var policy = new TimeRounding(Mode.UP, 15, true);

        assertThat(policy.share(600, 0, 0)).isEqualTo(900);
        assertThat(policy.share(600, 600, 900)).isEqualTo(900);
        assertThat(policy.share(600, 1_200, 1_800)).isZero(); // Thirty minutes are billed already.
        assertThat(policy.share(600, 1_800, 1_800)).isEqualTo(900);
    }

    @Test
    void an_entry_never_takes_from_the_others() {
        assertThat(new TimeRounding(Mode.NEAREST, 30, true).share(60, 0, 3_600)).isZero();
    }

    @Test
    void the_policy_is_told_with_the_figure() {
        assertThat(TimeRounding.NONE.asText()).isEqualTo("NONE");
        assertThat(new TimeRounding(Mode.UP, 15, true).asText()).isEqualTo("UP 15 MIN DAY");
        assertThat(new TimeRounding(Mode.NEAREST, 6, false).asText()).isEqualTo("NEAREST 6 MIN ENTRY");
        assertThat(TimeRounding.of("UP 15 MIN DAY")).isEqualTo(new TimeRounding(Mode.UP, 15, true));
        assertThat(TimeRounding.of("NEAREST 6 MIN ENTRY")).isEqualTo(new TimeRounding(Mode.NEAREST, 6, false));
        assertThat(TimeRounding.of("NONE")).isEqualTo(TimeRounding.NONE);
    }
}
