package io.fairlead.billing.credit;

import static io.fairlead.billing.credit.CreditExamples.CREDIT;
import static io.fairlead.billing.credit.CreditExamples.ask;
import static io.fairlead.billing.credit.CreditExamples.askForAll;
import static io.fairlead.billing.credit.CreditExamples.eightHours;
import static io.fairlead.billing.credit.CreditExamples.grant;
import static io.fairlead.billing.credit.CreditExamples.issued;
import static io.fairlead.billing.credit.CreditExamples.item;
import static io.fairlead.billing.credit.CreditExamples.twoHours;
import static io.fairlead.billing.credit.CreditExamples.twoHoursGranted;
import static io.fairlead.billing.credit.CreditExamples.worked;
import static io.fairlead.testing.Cast.BILLER;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.invoice.BillingExamples;
import io.fairlead.billing.invoice.Invoice;
import io.fairlead.shared.Disposition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReserveCreditTest {

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void two_of_eight_hours_are_credited_with_their_tax() {
        invoice.given(eightHours()).when(ask(twoHours())).expectEvents(twoHoursGranted());

        var credit = twoHoursGranted();
        assertThat(List.of(credit.getNet(), credit.getTax(), credit.getGross()))
                .containsExactly(wire("300"), wire("60"), wire("360"));
        assertThat(credit.getLines())
                .extracting(CreditLine::getSourceId, CreditLine::getSeconds, CreditLine::getDisposition)
                .containsExactly(tuple("time-entry:e-1", 7_200, "CORRECTED"));
    }

    @Test
    void credits_line_by_line_end_exactly_at_the_invoices_tax() {
        var events = issued(
                item(1, "billing-item:a", "68.33"),
                item(2, "billing-item:b", "68.33"),
                item(3, "billing-item:c", "57.50"),
                item(4, "billing-item:d", "85.00"));
        var granted = new ArrayList<CreditReserved>();
        for (int line : new int[] {1, 3, 4, 2}) {
            granted.add(grant(events, granted.toArray(CreditReserved[]::new))
                    .of(ask(CreditNoteId.of("crn-" + line), CreditRequest.rest(line, Disposition.REOPEN))));
        }

        assertThat(granted)
                .extracting(CreditReserved::getTax)
                .containsExactly(wire("13.67"), wire("11.50"), wire("17.00"), wire("13.66"));
        assertThat(granted.getLast().getGross()).isEqualByComparingTo("81.99");
        assertThat(granted.stream().map(CreditReserved::getGross).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("334.99");
    }

    @Test
    void the_last_credit_takes_what_is_left_of_a_tax_that_was_rounded_otherwise() {
        var events = issued(item(1, "billing-item:a", "33.33"), item(2, "billing-item:b", "33.33"));
        var issued = (InvoiceIssued) events.removeLast();
        events.add(InvoiceIssued.newBuilder(issued)
                .setTax(wire("13.34"))
                .setGross(wire("80.00"))
                .setTaxRows(List.of(TaxRow.newBuilder(issued.getTaxRows().getFirst())
                        .setTax(wire("13.34"))
                        .build()))
                .build());
        var first = grant(events).of(ask(CreditRequest.rest(1, Disposition.REOPEN)));
        var last = grant(events, first).of(ask(CreditNoteId.of("crn-2"), CreditRequest.rest(2, Disposition.REOPEN)));

        assertThat(first.getTax()).isEqualByComparingTo("6.67");
        assertThat(last.getTax()).isEqualByComparingTo("6.67");
    }

    @Test
    void a_write_down_is_no_part_of_what_the_source_gets_back() {
        var line = InvoiceLine.newBuilder(worked(1, "time-entry:e-1", 28_800, "150", "1000"))
                .setAdjustment(wire("-200"))
                .build();
        var credit = grant(issued(line)).of(askForAll(Disposition.REOPEN));

        assertThat(credit.getLines())
                .extracting(CreditLine::getNet, CreditLine::getSourceAmount)
                .containsExactly(tuple(wire("1000"), wire("1200")));
    }

    @Test
    void all_that_is_left_is_credited_when_no_line_is_named() {
        var credit = grant(eightHours(), twoHoursGranted()).of(askForAll(Disposition.REOPEN));

        assertThat(credit.getNet()).isEqualByComparingTo("900");
        assertThat(credit.getLines()).extracting(CreditLine::getSeconds).containsExactly(21_600);
    }

    @Test
    void asking_again_changes_nothing() {
        var before = eightHours();
        before.add(twoHoursGranted());
        invoice.given(before)
                .when(ask(twoHours()))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void no_credit_is_asked_for_under_the_id_of_another() {
        var before = eightHours();
        before.add(twoHoursGranted());
        refused(
                "K-06",
                before,
                new ReserveCredit(
                        INVOICE, CREDIT, List.of(twoHours()), null, CreditExamples.CREDIT_DAY, "other", BILLER));
    }

    @Test
    void only_an_issued_invoice_is_credited() {
        refused("B-10", eightHours().subList(0, 4), ask(twoHours()));
    }

    @Test
    void a_line_that_is_not_there_is_not_credited() {
        refused("K-02", eightHours(), ask(CreditRequest.rest(2, Disposition.REOPEN)));
    }

    @Test
    void a_line_is_not_credited_twice() {
        var before = eightHours();
        before.add(grant(eightHours()).of(askForAll(Disposition.REOPEN)));
        refused("K-02", before, ask(CreditNoteId.of("crn-2"), CreditRequest.rest(1, Disposition.REOPEN)));
    }

    @Test
    void credits_never_exceed_the_invoice() {
        var before = eightHours();
        before.add(twoHoursGranted());
        refused("K-03", before, ask(CreditNoteId.of("crn-2"), new CreditRequest(1, 21_601, null, Disposition.REOPEN)));
        invoice.given(before)
                .when(ask(
                        CreditNoteId.of("crn-2"),
                        new CreditRequest(1, null, new BigDecimal("900.01"), Disposition.WRITE_OFF)))
                .expectException(refusal("K-03"))
                .expectNoEvents();
    }

    @Test
    void a_credit_is_not_older_than_its_invoice() {
        refused(
                "K-04",
                eightHours(),
                new ReserveCredit(
                        INVOICE, CREDIT, List.of(twoHours()), null, ISSUE_DAY.minusDays(1), "agreed", BILLER));
    }

    @Test
    void what_is_credited_is_said_in_one_way() {
        refused("K-05", eightHours(), ask());
        invoice.given(eightHours())
                .when(ask(new CreditRequest(1, 60, BigDecimal.ONE, Disposition.WRITE_OFF)))
                .expectException(refusal("K-05"));
        invoice.given(eightHours())
                .when(ask(new CreditRequest(1, null, BigDecimal.ONE, Disposition.REOPEN)))
                .expectException(refusal("K-05"));
        invoice.given(eightHours()).when(ask(twoHours(), twoHours())).expectException(refusal("K-05"));
        invoice.given(issued(item(1, "billing-item:a", "10")))
                .when(ask(new CreditRequest(1, 60, null, Disposition.REOPEN)))
                .expectException(refusal("K-05"));
    }

    @Test
    void a_credit_note_has_500_lines_at_most() {
        var lines = new InvoiceLine[501];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = item(i + 1, "billing-item:" + i, "1.00");
        }
        refused("K-07", issued(lines), askForAll(Disposition.REOPEN));
    }

    private void refused(String code, List<Object> before, ReserveCredit command) {
        invoice.given(before).when(command).expectException(refusal(code)).expectNoEvents();
    }
}
