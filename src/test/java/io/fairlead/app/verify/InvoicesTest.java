package io.fairlead.app.verify;

import static io.fairlead.app.verify.Seen.DAY;
import static io.fairlead.app.verify.Seen.approved;
import static io.fairlead.app.verify.Seen.issued;
import static io.fairlead.app.verify.Seen.line;
import static io.fairlead.app.verify.Seen.lines;
import static io.fairlead.app.verify.Seen.number;
import static io.fairlead.app.verify.Seen.payment;
import static io.fairlead.app.verify.Seen.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.verify.account.CreditAccount;
import io.fairlead.app.verify.account.InvoiceAccount;
import io.fairlead.app.verify.account.NumberAccount;
import io.fairlead.app.verify.account.PostingAccount;
import io.fairlead.app.verify.invariant.ErpAgrees;
import io.fairlead.app.verify.invariant.ErpDocument;
import io.fairlead.app.verify.invariant.Finding;
import io.fairlead.app.verify.invariant.InvoicesAddUp;
import io.fairlead.app.verify.invariant.IssuedDocument;
import io.fairlead.app.verify.invariant.NumbersHaveNoGaps;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.PayableRounding;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.event.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class InvoicesTest {

    private static final String ONE = "invoice:1";
    private static final String TWO = "invoice:2";
    private static final InvoiceLine[] LINES = {line(1, "time-entry:a", "100.0000"), line(2, "time-entry:b", "0.0500")};

    private final List<SpecificRecord> events = new ArrayList<>(
            List.of(lines(ONE, LINES), first(), issued("N1", first(), LINES), payment(ONE, "19.06", "100.00")));
    private BigDecimal open = new BigDecimal("100.00");

    private static io.fairlead.billing.event.InvoiceApproved first() {
        return approved(ONE, "100.0500", "19.0100", "119.0600");
    }

    @Test
    void an_invoice_whose_figures_follow_from_its_lines_is_sound() {
        assertThat(figures()).isEqualTo(new Finding(1, 0, List.of(), List.of()));
    }

    @Test
    void a_missing_line_is_found_in_sum_count_and_hash() {
        events.set(0, lines(ONE, LINES[0]));
        assertThat(figures().failed()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void a_tax_off_by_a_cent_is_found() {
        events.set(1, approved(ONE, "100.0500", "19.0200", "119.0700"));
        assertThat(figures().examples()).contains(ONE + ": tax S is said to be 19.0200, recomputed 19.01");
    }

    @Test
    void tax_rounded_per_line_follows_from_each_line_when_the_invoice_says_so() {
        events.set(0, lines(ONE, line(1, "time-entry:a", "100.0300"), line(2, "time-entry:b", "0.0300")));
        events.set(1, approved(ONE, "100.0600", "19.0200", "119.0800")); // 19.0057 and 0.0057: 19.01 + 0.01
        assertThat(figures().examples()).contains(ONE + ": tax S is said to be 19.0200, recomputed 19.01");

        var perLine = approved(ONE, "100.0600", "19.0200", "119.0800");
        set(perLine, "taxTreatment", new TaxTreatment("LINE", null, "TABLE", 1));
        events.set(1, perLine);
        assertThat(figures().examples()).noneMatch(finding -> finding.contains("tax S"));
    }

    @Test
    void a_line_whose_second_tax_has_no_row_is_found() {
        var twice = line(1, "time-entry:a", "100.0000");
        set(twice, "taxCodes", List.of("S", "PST"));
        events.set(0, lines(ONE, twice, line(2, "time-entry:b", "0.0500")));
        assertThat(figures().examples()).contains(ONE + ": line 1 of tax PST stands in 0 tax rows");
    }

    @Test
    void each_row_follows_from_the_lines_of_its_own_days() {
        var next = line(2, "time-entry:b", "100.0000");
        set(next, "serviceDate", DAY.plusDays(1));
        var july = approved(ONE, "200.0000", "35.0000", "235.0000");
        set(july, "taxRows", List.of(row("0.160000", "16.0000", DAY), row("0.190000", "19.0000", DAY.plusDays(1))));
        events.set(0, lines(ONE, line(1, "time-entry:a", "100.0000"), next));
        events.set(1, july);
        assertThat(figures().examples()).noneMatch(finding -> finding.contains("tax"));

        set(july, "taxRows", List.of(row("0.160000", "16.0000", DAY), row("0.190000", "19.0000", DAY.plusDays(2))));
        assertThat(figures().examples())
                .contains(
                        ONE + ": base of tax S is said to be 100.0000, recomputed 0",
                        ONE + ": line 2 of tax S stands in 0 tax rows");
    }

    private static TaxRow row(String rate, String tax, LocalDate day) {
        var row = approved(ONE, "100.0000", tax, "0.0000").getTaxRows().getFirst();
        set(row, "rate", new BigDecimal(rate));
        set(row, "days", List.of(day));
        return row;
    }

    @Test
    void a_gross_that_is_not_net_and_tax_is_found() {
        events.set(1, approved(ONE, "100.0500", "19.0100", "119.0700"));
        assertThat(figures().examples())
                .contains(
                        ONE + ": gross is said to be 119.0700, recomputed 119.0600",
                        ONE + " is issued otherwise than approved");
    }

    @Test
    void what_is_paid_in_steps_is_the_nearest_step() {
        inSteps("-0.0100");
        assertThat(figures().examples()).isEmpty();

        inSteps("0.0400");
        assertThat(figures().examples()).contains(ONE + ": 119.0600 is nearer by another step");
        inSteps("-0.0200");
        assertThat(figures().examples()).anyMatch(finding -> finding.startsWith(ONE + ": a gross of 119.0600 is paid"));
    }

    /** 119.06 in steps of 0.05, of which 100.00 are paid. */
    private void inSteps(String rounding) {
        var amount = new BigDecimal(rounding);
        var approval = first();
        set(approval, "payableRounding", new PayableRounding(new BigDecimal("0.0500"), amount));
        var issue = issued("N1", first(), LINES);
        set(issue, "payableRounding", approval.getPayableRounding());
        open = new BigDecimal("19.06").add(amount);
        events.set(1, approval);
        events.set(2, issue);
        events.set(3, payment(ONE, "100.00", open.toPlainString()));
    }

    @Test
    void a_line_changed_after_issue_is_found_by_its_hash() {
        events.set(0, lines(ONE, line(1, "time-entry:a", "100.0500"), line(2, "time-entry:b", "0.0000")));
        assertThat(figures().examples()).containsExactly(ONE + ": the hash of its lines differs");
    }

    @Test
    void a_source_billed_on_two_invoices_is_found() {
        var line = line(1, "time-entry:a", "100.0000");
        var approval = approved(TWO, "100.0000", "19.0000", "119.0000");
        events.addAll(List.of(lines(TWO, line), approval, issued("N2", approval, line)));
        assertThat(figures().examples()).contains("time-entry:a portion 1 is billed on invoice:1 and on invoice:2");
    }

    @Test
    void an_invoice_issued_twice_is_found() {
        events.add(issued("N2", first(), LINES));
        assertThat(figures().examples()).contains(ONE + " was issued 2 times");
    }

    @Test
    void money_lost_or_paid_over_is_found() {
        events.set(3, payment(ONE, "19.05", "100.00"));
        assertThat(figures().failed()).isEqualTo(2);
        events.set(3, payment(ONE, "200.00", "-80.94"));
        open = new BigDecimal("-80.94");
        assertThat(figures().examples()).contains(ONE + ": 200.00 is paid of 119.0600");
    }

    @Test
    void numbers_in_order_are_sound() {
        numberTwo("N2", 2, DAY);
        assertThat(numbers()).isEqualTo(new Finding(2, 0, List.of(), List.of()));
    }

    @Test
    void a_gap_in_the_numbers_is_found() {
        numberTwo("N3", 3, DAY);
        assertThat(numbers().examples()).containsExactly("number-series:DE01-INV-2026: 3 stands where 2 is due");
    }

    @Test
    void an_issue_date_that_goes_back_is_found() {
        numberTwo("N2", 2, DAY.minusDays(1));
        assertThat(numbers().failed()).isEqualTo(2);
    }

    @Test
    void an_invoice_without_a_number_and_a_number_without_an_invoice_are_found() {
        assertThat(numbers().failed()).isEqualTo(1);
        events.add(number(1, "N1", ONE, DAY));
        events.add(number(2, "N2", "invoice:9", DAY));
        assertThat(numbers().examples()).containsExactly("N2 is of invoice:9, which is unknown");
    }

    @Test
    void a_number_given_twice_is_found() {
        events.add(number(1, "N1", ONE, DAY));
        events.add(number(2, "N1", ONE, DAY));
        assertThat(numbers().failed()).isEqualTo(2);
    }

    @Test
    void the_same_documents_in_the_erp_agree() {
        assertThat(erp(Set.of(), document(ONE, "119.0600")).failed()).isZero();
    }

    @Test
    void a_document_missing_doubled_foreign_or_different_in_the_erp_is_found() {
        assertThat(erp(Set.of()).failed()).isEqualTo(1);
        assertThat(erp(Set.of(), document(ONE, "119.0600"), document(ONE, "119.0600"))
                        .failed())
                .isEqualTo(1);
        assertThat(erp(Set.of(), document(ONE, "119.0600"), document(TWO, "1")).failed())
                .isEqualTo(1);
        assertThat(erp(Set.of(), document(ONE, "119.0700")).failed()).isEqualTo(1);
    }

    @Test
    void a_posting_under_way_is_told_and_is_no_difference() {
        var finding = erp(Set.of(ONE));
        assertThat(finding.failed()).isZero();
        assertThat(finding.notes()).containsExactly(ONE + " is issued, its posting is under way");
    }

    private void numberTwo(String text, long number, java.time.LocalDate date) {
        var line = line(1, "time-entry:c", "100.0000");
        var approval = approved(TWO, "100.0000", "19.0000", "119.0000");
        events.add(number(1, "N1", ONE, DAY));
        events.addAll(
                List.of(lines(TWO, line), approval, issued(text, approval, line), number(number, text, TWO, date)));
    }

    private Finding figures() {
        return InvoicesAddUp.compare(
                Seen.account(new InvoiceAccount(), events).byInvoice(),
                Seen.account(new CreditAccount(), events),
                Map.of(ONE, open, TWO, new BigDecimal("119")));
    }

    private Finding numbers() {
        return NumbersHaveNoGaps.compare(
                Seen.account(new NumberAccount(), events).bySeries(),
                Seen.account(new InvoiceAccount(), events).byInvoice(),
                Seen.account(new CreditAccount(), events).issued());
    }

    private static Finding erp(Set<String> underway, ErpDocument... documents) {
        return ErpAgrees.compare(
                Map.of(ONE, IssuedDocument.of(issued("N1", first(), LINES))),
                Map.of(ONE, new PostingAccount.Posting("ERP-1", DAY)),
                List.of(documents),
                underway,
                id -> false);
    }

    private static ErpDocument document(String key, String gross) {
        return new ErpDocument(
                key,
                "ERP-1",
                "N1",
                "DE01",
                "customer:K1",
                "EUR",
                DAY.toString(),
                DAY.toString(),
                DAY.toString(),
                "",
                new BigDecimal("100.0500"),
                new BigDecimal("19.0100"),
                new BigDecimal(gross),
                BigDecimal.ZERO);
    }
}
