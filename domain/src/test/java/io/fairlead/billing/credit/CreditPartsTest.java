package io.fairlead.billing.credit;

import static io.fairlead.billing.credit.CreditExamples.issued;
import static io.fairlead.billing.credit.CreditExamples.item;
import static io.fairlead.billing.credit.CreditExamples.worked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.shared.Disposition;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the parts of a line are worth, and what is left of a document that a retainer paid a part of (R12, K-11). */
class CreditPartsTest {

    private final CreditSequence credits = new CreditSequence();

    /** An hour at 70.00. */
    private final List<Object> hour = issued(worked(1, "time-entry:e-1", 3_600, "70", "70.00"));

    /** Nine hours at 100.00, of which a retainer paid 600.00. */
    private final List<Object> partlyPaid =
            issued(worked(1, "time-entry:e-1", 32_400, "100", "900.00"), item(2, "retainer:r-1", "-600.00"));

    /** Twelve hours at 100.00, all of them paid by a retainer. */
    private final List<Object> wholePaid =
            issued(worked(1, "time-entry:e-1", 43_200, "100", "1200.00"), item(2, "retainer:r-1", "-1200.00"));

    @Test
    void each_part_of_time_is_worth_its_seconds_and_the_last_takes_what_rounding_left() {
        for (int part = 1; part <= 3; part++) {
            credits.credit(hour, time(1, 1_200));
        }

        assertThat(credits.granted())
                .extracting(
                        each -> each.getNet().setScale(2), each -> each.getTax().setScale(2))
                .containsExactly(told("23.33", "4.67"), told("23.33", "4.66"), told("23.34", "4.67"));
    }

    @Test
    void money_that_was_credited_alone_lowers_what_the_time_left_is_worth() {
        credits.credit(hour, time(1, 1_200));
        credits.credit(hour, money(1, "6.67"));
        credits.credit(hour, time(1, 1_200));
        credits.credit(hour, time(1, 1_200));

        assertThat(nets()).containsExactly("23.33", "6.67", "20.00", "20.00");
    }

    @Test
    void a_part_is_never_worth_more_than_is_left() {
        var second = issued(worked(1, "time-entry:e-1", 6, "18", "0.03"));
        for (int part = 1; part <= 6; part++) {
            credits.credit(second, time(1, 1));
        }

        assertThat(nets()).containsExactly("0.01", "0.01", "0.01", "0.00", "0.00", "0.00");
    }

    @Test
    void the_work_alone_is_more_than_a_document_that_a_retainer_paid_a_part_of() {
        credits.refuses(
                partlyPaid, "more than what is left of the document, EUR 300.00 and EUR 60.00 tax", time(1, 32_400));
        credits.refuses(partlyPaid, "more than what is left of the document", money(1, "300.01"));
    }

    @Test
    void what_was_drawn_alone_would_charge() {
        credits.refuses(partlyPaid, "would charge the customer", CreditRequest.rest(2, Disposition.REOPEN));
    }

    @Test
    void what_was_due_comes_back_with_its_tax_and_then_the_rest_as_a_whole() {
        credits.credit(partlyPaid, money(1, "100.00"));
        credits.creditRest(partlyPaid, Disposition.REOPEN);

        assertThat(credits.granted())
                .extracting(
                        each -> each.getNet().setScale(2), each -> each.getTax().setScale(2))
                .containsExactly(told("100.00", "20.00"), told("200.00", "40.00"));
        assertThat(credits.granted().getLast().getLines())
                .extracting(line -> line.getNet().setScale(2).toPlainString())
                .containsExactly("800.00", "-600.00");
    }

    @Test
    void work_that_a_retainer_paid_goes_back_to_it_on_a_document_of_nothing() {
        credits.credit(wholePaid, new CreditRequest(1, 10_800, null, Disposition.CORRECTED));

        var credit = credits.granted().getFirst();
        assertThat(credit.getGross()).isEqualByComparingTo("0.00");
        assertThat(credit.getLines())
                .extracting(CreditLine::getInvoiceLineNo, line -> line.getNet().setScale(2), CreditLine::getDisposition)
                .containsExactly(
                        tuple(1, new BigDecimal("300.00"), "CORRECTED"), tuple(2, new BigDecimal("-300.00"), "REOPEN"));
        assertThat(credit.getTaxRows())
                .extracting(TaxRow::getBase, TaxRow::getTax)
                .allSatisfy(row -> assertThat(row.toList())
                        .allSatisfy(amount -> assertThat((BigDecimal) amount).isZero()))
                .hasSize(1);
    }

    @Test
    void a_part_of_the_draw_is_named_by_what_comes_back() {
        credits.credit(partlyPaid, time(1, 18_000), money(2, "200.00"));

        assertThat(credits.granted().getFirst().getNet()).isEqualByComparingTo("300.00");
        credits.refuses(partlyPaid, "only 400 of line 2 is left", time(1, 14_400), money(2, "400.01"));
    }

    @Test
    void after_all_that_was_due_the_rest_goes_back_to_the_retainer_by_itself() {
        credits.credit(partlyPaid, time(1, 10_800));
        credits.credit(partlyPaid, time(1, 7_200));

        assertThat(nets()).containsExactly("300.00", "0.00");
        assertThat(credits.granted().getLast().getLines()).hasSize(2);
    }

    private List<String> nets() {
        return credits.granted().stream()
                .map(each -> each.getNet().setScale(2).toPlainString())
                .toList();
    }

    private static CreditRequest time(int lineNo, int seconds) {
        return new CreditRequest(lineNo, seconds, null, Disposition.REOPEN);
    }

    private static CreditRequest money(int lineNo, String amount) {
        return new CreditRequest(lineNo, null, new BigDecimal(amount), Disposition.WRITE_OFF);
    }

    private static org.assertj.core.groups.Tuple told(String net, String tax) {
        return tuple(new BigDecimal(net), new BigDecimal(tax));
    }
}
