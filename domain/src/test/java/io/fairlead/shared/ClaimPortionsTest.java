package io.fairlead.shared;

import static io.fairlead.shared.PortionExamples.after;
import static io.fairlead.shared.PortionExamples.drafted;
import static io.fairlead.shared.PortionExamples.onTwo;
import static io.fairlead.shared.PortionExamples.part;
import static io.fairlead.shared.PortionExamples.priced;
import static io.fairlead.shared.PortionExamples.reopened;
import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What drafts and credit notes get of eight hours, and what they are refused. */
class ClaimPortionsTest {

    @ParameterizedTest
    @CsvSource({
        "3, 18000, 750, ",
        "3, 3600, 150, ",
        "3, 3600, 0, ",
        "3, 3600, 750, ",
        "3, 0, 1, ",
        "3, 18001, 750, seconds",
        "3, 3600, 750.01, amount",
        "3, 3600, -1, amount",
        "3, 0, 0, amount",
        "3, 18000, 749.99, amount",
        "1, 3600, 150, portionNo",
        "2, 3600, 150, portionNo"
    })
    void a_draft_gets_at_most_what_remains(int no, int seconds, String amount, String refusedField) {
        var wanted = new Portion(no, seconds, new BigDecimal(amount));
        if (refusedField == null) {
            assertThat(onTwo().claim(wanted, "T-07")).isEqualTo(wanted);
        } else {
            assertRefused("T-07", refusedField, () -> onTwo().claim(wanted, "T-07"));
        }
    }

    @ParameterizedTest
    @CsvSource({"-100, -100, true", "-100, -40, true", "-100, -100.01, false", "-100, 40, false", "100, -40, false"})
    void a_negative_item_has_negative_parts(String whole, String wanted, boolean granted) {
        var portions = after(priced(0, whole));
        var portion = new Portion(1, 0, new BigDecimal(wanted));
        if (granted) {
            assertThat(portions.claim(portion, "I-03")).isEqualTo(portion);
        } else {
            assertThatThrownBy(() -> portions.claim(portion, "I-03")).isInstanceOf(RuleViolated.class);
        }
    }

    @Test
    void where_nothing_remains_nothing_is_claimed() {
        var portions = after(priced(60, "10"), drafted("invoice:1", 1, 60, "10"));
        assertRefused("I-03", "invoiceId", () -> portions.claimAll("I-03"));
        assertRefused("I-03", "invoiceId", () -> portions.claim(new Portion(2, 60, BigDecimal.ONE), "I-03"));
        assertRefused("T-13", "timeEntryId", () -> portions.requireRemaining("T-13", "timeEntryId"));
        assertThat(onTwo().requireRemaining("T-13", "timeEntryId")).isEqualTo(part(18_000, "750"));
    }

    @Test
    void all_that_remains_is_claimed_under_the_next_number() {
        assertThat(onTwo().claimAll("I-03")).isEqualTo(new Portion(3, 18_000, new BigDecimal("750")));
        assertThat(after(priced(0, "-5")).claimAll("I-03")).isEqualTo(new Portion(1, 0, new BigDecimal("-5")));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 7200, 300, ",
        "1, 3600, 0, ",
        "1, 0, 300, ",
        "1, 7201, 300, seconds",
        "1, 7200, 300.01, amount",
        "1, 60, -1, amount",
        "1, 0, 0, amount",
        "2, 60, 1, portionNo",
        "3, 60, 1, portionNo"
    })
    void at_most_what_is_billed_is_credited(int no, int seconds, String amount, String refusedField) {
        var credited = part(seconds, amount);
        if (refusedField == null) {
            assertThat(onTwo().creditable(no, credited, "T-10").invoiceId()).isEqualTo("invoice:1");
        } else {
            assertRefused("T-10", refusedField, () -> onTwo().creditable(no, credited, "T-10"));
        }
    }

    @Test
    void what_is_credited_is_billed_no_more() {
        var portions = onTwo().after(reopened("credit-note:1", 1, 3_600, "200"));
        assertThat(portions.creditable(1, part(3_600, "100"), "T-10").part()).isEqualTo(part(3_600, "100"));
        assertRefused("T-10", "amount", () -> portions.creditable(1, part(3_600, "100.01"), "T-10"));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "100000, 86400"})
    void a_portion_has_a_number_and_a_day_of_time_at_most(int no, int seconds) {
        var portion = new Portion(no, seconds, new BigDecimal("-1.5"));
        assertThat(portion.amount()).isEqualTo(new BigDecimal("-1.5000"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100001, 0", "1, -1", "1, 86401"})
    void other_numbers_and_times_are_refused(int no, int seconds) {
        assertThatThrownBy(() -> new Portion(no, seconds, BigDecimal.ONE)).isInstanceOf(RuleViolated.class);
    }
}
