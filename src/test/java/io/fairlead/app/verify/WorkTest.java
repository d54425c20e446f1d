package io.fairlead.app.verify;

import static io.fairlead.app.verify.Seen.billed;
import static io.fairlead.app.verify.Seen.drafted;
import static io.fairlead.app.verify.Seen.freed;
import static io.fairlead.app.verify.Seen.line;
import static io.fairlead.app.verify.Seen.lines;
import static io.fairlead.app.verify.Seen.priced;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.verify.account.InvoiceAccount;
import io.fairlead.app.verify.account.WorkAccount;
import io.fairlead.app.verify.invariant.Finding;
import io.fairlead.app.verify.invariant.OneStateEach;
import io.fairlead.app.verify.invariant.ViewRows;
import io.fairlead.app.verify.invariant.ViewRows.Balance;
import io.fairlead.app.verify.invariant.WorkBalances;
import io.fairlead.billing.event.InvoiceDiscarded;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkTest {

    private static final String A = "time-entry:a";
    private static final String B = "time-entry:b";
    private static final String INVOICE = "invoice:1";

    private final List<SpecificRecord> events = new ArrayList<>(List.of(
            priced(A, "100.0000"),
            priced(B, "50.5000"),
            drafted(A, INVOICE, "100.0000"),
            freed(A, INVOICE, "100.0000"),
            drafted(A, INVOICE, "100.0000"),
            lines(INVOICE, line(1, A, "100.0000")),
            Seen.issued("N1", Seen.approved(INVOICE, "100", "19", "119"), line(1, A, "100.0000")),
            billed(A, INVOICE, 1, "100.0000")));
    private final Map<String, ViewRows.Work> view =
            new HashMap<>(Map.of(A, row("100", "0", "0", "100", INVOICE), B, row("50.5", "50.5", "0", "0", null)));

    @Test
    void work_that_went_its_way_is_in_one_state_each() {
        assertThat(states()).isEqualTo(new Finding(2, 0, List.of(), List.of()));
    }

    @Test
    void work_on_two_drafts_is_found() {
        events.add(drafted(B, INVOICE, "50.5000"));
        events.add(drafted(B, "invoice:2", "50.5000"));
        assertThat(states().examples()).contains(B + " is put on draft invoice:2 while on draft " + INVOICE);
    }

    @Test
    void work_billed_twice_is_found() {
        events.add(billed(A, "invoice:2", 1, "100.0000"));
        assertThat(states().examples()).contains(A + " is billed on invoice:2 while billed on " + INVOICE);
    }

    @Test
    void work_billed_without_a_line_of_it_is_found() {
        events.removeIf(event -> event instanceof io.fairlead.billing.event.InvoiceLinesAdded);
        assertThat(states().failed()).isEqualTo(1);
    }

    @Test
    void work_billed_with_another_amount_is_found() {
        events.set(events.size() - 1, billed(A, INVOICE, 1, "99.0000"));
        assertThat(states().examples()).contains(A + " is billed on invoice:1 with 99.0000 of 100.0000");
    }

    @Test
    void work_left_on_a_discarded_draft_is_found() {
        var discarded = new InvoiceDiscarded();
        Seen.set(discarded, "invoiceId", "invoice:2");
        events.add(drafted(B, "invoice:2", "50.5000"));
        events.add(discarded);
        view.put(B, row("50.5", "0", "50.5", "0", "invoice:2"));
        assertThat(states().examples()).containsExactly(B + " is on invoice:2, which is discarded");
    }

    @Test
    void work_billed_but_never_priced_is_found() {
        events.add(billed("time-entry:c", INVOICE, 1, "1.0000"));
        assertThat(states().failed()).isEqualTo(1);
    }

    @Test
    void a_view_that_lacks_adds_or_moves_work_is_found() {
        view.remove(A);
        view.put(B, row("50.5", "0", "50.5", "0", INVOICE));
        view.put("time-entry:c", row("1", "1", "0", "0", null));
        assertThat(states().failed()).isEqualTo(3);
    }

    @Test
    void balances_agree_to_the_minor_unit() {
        assertThat(balances("150.5000", "150.5").failed()).isZero();
    }

    @Test
    void a_wrong_sum_of_rows_or_of_movements_is_found() {
        assertThat(balances("150.5100", "150.5").failed()).isEqualTo(1);
        assertThat(balances("150.5000", "150.49").failed()).isEqualTo(1);
    }

    @Test
    void a_price_with_parts_of_a_minor_unit_is_found() {
        assertThat(WorkBalances.compare(
                                Map.of(balance(), new BigDecimal("1.005")),
                                Map.of(balance(), new BigDecimal("1.005")),
                                Map.of(balance(), new BigDecimal("1.005")))
                        .failed())
                .isEqualTo(1);
    }

    @Test
    void a_balance_that_only_the_view_knows_is_found() {
        assertThat(WorkBalances.compare(Map.of(), Map.of(balance(), BigDecimal.ONE), Map.of())
                        .failed())
                .isEqualTo(1);
    }

    private static Finding balances(String rows, String movements) {
        return WorkBalances.compare(
                Map.of(balance(), new BigDecimal("150.5000")),
                Map.of(balance(), new BigDecimal(rows)),
                Map.of(balance(), new BigDecimal(movements)));
    }

    private static Balance balance() {
        return new Balance(Seen.CONTRACT, "EUR");
    }

    private Finding states() {
        return OneStateEach.compare(
                Seen.account(new WorkAccount(), events),
                Seen.account(new InvoiceAccount(), events).byInvoice(),
                view);
    }

    private static ViewRows.Work row(
            String priced, String unbilled, String drafted, String billed, @Nullable String invoice) {
        return new ViewRows.Work(
                Seen.CONTRACT,
                "EUR",
                new BigDecimal(priced),
                new BigDecimal(unbilled),
                new BigDecimal(drafted),
                new BigDecimal(billed),
                BigDecimal.ZERO,
                invoice);
    }
}
