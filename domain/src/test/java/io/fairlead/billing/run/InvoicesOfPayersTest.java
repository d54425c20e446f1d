package io.fairlead.billing.run;

import static io.fairlead.billing.run.InvoiceGroupingTest.grouped;
import static io.fairlead.billing.run.InvoiceGroupingTest.lines;
import static io.fairlead.billing.run.InvoiceGroupingTest.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.run.InvoiceGrouping.Group;
import io.fairlead.billing.run.PayerShares.Payer;
import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which of a contract's payers has which invoice. */
class InvoicesOfPayersTest {

    /** Case 20: three payers of 100.00. */
    @Test
    void several_payers_have_an_invoice_each_and_one_takes_the_residue() {
        var payers = payers("0.333333", "0.333333", "0.333333");
        var groups = grouped(payers, work("e-1").seconds(3_600).ready("100.00"));

        assertThat(groups).extracting(Group::customerId).containsExactly("customer:a", "customer:b", "customer:c");
        assertThat(groups)
                .extracting(group -> lines(group).getFirst())
                .containsExactly("e-1 1 1200 33.3300", "e-1 2 1200 33.3300", "e-1 3 1200 33.3400");
        assertThat(groups)
                .allSatisfy(
                        group -> assertThat(group.sources().getFirst().part()).isTrue());
    }

    /** What is due to date is rounded, so that no payer bears the cents of all entries. */
    @Test
    void shares_are_rounded_over_all_entries_of_a_contract_and_begin_anew_with_the_next() {
        var terms = new BillingTerms(
                Map.of(),
                Map.of("contract:k", payerList("0.5", "0.5"), "contract:l", payerList("0.5", "0.5")),
                Map.of(),
                Set.of(),
                MergedCustomers.NONE);
        var groups = grouped(
                terms,
                work("e-1").seconds(1).ready("0.01"),
                work("e-2").seconds(1).ready("0.01"),
                work("e-3").contract("contract:l").seconds(1).ready("0.01"));

        assertThat(groups).extracting(Group::contractId).containsExactly("contract:k", "contract:k", "contract:l");
        assertThat(lines(groups.getFirst())).containsExactly("e-1 1 1 0.0100");
        assertThat(lines(groups.get(1))).containsExactly("e-2 1 1 0.0100");
        assertThat(lines(groups.getLast())).containsExactly("e-3 1 1 0.0100");
    }

    @Test
    void work_of_no_amount_goes_to_all_payers_and_a_payer_without_a_cent_or_time_has_no_line() {
        assertThat(grouped(payers("0.5", "0.5"), work("e-1").seconds(3_600).ready("0.00")))
                .extracting(group -> lines(group).getFirst())
                .containsExactly("e-1 1 1800 0.0000", "e-1 2 1800 0.0000");
        assertThat(grouped(payers("0.1", "0.9"), work("e-1").seconds(0).ready("0.01")))
                .extracting(Group::customerId)
                .containsExactly("customer:b");
    }

    /** Else the next run would find time without worth. */
    @Test
    void a_payer_without_a_cent_has_its_time_at_once() {
        var groups = grouped(payers("0.5", "0.5"), work("e-1").seconds(3).ready("0.01"));

        assertThat(groups)
                .extracting(group -> group.customerId() + " " + lines(group))
                .containsExactly("customer:a [e-1 1 2 0.0100]", "customer:b [e-1 2 1 0.0000]");
    }

    @Test
    void parts_of_two_orders_are_shared_and_numbered_one_after_the_other() {
        var groups = grouped(
                payers("0.5", "0.5"),
                work("e-1").ready("100.00").granted("PO-A", "60.00").portion(3),
                work("e-1").ready("100.00").granted("PO-B", "40.00").portion(3));

        assertThat(groups)
                .extracting(group -> group.customerId() + " " + group.poNumber() + " " + lines(group))
                .containsExactly(
                        "customer:a PO-A [e-1 3 1080 30.0000]",
                        "customer:b PO-A [e-1 4 1080 30.0000]",
                        "customer:a PO-B [e-1 5 720 20.0000]",
                        "customer:b PO-B [e-1 6 720 20.0000]");
    }

    @Test
    void payers_whose_shares_are_not_the_whole_are_refused() {
        assertThatThrownBy(() -> grouped(payers("0.5", "0.4"), work("e-1")))
                .isInstanceOfSatisfying(RuleViolated.class, refused -> assertThat(refused.code())
                        .isEqualTo("B-17"));
    }

    @Test
    void who_lives_on_pays_for_a_customer_that_was_merged() {
        var merged = new MergedCustomers(Map.of("customer:a", "customer:b", "customer:b", "customer:z"));
        var terms = new BillingTerms(
                Map.of(), Map.of("contract:k", payerList("0.3", "0.3", "0.4")), Map.of(), Set.of(), merged);

        assertThat(grouped(terms, work("e-1").seconds(3_600).ready("100.00")))
                .extracting(group -> group.customerId() + " " + lines(group))
                .containsExactly("customer:z [e-1 1 2160 60.0000]", "customer:c [e-1 2 1440 40.0000]");
    }

    @Test
    void payers_that_became_one_take_the_residue_if_one_of_them_did() {
        var merged = new MergedCustomers(Map.of("customer:c", "customer:a"));
        assertThat(PayerShares.asOne(payerList("0.3", "0.3", "0.4"), merged))
                .containsExactly(
                        new Payer("customer:b", new BigDecimal("0.3"), false),
                        new Payer("customer:a", new BigDecimal("0.7"), true));
    }

    private static BillingTerms payers(String... shares) {
        return new BillingTerms(
                Map.of(), Map.of("contract:k", payerList(shares)), Map.of(), Set.of(), MergedCustomers.NONE);
    }

    /** The last one takes the residue. */
    private static List<Payer> payerList(String... shares) {
        var payers = new ArrayList<Payer>();
        for (int i = 0; i < shares.length; i++) {
            payers.add(new Payer("customer:" + (char) ('a' + i), new BigDecimal(shares[i]), i == shares.length - 1));
        }
        return payers;
    }
}
