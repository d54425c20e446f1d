package io.fairlead.billing.run;

import static io.fairlead.billing.invoice.BillingExamples.runStarted;
import static io.fairlead.testing.Cast.MONTH_END;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.billing.invoice.WorkNames;
import io.fairlead.billing.item.BillingItemId;
import io.fairlead.billing.item.MakeDueItemReady;
import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.billing.run.BillingTerms.LineKey;
import io.fairlead.billing.run.BillingTerms.LineTax;
import io.fairlead.billing.run.InvoiceGrouping.Group;
import io.fairlead.billing.run.PayerShares.Payer;
import io.fairlead.party.MergedCustomers;
import io.fairlead.testing.AnyEvent;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.SentCommands;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contracts say about tax and payers, by what the log knows of the drafts that they have already. */
class BillingTermsTest {

    private static final BillingTerms HALVES = new BillingTerms(
            Map.of(),
            Map.of(
                    "contract:k",
                    List.of(
                            new Payer("customer:a", new BigDecimal("0.5"), false),
                            new Payer("customer:b", new BigDecimal("0.5"), true))),
            Map.of(),
            Set.of(),
            MergedCustomers.NONE);

    /** A profile of exports from 1 March, of exemption from 1 April. */
    @ParameterizedTest
    @CsvSource({
        "acme, 2026-02-28, S",
        "acme, 2026-03-01, G",
        "acme, 2026-03-31, G",
        "acme, 2026-04-01, E",
        "other, 2026-03-10, S"
    })
    void a_line_that_leaves_its_tax_to_the_payer_has_the_category_of_the_day(
            String payer, LocalDate day, String category) {
        var profile = new TreeMap<>(Map.of(LocalDate.of(2026, 3, 1), "G", LocalDate.of(2026, 4, 1), "E"));
        var terms = new BillingTerms(
                Map.of(new LineKey("contract:k", 1), new LineTax(null, List.of("VAT"))),
                Map.of(),
                Map.of("customer:acme", profile),
                Set.of(),
                MergedCustomers.NONE);
        var work = WorkExample.of("time-entry:e-1").on(day).source();

        assertThat(terms.taxOf(work, "customer:" + payer)).isEqualTo(new LineTax(category, List.of("VAT")));
    }

    @Test
    void an_invoice_tells_what_it_is_for_alone() {
        var electronic = new BillingTerms(Map.of(), Map.of(), Map.of(), Set.of("contract:k"), MergedCustomers.NONE);
        var grouping = new InvoiceGrouping(electronic);
        grouping.take(WorkExample.of("time-entry:e-1").source());
        grouping.take(WorkExample.of("time-entry:e-2")
                .project("project:q")
                .perProject()
                .source());
        grouping.take(WorkExample.of("expense:x-1").disbursed().source());

        assertThat(grouping.groups())
                .extracting(Group::apart)
                .containsExactly(List.of(), List.of("project:q"), List.of("outside the scope of tax"));
    }

    /** Of 100.00 one payer has 20.00 and 20.00: of the 60.00 that are left 10.00 are its own. */
    @Test
    void what_is_left_goes_to_the_payer_who_has_less_than_its_share() {
        var held = WorkExample.of("time-entry:e-1")
                .seconds(2_160)
                .ready("60.00")
                .held("invoice:i-1", "customer:a", 720, "20.00")
                .held("invoice:i-2", "customer:a", 720, "20.00");

        assertThat(parted(held, invoice -> "")).containsExactly("customer:a 360 10.0000", "customer:b 1800 50.0000");
    }

    /** An interrupted run holds 50.00 of 100.00 for one payer's draft: what a limit grants besides is the other's alone. */
    @Test
    void what_a_draft_holds_the_funds_of_is_its_payers_before_it_is_claimed() {
        var promised = WorkExample.of("time-entry:e-1")
                .seconds(3_600)
                .ready("100.00")
                .granted("PO-1", "50.00")
                .promised("invoice:i-1", "customer:a", "50.00");

        assertThat(parted(promised, invoice -> "")).containsExactly("customer:b 1800 50.0000");
    }

    @Test
    void what_is_claimed_and_what_is_promised_count_alike() {
        var promised = WorkExample.of("time-entry:e-1")
                .seconds(2_880)
                .ready("80.00")
                .granted("PO-1", "60.00")
                .held("invoice:i-1", "customer:a", 720, "20.00")
                .promised("invoice:i-2", null, "20.00");

        assertThat(parted(promised, Map.of("invoice:i-2", "customer:a")::get))
                .containsExactly("customer:a 360 10.0000", "customer:b 1800 50.0000");
    }

    @Test
    void whose_a_draft_is_that_the_views_do_not_know_yet_the_log_tells() {
        var held = WorkExample.of("time-entry:e-1")
                .seconds(1_800)
                .ready("50.00")
                .held("invoice:i-1", null, 1_800, "50.00");

        assertThat(parted(held, Map.of("invoice:i-1", "customer:a")::get)).containsExactly("customer:b 1800 50.0000");
    }

    @Test
    void the_plan_of_the_run_tells_whose_a_draft_is_else_the_draft_itself_does() {
        var history = new KnownHistory()
                .with("billing-run:run-1", planned("invoice:i-1", "contract:K-1", "customer:a"))
                .with("billing-run:run-1", planned("invoice:i-2", "contract:K-2", "customer:b"))
                .with("invoice:i-1", drafted("invoice:i-1", "customer:other"))
                .with("invoice:i-3", drafted("invoice:i-3", "customer:c"));
        var payers = new DraftPayers(runStarted(null), history);

        assertThat(List.of(payers.apply("invoice:i-1"), payers.apply("invoice:i-2"), payers.apply("invoice:i-3")))
                .containsExactly("customer:a", "customer:b", "customer:c");
        assertThat(payers.apply("invoice:another-run-is-about-to-draft-it")).isEmpty();
        assertThat(DraftPayers.contractsOf(runStarted(null), history))
                .containsExactlyInAnyOrder("contract:K-1", "contract:K-2");
    }

    @Test
    void instalments_of_the_day_are_waited_for_before_the_run_looks_at_what_is_ready() {
        var sent = new SentCommands();
        var work = new Views(HALVES, List.of(), List.of("billing-item:m-1"));
        DueItems.makeReady(runStarted(null), work, sent);
        DueItems.makeReady(runStarted(null), new Views(HALVES, List.of(), List.of()), sent);

        assertThat(sent.commands()).containsExactly(new MakeDueItemReady(BillingItemId.of("m-1"), MONTH_END));
        assertThat(work.waits).containsExactly("for all");
    }

    private static List<String> parted(WorkExample work, Function<String, String> payerOf) {
        return InvoiceGrouping.of(new Views(HALVES, List.of(work.source()), List.of()), runStarted(null), payerOf)
                .stream()
                .flatMap(group -> group.sources().stream()
                        .map(source -> group.customerId() + " " + source.line().seconds() + " "
                                + source.line().net().toPlainString()))
                .toList();
    }

    private static InvoicePlanned planned(String invoice, String contract, String payer) {
        return AnyEvent.of(InvoicePlanned.class, "invoiceId", invoice, "contractId", contract, "customerId", payer);
    }

    private static InvoiceDrafted drafted(String invoice, String payer) {
        return AnyEvent.of(InvoiceDrafted.class, "invoiceId", invoice, "customerId", payer);
    }

    /** What the run is told, and how often it waited. */
    private static final class Views implements UnbilledWorkLookup {

        private final BillingTerms terms;
        private final List<BillableSource> proposed;
        private final List<String> due;
        final List<String> waits = new ArrayList<>();

        Views(BillingTerms terms, List<BillableSource> proposed, List<String> due) {
            this.terms = terms;
            this.proposed = proposed;
            this.due = due;
        }

        @Override
        public BillingTerms terms() {
            return terms;
        }

        @Override
        public void ready(BillingRunStarted run, Consumer<BillableSource> reader) {
            proposed.forEach(reader);
        }

        @Override
        public List<String> due(BillingRunStarted run) {
            return due;
        }

        @Override
        public void awaitAll() {
            waits.add("for all");
        }

        @Override
        public Map<String, Map<Integer, RetainerId>> retainers(Collection<String> contractIds) {
            return Map.of();
        }

        @Override
        public Map<String, WorkNames> named(Collection<String> sourceIds) {
            return Map.of();
        }

        @Override
        public List<ClaimedPart> claimedBy(Collection<String> invoiceIds) {
            return List.of();
        }

        @Override
        public List<FundedPart> fundedBy(Collection<String> invoiceIds) {
            return List.of();
        }
    }
}
