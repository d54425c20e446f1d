package io.fairlead.billing.credit;

import static io.fairlead.billing.credit.CreditExamples.ask;
import static io.fairlead.billing.credit.CreditExamples.eightHours;
import static io.fairlead.billing.credit.CreditExamples.grant;
import static io.fairlead.billing.credit.CreditExamples.issued;
import static io.fairlead.billing.credit.CreditExamples.item;
import static io.fairlead.billing.credit.CreditExamples.twoHoursGranted;
import static io.fairlead.billing.credit.CreditExamples.worked;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.event.TaxTreatment;
import io.fairlead.billing.invoice.BillingExamples;
import io.fairlead.billing.invoice.BookedAmounts;
import io.fairlead.billing.tax.TaxComputation;
import io.fairlead.billing.tax.TaxMode;
import io.fairlead.billing.tax.TaxRate;
import io.fairlead.billing.tax.TaxedLine;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.ExchangeRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What credits leave of the rows of tax of an invoice, and in which books they are (K-11, R4, R13). */
class CreditedRowsTest {

    private final CreditSequence credits = new CreditSequence();

    @Test
    void tax_that_was_rounded_line_by_line_is_given_back_so() {
        var lines = new InvoiceLine[] {
            item(1, "billing-item:a", "0.33"), item(2, "billing-item:b", "0.33"), item(3, "billing-item:c", "0.33")
        };
        var asked = ask(CreditRequest.rest(1, Disposition.REOPEN), CreditRequest.rest(2, Disposition.REOPEN));

        assertThat(grant(rounded("LINE", "0.21", lines)).of(asked).getTax()).isEqualByComparingTo("0.14");
        assertThat(grant(rounded("DOCUMENT", "0.20", lines)).of(asked).getTax()).isEqualByComparingTo("0.13");
        assertThat(grant(rounded(null, "0.20", lines)).of(asked).getTax()).isEqualByComparingTo("0.13");
    }

    @Test
    void a_credit_is_booked_at_the_rate_of_its_invoice() {
        var fx = new ExchangeRate("CHF", "EUR", new BigDecimal("1.25"), ISSUE_DAY, "ECB");
        var events = with(
                eightHours(),
                it -> it.setEntityAmounts(
                        BookedAmounts.of(Money.parse("EUR 1200.00"), Money.parse("EUR 240.00"), null, fx)));

        assertThat(grant(events).of(ask(CreditExamples.twoHours())).getEntityAmounts())
                .satisfies(booked -> assertThat(List.of(booked.getNet(), booked.getTax(), booked.getCurrency()))
                        .containsExactly(wire("240"), wire("48"), "CHF"));
        assertThat(twoHoursGranted().getEntityAmounts()).isNull();
    }

    @Test
    void a_row_of_tax_is_credited_no_further_than_it_goes() {
        var twoRates = atTwoRates();
        credits.credit(
                twoRates,
                CreditRequest.rest(3, Disposition.REOPEN)); // All 300.00 at 10 %, the 100.00 at 20 % are left.
        credits.credit(twoRates, new CreditRequest(1, 3_600, null, Disposition.REOPEN));

        assertThat(credits.granted())
                .flatExtracting(CreditReserved::getTaxRows)
                .extracting(TaxRow::getBase, TaxRow::getTax)
                .containsExactly(tuple(wire("300"), wire("30")), tuple(wire("100"), wire("20")));
    }

    @Test
    void credits_of_a_row_that_a_retainer_paid_a_part_of_are_not_more_than_its_rest() {
        var twoRates = atTwoRates();
        credits.refuses(
                twoRates,
                "credits of EUR 200.00 at 0.2 tax are not within the invoice's EUR 100.00",
                new CreditRequest(1, 7_200, null, Disposition.REOPEN));

        credits.credit(twoRates, new CreditRequest(1, 3_600, null, Disposition.REOPEN));
        credits.refuses(
                twoRates,
                "credits of EUR 200.00 at 0.2 tax are not within the invoice's EUR 100.00",
                new CreditRequest(1, 3_600, null, Disposition.REOPEN));
    }

    /** Five hours at 100.00, of which a retainer paid 400.00, at 20 %, and an item of 300.00 at 10 %. */
    private static List<Object> atTwoRates() {
        var lines = new InvoiceLine[] {
            worked(1, "time-entry:e-1", 18_000, "100", "500"),
            item(2, "retainer:r-1", "-400"),
            InvoiceLine.newBuilder(item(3, "billing-item:a", "300"))
                    .setTaxCategory("AA")
                    .build()
        };
        var rates = Map.of(
                WORK_DAY,
                Map.of(
                        "S", TaxRate.of("S", new BigDecimal("0.20"), "law"),
                        "AA", TaxRate.of("AA", new BigDecimal("0.10"), "law")));
        var rows = TaxComputation.rows(
                List.of(lines).stream().map(TaxedLine::of).toList(), "EUR", TaxMode.DOCUMENT, rates);
        var events = new ArrayList<Object>(List.of(BillingExamples.linesAdded(lines)));
        events.add(eightHours().getLast());
        return with(
                events,
                it -> it.setTaxRows(rows).setNet(wire("400")).setTax(wire("50")).setGross(wire("450")));
    }

    /** The lines taxed at 20 % by the document, or so. */
    private static List<Object> rounded(@Nullable String rounding, String tax, InvoiceLine... lines) {
        var treatment = rounding == null
                ? null
                : TaxTreatment.newBuilder()
                        .setRounding(rounding)
                        .setEngine("TABLE")
                        .setRuleVersion(1)
                        .build();
        return with(issued(lines), it -> it.setTaxTreatment(treatment)
                .setTax(wire(tax))
                .setGross(it.getNet().add(wire(tax)))
                .setTaxRows(List.of(TaxRow.newBuilder(it.getTaxRows().getFirst())
                        .setTax(wire(tax))
                        .build())));
    }

    private static List<Object> with(List<Object> events, UnaryOperator<InvoiceIssued.Builder> change) {
        var issued = (InvoiceIssued) events.removeLast();
        events.add(change.apply(InvoiceIssued.newBuilder(issued)).build());
        return events;
    }
}
