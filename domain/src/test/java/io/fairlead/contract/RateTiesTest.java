package io.fairlead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.shared.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R1 between rows of one level: who is named more closely wins, before any first day and any order of recording. */
class RateTiesTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Test
    void the_row_that_names_the_kind_of_work_beats_a_later_one_for_all_work() {
        assertWins("design", row("all", null, null, MARCH, 9), row("design", null, "DESIGN", JANUARY, 1));
    }

    @Test
    void the_row_that_names_the_role_beats_a_later_one_for_everybody() {
        assertWins("role", row("all", null, null, MARCH, 9), row("role", "Consultant", null, JANUARY, 1));
    }

    @Test
    void the_row_that_names_the_kind_of_work_beats_the_one_that_names_the_role() {
        assertWins("design", row("role", "Consultant", null, MARCH, 9), row("design", null, "DESIGN", JANUARY, 1));
    }

    @Test
    void a_row_for_another_kind_of_work_is_no_candidate() {
        assertWins("all", row("all", null, null, JANUARY, 1), row("audit", null, "AUDIT", MARCH, 9));
    }

    private static void assertWins(String rateId, RateRow one, RateRow other) {
        for (var rows : List.of(List.of(one, other), List.of(other, one))) {
            assertThat(RatePrecedence.choose(question(), rows))
                    .isInstanceOfSatisfying(
                            RateFound.class,
                            found -> assertThat(found.row().rateId()).isEqualTo(rateId));
        }
    }

    private static RateQuestion question() {
        return new RateQuestion(
                "contract:K-1",
                1,
                null,
                "project:P-1",
                "customer:ACME",
                "legal-entity:GMBH",
                "person:ana",
                "Consultant",
                "DESIGN",
                "EUR",
                DAY);
    }

    private static RateRow row(
            String rateId, @Nullable String role, @Nullable String workType, LocalDate from, long position) {
        return new RateRow(
                "rate-card:acme",
                rateId,
                "customer:ACME",
                null,
                null,
                role,
                workType,
                Rate.hourly(new BigDecimal("100"), "EUR"),
                "HOUR",
                from,
                null,
                position);
    }
}
