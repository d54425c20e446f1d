package io.fairlead.billing.credit;

import static io.fairlead.billing.credit.CreditExamples.CREDIT;
import static io.fairlead.billing.credit.CreditExamples.ask;
import static io.fairlead.billing.credit.CreditExamples.eightHours;
import static io.fairlead.billing.credit.CreditExamples.grant;
import static io.fairlead.billing.credit.CreditExamples.issued;
import static io.fairlead.billing.credit.CreditExamples.item;
import static io.fairlead.billing.credit.CreditExamples.twoHoursGranted;
import static io.fairlead.billing.credit.CreditExamples.worked;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditReleased;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.shared.Disposition;
import io.fairlead.testing.KnownHistory;
import java.math.BigDecimal;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What credits leave of the lines of an invoice, and what of a retainer comes back with them. */
class CreditLeftTest {

    private final CreditSequence credits = new CreditSequence();

    @Test
    void what_was_granted_is_not_left_and_what_was_released_is_left_again() {
        var history = history(eightHours());
        assertThat(left(history, 1)).isEqualByComparingTo("1200");

        var other = grant(eightHours(), twoHoursGranted())
                .of(ask(CreditNoteId.of("crn-2"), new CreditRequest(1, 3_600, null, Disposition.REOPEN)));
        history.with(INVOICE.value(), twoHoursGranted(), other);
        assertThat(left(history, 1)).isEqualByComparingTo("750");

        history.with(
                INVOICE.value(),
                CreditReleased.newBuilder()
                        .setInvoiceId(INVOICE.value())
                        .setCreditNoteId(CREDIT.value())
                        .setReason("not agreed")
                        .build());
        assertThat(left(history, 1)).isEqualByComparingTo("1050");
    }

    @Test
    void each_line_has_its_own_rest_and_a_line_that_is_not_there_has_none() {
        var history = history(issued(item(1, "billing-item:a", "100"), item(2, "billing-item:b", "50")));

        assertThat(left(history, 1)).isEqualByComparingTo("100");
        assertThat(left(history, 2)).isEqualByComparingTo("50");
        assertThat(left(history, 3)).isZero();
    }

    @Test
    void no_more_is_left_of_work_than_a_retainer_left_to_pay_and_nothing_of_the_draw() {
        var history =
                history(issued(worked(1, "time-entry:e-1", 32_400, "100", "900"), item(2, "retainer:r-1", "-600")));

        assertThat(left(history, 1)).isEqualByComparingTo("300");
        assertThat(left(history, 2)).isZero();
    }

    @Test
    void nothing_is_told_of_an_invoice_that_is_not_issued() {
        var draft = eightHours();
        draft.removeLast();

        assertThatThrownBy(() -> CreditGrant.from(history(draft), INVOICE.value()))
                .hasMessageStartingWith("B-10");
    }

    @Test
    void a_credit_of_the_day_of_issue_with_500_lines_is_granted() {
        var lines = new InvoiceLine[500];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = item(i + 1, "billing-item:" + i, "1.00");
        }
        var whole =
                new ReserveCredit(INVOICE, CREDIT, List.of(), Disposition.REOPEN, ISSUE_DAY, "agreed", "idp|biller");

        assertThat(grant(issued(lines)).of(whole).getGross()).isEqualByComparingTo("600.00");
    }

    @Test
    void the_whole_rest_passes_over_lines_that_are_credited_already() {
        var events = issued(item(1, "billing-item:a", "100"), item(2, "billing-item:b", "50"));
        credits.credit(events, CreditRequest.rest(1, Disposition.REOPEN));

        credits.creditRest(events, Disposition.REOPEN);

        var rest = credits.granted().getLast();

        assertThat(rest.getLines()).extracting(CreditLine::getInvoiceLineNo).containsExactly(2);
        assertThat(rest.getNet()).isEqualByComparingTo("50");
    }

    @Test
    void time_is_left_when_all_its_money_was_given_back_and_money_takes_none() {
        var hour = issued(worked(1, "time-entry:e-1", 3_600, "70", "70"));
        credits.credit(hour, new CreditRequest(1, null, new BigDecimal("70.00"), Disposition.WRITE_OFF));
        credits.credit(hour, CreditRequest.rest(1, Disposition.REOPEN));

        assertThat(credits.granted())
                .flatExtracting(CreditReserved::getLines)
                .extracting(CreditLine::getNet, CreditLine::getSeconds)
                .containsExactly(tuple(wire("70"), 0), tuple(wire("0"), 3_600));
        credits.refuses(hour, "line 1 is credited already", CreditRequest.rest(1, Disposition.REOPEN));
    }

    @Test
    void a_part_of_an_item_takes_money_and_no_time() {
        var item = issued(item(1, "billing-item:a", "10"));
        credits.credit(item, new CreditRequest(1, null, new BigDecimal("4.00"), Disposition.REOPEN));
        credits.credit(item, new CreditRequest(1, null, new BigDecimal("6.00"), Disposition.REOPEN));

        assertThat(credits.granted())
                .flatExtracting(CreditReserved::getLines)
                .extracting(CreditLine::getSeconds)
                .containsExactly(null, null);
        credits.refuses(item, "line 1 is credited already", CreditRequest.rest(1, Disposition.REOPEN));
    }

    @Test
    void a_line_of_0_is_credited_once_with_the_others() {
        var events = issued(item(1, "billing-item:a", "0"), item(2, "billing-item:b", "50"));
        credits.creditRest(events, Disposition.REOPEN);

        assertThat(credits.granted().getFirst().getLines())
                .extracting(CreditLine::getInvoiceLineNo)
                .containsExactly(1, 2);
        credits.refuses(events, "line 1 is credited already", CreditRequest.rest(1, Disposition.REOPEN));
    }

    @Test
    void work_goes_back_to_one_retainer_after_the_other() {
        var paidByTwo = issued(
                worked(1, "time-entry:e-1", 43_200, "100", "1200"),
                item(2, "retainer:r-1", "-600"),
                item(3, "retainer:r-2", "-600"));
        credits.credit(paidByTwo, new CreditRequest(1, 21_600, null, Disposition.REOPEN));
        credits.credit(paidByTwo, new CreditRequest(1, 7_200, null, Disposition.REOPEN));

        assertThat(credits.granted())
                .flatExtracting(CreditReserved::getLines)
                .extracting(CreditLine::getLineNo, CreditLine::getInvoiceLineNo, CreditLine::getNet)
                .containsExactly(
                        tuple(1, 1, wire("600")),
                        tuple(2, 2, wire("-600")),
                        tuple(1, 1, wire("200")),
                        tuple(2, 3, wire("-200")));
    }

    @Test
    void who_names_a_draw_says_how_much_of_it_comes_back() {
        var paid = issued(worked(1, "time-entry:e-1", 43_200, "100", "1200"), item(2, "retainer:r-1", "-1200"));

        credits.refuses(
                paid,
                "EUR 100.00 and EUR 20.00 tax is more than what is left of the document, EUR 0.00",
                new CreditRequest(1, 10_800, null, Disposition.REOPEN),
                new CreditRequest(2, null, new BigDecimal("200.00"), Disposition.REOPEN));
    }

    private static BigDecimal left(KnownHistory history, int lineNo) {
        return CreditGrant.from(history, INVOICE.value()).leftOf(lineNo);
    }

    private static KnownHistory history(List<Object> events) {
        return new KnownHistory()
                .with(
                        INVOICE.value(),
                        events.stream().map(SpecificRecord.class::cast).toArray(SpecificRecord[]::new));
    }
}
