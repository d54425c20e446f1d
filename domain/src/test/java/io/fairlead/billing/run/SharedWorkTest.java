package io.fairlead.billing.run;

import static io.fairlead.billing.invoice.BillingExamples.planned;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.billing.run.InvoiceDrafting.Plan;
import io.fairlead.billing.run.InvoiceGrouping.Source;
import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.Portion.SharedWhole;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of the work that a run proposes is a share of a whole. */
class SharedWorkTest {

    @Test
    void each_share_of_several_payers_names_what_was_unbilled_and_their_drafts() {
        var ana = source(1_440, "40.00", 3_600, "100.00");
        var other = source(1_260, "35.00", 3_600, "100.00");
        var shared =
                new SharedWork(List.of(plan("invoice:a", "customer:a", ana), plan("invoice:b", "customer:b", other)));

        var whole = new SharedWhole(3_600, new BigDecimal("100.00"), List.of("invoice:a", "invoice:b"));
        assertThat(shared.of(ana)).isEqualTo(whole);
        assertThat(shared.of(other)).isEqualTo(whole);
    }

    /** Two orders of one payer take what each may take, whatever becomes of the rest. */
    @Test
    void parts_for_one_payer_are_no_shares() {
        var ana = source(3_600, "40.00", 3_600, "100.00");

        assertThat(new SharedWork(List.of(plan("invoice:a", "customer:a", ana), plan("invoice:b", "customer:a", ana)))
                        .of(ana))
                .isNull();
    }

    /** An attempt was interrupted with the funds of 120.00 on its drafts, and 20.00 were taken away before it goes on. */
    @Test
    void parts_of_more_than_there_is_by_now_name_their_sum_so_that_none_is_granted() {
        var first = source(2_400, "60.00", 3_600, "100.00");
        var other = source(2_400, "60.00", 3_600, "100.00");
        var shared =
                new SharedWork(List.of(plan("invoice:a", "customer:a", first), plan("invoice:b", "customer:b", other)));

        assertThat(shared.of(first))
                .isEqualTo(new SharedWhole(4_800, new BigDecimal("120.00"), List.of("invoice:a", "invoice:b")));
    }

    private static Plan plan(String invoice, String payer, Source source) {
        return new Plan(
                InvoicePlanned.newBuilder(planned(invoice)).setCustomerId(payer).build(), List.of(source));
    }

    private static Source source(int seconds, String amount, int ready, String readyAmount) {
        var work =
                WorkExample.of("time-entry:e").seconds(ready).ready(readyAmount).source();
        return InvoiceGrouping.claimed(
                new UnbilledWorkLookup.ClaimedPart("invoice:x", work, 1, seconds, new BigDecimal(amount)),
                new BillingTerms(Map.of(), Map.of(), Map.of(), Set.of(), MergedCustomers.NONE),
                "customer:a");
    }
}
