package io.fairlead.shared;

import static io.fairlead.shared.PortionExamples.DAY;
import static io.fairlead.shared.PortionExamples.SOURCE;
import static io.fairlead.shared.PortionExamples.after;
import static io.fairlead.shared.PortionExamples.billed;
import static io.fairlead.shared.PortionExamples.changed;
import static io.fairlead.shared.PortionExamples.drafted;
import static io.fairlead.shared.PortionExamples.lowered;
import static io.fairlead.shared.PortionExamples.onTwo;
import static io.fairlead.shared.PortionExamples.part;
import static io.fairlead.shared.PortionExamples.priced;
import static io.fairlead.shared.PortionExamples.reopened;
import static io.fairlead.shared.PortionExamples.takenOff;
import static io.fairlead.shared.PortionExamples.writtenOff;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.shared.Portions.Placed;
import io.fairlead.source.SourceEvent.Confirmed;
import io.fairlead.source.SourceEvent.Deferred;
import io.fairlead.source.SourceEvent.Doubted;
import io.fairlead.source.SourceEvent.Reason;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eight hours worth 1,200, of which two hours stand on one invoice and one on another. */
class PortionsTest {

    private static void assertSum(Portions portions, int seconds, String amount) {
        int sum = portions.remaining().seconds() + portions.writtenOff().seconds();
        var money = portions.remaining().amount().add(portions.writtenOff().amount());
        for (var each : portions.placed()) {
            sum += each.part().seconds();
            money = money.add(each.part().amount());
        }
        assertThat(sum).isEqualTo(seconds);
        assertThat(money).isEqualByComparingTo(amount);
    }

    @Test
    void nothing_has_no_part_anywhere() {
        assertThat(Portions.NONE.remaining().isNothing()).isTrue();
        assertThat(Portions.NONE.hasMoved()).isFalse();
        assertThat(Portions.NONE.isDrafted()).isFalse();
        assertThat(Portions.NONE.billedAmount()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "1, 0, false", "0, 0.01, false", "0, -0.01, false", "60, 1, false"})
    void a_part_is_nothing_without_time_and_money(int seconds, String amount, boolean nothing) {
        assertThat(part(seconds, amount).isNothing()).isEqualTo(nothing);
        assertThat(part(seconds, amount).amount().scale()).isEqualTo(4);
    }

    @Test
    void what_is_on_drafts_and_invoices_does_not_remain() {
        var portions = onTwo();
        assertThat(portions.remaining()).isEqualTo(part(18_000, "750"));
        assertThat(portions.billed()).containsExactly(new Placed(1, "invoice:1", part(7_200, "300"), true, List.of()));
        assertThat(portions.drafted())
                .containsExactly(new Placed(2, "invoice:2", part(3_600, "150"), false, List.of()));
        assertThat(portions.billedAmount()).isEqualByComparingTo("300");
        assertThat(portions.isDrafted()).isTrue();
        assertThat(portions.hasMoved()).isTrue();
        assertThat(portions.hasWrittenOff()).isFalse();
        assertSum(portions, 28_800, "1200");
    }

    @ParameterizedTest
    @CsvSource({
        "invoice:1, 1, true, true, 0",
        "invoice:1, 2, true, false, 0",
        "invoice:2, 2, true, true, 1",
        "invoice:2, 1, true, false, 1",
        "invoice:3, 1, false, false, 0"
    })
    void a_part_is_found_by_invoice_and_number(String invoice, int no, boolean on, boolean withNumber, int drafted) {
        assertThat(onTwo().isOn(invoice)).isEqualTo(on);
        assertThat(onTwo().isOn(invoice, no)).isEqualTo(withNumber);
        assertThat(onTwo().draftedOn(invoice)).hasSize(drafted);
    }

    @Test
    void a_draft_releases_just_its_part() {
        var portions = onTwo().after(drafted("invoice:3", 3, 60, "2.50"));
        assertThat(portions.after(takenOff("invoice:2", 2, 3_600, "150")).placed())
                .extracting(Placed::no)
                .containsExactly(1, 3);
        assertThat(portions.after(takenOff("invoice:2", 2, 3_600, "150")).remaining())
                .isEqualTo(part(21_540, "897.50"));
        assertThat(portions.after(takenOff("invoice:3", 2, 0, "0")).placed()).hasSize(3);
        assertThat(portions.after(takenOff("invoice:1", 1, 0, "0")).placed())
                .as("issued parts are not released")
                .hasSize(3);
    }

    @Test
    void issuing_one_draft_leaves_the_others() {
        var portions = onTwo().after(drafted("invoice:3", 3, 60, "2.50"));
        assertThat(portions.after(billed("invoice:2", 2, 3_600, "150")).drafted())
                .extracting(Placed::no)
                .containsExactly(3);
        assertThat(portions.after(billed("invoice:2", 3, 60, "2.50")).drafted()).hasSize(2);
        assertThat(portions.after(billed("invoice:2", 2, 3_600, "150")).remaining())
                .isEqualTo(portions.remaining());
    }

    @Test
    void reopened_parts_remain_again_and_keep_their_number() {
        var portions = onTwo().after(reopened("credit-note:1", 1, 3_600, "150"));
        assertThat(portions.remaining()).isEqualTo(part(21_600, "900"));
        assertThat(portions.billedAmount()).isEqualByComparingTo("150");
        assertThat(portions.billed()).extracting(Placed::credits).containsExactly(List.of("credit-note:1/REOPEN"));
        assertSum(portions, 28_800, "1200");

        var whole = portions.after(reopened("credit-note:2", 1, 3_600, "150"));
        assertThat(whole.billed()).isEmpty();
        assertThat(whole.isOn("invoice:1")).isTrue();
        assertThat(whole.claimAll("T-07").portionNo()).isEqualTo(3);
    }

    @Test
    void what_a_note_wrote_off_neither_remains_nor_is_billed() {
        var portions = onTwo().after(writtenOff("credit-note:1", 1, 7_200, "300"));
        assertThat(portions.remaining()).isEqualTo(part(18_000, "750"));
        assertThat(portions.writtenOff()).isEqualTo(part(7_200, "300"));
        assertThat(portions.billed()).isEmpty();
        assertThat(portions.hasWrittenOff()).isTrue();
        assertSum(portions, 28_800, "1200");
    }

    @Test
    void what_was_lowered_is_gone() {
        var portions = onTwo().after(lowered("credit-note:1", 1, 3_600, "150"));
        assertThat(portions.remaining()).isEqualTo(part(18_000, "750"));
        assertThat(portions.hasWrittenOff()).isFalse();
        assertSum(portions, 25_200, "1050");
    }

    @Test
    void only_billed_parts_are_credited() {
        var portions = onTwo().after(lowered("credit-note:1", 2, 3_600, "150"));
        assertThat(portions.placed()).isEqualTo(onTwo().placed());
    }

    @Test
    void what_remains_is_written_off_in_parts() {
        var portions = onTwo().after(writtenOff(3_600, "150")).after(writtenOff(60, "2.50"));
        assertThat(portions.remaining()).isEqualTo(part(14_340, "597.50"));
        assertThat(portions.writtenOff()).isEqualTo(part(3_660, "152.50"));
        assertThat(after(priced(60, "1"), writtenOff(60, "1")).hasMoved()).isTrue();
        assertSum(portions, 28_800, "1200");
    }

    @ParameterizedTest
    @CsvSource({"REPRICED, 0, 12, 18000, 762", "CORRECTED, -60, -2.5, 17940, 747.5", "WITHDRAWN, -18000, -750, 0, 0"})
    void a_change_is_one_of_what_remains(Reason because, int seconds, String amount, int then, String worth) {
        assertThat(onTwo().after(changed(because, seconds, amount)).remaining()).isEqualTo(part(then, worth));
        assertThat(onTwo().after(changed(because, seconds, amount)).placed()).isEqualTo(onTwo().placed());
    }

    @Test
    void a_price_after_a_withdrawal_begins_anew_and_numbers_stay_taken() {
        var portions = after(
                priced(60, "10"),
                drafted("invoice:1", 1, 60, "10"),
                billed("invoice:1", 1, 60, "10"),
                lowered("credit-note:1", 1, 60, "10"),
                writtenOff(0, "0"),
                changed(Reason.WITHDRAWN, 0, "0"),
                priced(120, "20"));
        assertThat(portions.remaining()).isEqualTo(part(120, "20"));
        assertThat(portions.claimAll("T-07")).isEqualTo(new Portion(2, 120, new BigDecimal("20")));
    }

    @Test
    void doubt_and_deferral_move_nothing() {
        var portions = onTwo();
        assertThat(portions.after(new Doubted(SOURCE))).isSameAs(portions);
        assertThat(portions.after(new Confirmed(SOURCE))).isSameAs(portions);
        assertThat(portions.after(new Deferred(SOURCE, DAY, "asked"))).isSameAs(portions);
    }

    @ParameterizedTest
    @CsvSource({
        "1, credit-note:1, WRITE_OFF, true",
        "1, credit-note:1, REOPEN, false",
        "1, credit-note:2, WRITE_OFF, false",
        "2, credit-note:1, WRITE_OFF, false"
    })
    void a_credit_is_known_by_part_note_and_disposition(int no, String note, Disposition disposition, boolean known) {
        var portions = onTwo().after(writtenOff("credit-note:1", 1, 60, "2.50"));
        assertThat(portions.isCredited(no, note, disposition)).isEqualTo(known);
    }
}
