package io.fairlead.billing.run;

import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.WORK_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.billing.invoice.DraftLine;
import io.fairlead.billing.run.BillingTerms.LineKey;
import io.fairlead.billing.run.BillingTerms.LineTax;
import io.fairlead.billing.run.InvoiceGrouping.Group;
import io.fairlead.billing.run.InvoiceGrouping.Source;
import io.fairlead.billing.run.UnbilledWorkLookup.ClaimedPart;
import io.fairlead.billing.run.UnbilledWorkLookup.FundedPart;
import io.fairlead.funding.FundLimit;
import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.Portions.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes on which invoice. */
class InvoiceGroupingTest {

    private static final BillingTerms ALONE =
            new BillingTerms(Map.of(), Map.of(), Map.of(), Set.of(), MergedCustomers.NONE);

    /** Case 17: an entry of 200.00 draws 150.00 from PO-A and 50.00 from PO-B. */
    @Test
    void work_is_parted_between_purchase_orders_and_its_seconds_with_it() {
        var groups = grouped(
                ALONE,
                work("e-1").seconds(3_600).ready("100.00").granted("PO-A", "100.00"),
                work("e-2").seconds(7_200).ready("200.00").granted("PO-A", "150.00"),
                work("e-2").seconds(7_200).ready("200.00").granted("PO-B", "50.00"));

        assertThat(groups).extracting(Group::poNumber).containsExactly("PO-A", "PO-B");
        assertThat(groups).extracting(group -> group.amount().toPlainString()).containsExactly("250.00", "50.00");
        assertThat(lines(groups.getFirst())).containsExactly("e-1 1 3600 100.00", "e-2 1 5400 150.00");
        assertThat(lines(groups.getLast())).containsExactly("e-2 2 1800 50.00");
    }

    /** The last part of all that is ready takes what rounding leaves; without all of it, nothing is left over. */
    @ParameterizedTest(name = "{0} and {1} of 100.00 and 1000 seconds: {2} and {3}")
    @CsvSource({
        "33.33, 66.67, 333, 667",
        "33.33, 66.66, 333, 666",
        "66.66, 33.34, 666, 334",
        "0.01, 99.99, 0, 1000",
        "99.99, 0.01, 999, 1",
    })
    void seconds_follow_the_money(String first, String second, int firstSeconds, int secondSeconds) {
        var groups = grouped(
                ALONE,
                work("e-1").seconds(1_000).ready("100.00").granted("PO-A", first),
                work("e-1").seconds(1_000).ready("100.00").granted("PO-B", second));

        assertThat(groups)
                .extracting(group -> group.sources().getFirst().line().seconds())
                .containsExactly(firstSeconds, secondSeconds);
    }

    @ParameterizedTest(name = "{0} granted of {1}: {2}, {3} seconds of 1000")
    @CsvSource({
        // granted, ready, on the draft, seconds, whether more of it is left
        "33.33, 100.00, 33.33, 333, true",
        "100.00, 100.00, 100.00, 1000, false",
        "100.01, 100.00, 100.00, 1000, false",
        "0.01, 100.00, 0.01, 0, true",
        "0, 0.00, 0.00, 1000, false",
        "5, 0.00, 0.00, 1000, false",
        "0, -20.00, -20.00, 1000, false",
    })
    void of_limited_work_a_draft_takes_what_is_granted(
            String granted, String ready, String amount, int seconds, boolean part) {
        var source = only(work("e-1").seconds(1_000).ready(ready).granted("PO-A", granted));

        assertThat(source.line().net()).isEqualByComparingTo(amount);
        assertThat(source.line().seconds()).isEqualTo(seconds);
        assertThat(source.part()).isEqualTo(part);
        assertThat(source.limited()).isTrue();
    }

    @Test
    void limited_work_without_funds_waits() {
        assertThat(grouped(ALONE, work("e-1").ready("100.00").granted("PO-A", "0")))
                .isEmpty();
        assertThat(grouped(
                        ALONE,
                        work("e-1").ready("100.00").granted("PO-A", "0"),
                        work("e-2").ready("5.00").granted("PO-A", "5.00")))
                .singleElement()
                .satisfies(group -> assertThat(lines(group)).containsExactly("e-2 1 3600 5.00"));
    }

    @Test
    void work_that_nothing_limits_is_taken_whole_whatever_was_granted_before() {
        var source = only(work("e-1").ready("100.00").granted("PO-A", "10.00").limits(FundLimit.contract(null)));

        assertThat(source.line().net()).isEqualByComparingTo("100.00");
        assertThat(source.limited()).isFalse();
        assertThat(source.part()).isFalse();
    }

    @Test
    void a_limit_of_another_line_does_not_hold() {
        assertThat(only(work("e-1").limits(FundLimit.line(2, BigDecimal.ONE))).limited())
                .isFalse();
    }

    @Test
    void an_invoice_for_each_project_where_that_is_agreed() {
        var groups = grouped(
                ALONE,
                work("e-1").project("project:p").perProject(),
                work("e-2").project("project:q").perProject(),
                work("e-3").project("project:p").perProject());

        assertThat(groups).extracting(Group::project).containsExactly("project:p", "project:q");
        assertThat(lines(groups.getFirst())).containsExactly("e-1 1 3600 10.00", "e-3 1 3600 10.00");
        assertThat(grouped(ALONE, work("e-1").project("project:p"), work("e-2").project("project:q")))
                .singleElement()
                .extracting(Group::project)
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"true, , true", "true, PO-1, false", "false, , false"})
    void an_invoice_waits_for_an_order_that_its_payer_wants(boolean wanted, @Nullable String po, boolean waits) {
        var group = grouped(ALONE, work("e-1").order(wanted, po)).getFirst();

        assertThat(group.purchaseOrderMissing()).isEqualTo(waits);
        assertThat(group.poNumber()).isEqualTo(po);
        assertThat(group.poRequired()).isEqualTo(wanted);
    }

    @Test
    void contracts_follow_each_other_and_each_has_its_own_invoices() {
        var groups = grouped(
                ALONE,
                work("e-1"),
                work("e-2").contract("contract:l").currency("JPY"),
                work("e-3").contract("contract:l").currency("JPY"));

        assertThat(groups)
                .extracting(group -> group.contractId() + " " + group.currency() + " " + group.amount())
                .containsExactly("contract:k EUR 10.00", "contract:l JPY 20.00");
        assertThat(groups).extracting(Group::customerId).containsOnly("customer:acme");
        assertThat(grouped(ALONE)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_line_is_taxed(String as, Map<LineKey, LineTax> taxes, boolean disbursement, LineTax tax) {
        var source = grouped(
                        new BillingTerms(taxes, Map.of(), Map.of(), Set.of(), MergedCustomers.NONE),
                        disbursement ? work("e-1").disbursed() : work("e-1"))
                .getFirst()
                .sources()
                .getFirst();

        assertThat(source.line().taxCategory()).isEqualTo(tax.category());
        assertThat(source.line().taxCodes()).isEqualTo(tax.codes());
    }

    static Stream<Arguments> a_line_is_taxed() {
        var coded = new LineTax("E", List.of("GST", "PST"));
        var standard = new LineTax("S", List.of());
        return Stream.of(
                Arguments.of("as its contract line says", Map.of(new LineKey("contract:k", 1), coded), false, coded),
                Arguments.of("as usual where nothing is said", Map.of(), false, standard),
                Arguments.of(
                        "as usual where other lines say something",
                        Map.of(new LineKey("contract:k", 2), coded, new LineKey("contract:l", 1), coded),
                        false,
                        standard),
                Arguments.of(
                        "not at all as a disbursement",
                        Map.of(new LineKey("contract:k", 1), coded),
                        true,
                        new LineTax("O", List.of())));
    }

    @Test
    void where_each_invoice_goes_out_electronically_disbursements_are_apart() {
        var electronic = new BillingTerms(Map.of(), Map.of(), Map.of(), Set.of("contract:k"), MergedCustomers.NONE);
        var onPaper = new BillingTerms(Map.of(), Map.of(), Map.of(), Set.of("contract:other"), MergedCustomers.NONE);
        var work = new WorkExample[] {
            work("e-1").ready("100.00"), work("e-2").ready("40.00").disbursed()
        };

        assertThat(grouped(electronic, work))
                .extracting(Group::outsideTax, Group::amount)
                .containsExactly(tuple(false, new BigDecimal("100.00")), tuple(true, new BigDecimal("40.00")));
        assertThat(grouped(onPaper, work))
                .extracting(Group::outsideTax, Group::amount)
                .containsExactly(tuple(false, new BigDecimal("140.00")));
    }

    @Test
    void a_line_of_time_says_who_worked_and_what_at_which_price() {
        assertThat(only(work("e-1").seconds(3_600).ready("10.00")))
                .isEqualTo(new Source(
                        new DraftLine(
                                "time-entry:e-1",
                                1,
                                1,
                                "project:p",
                                "a note",
                                WORK_DAY,
                                3_600,
                                new BigDecimal("100"),
                                3_600,
                                new BigDecimal("10.00"),
                                "S",
                                List.of()),
                        CLERK,
                        "person:ana",
                        false,
                        false,
                        new Part(3_600, new BigDecimal("10.00"))));
    }

    @Test
    void a_line_without_price_bills_no_time_and_one_without_words_names_the_project() {
        var item = only(work("e-1").seconds(0).item(null, null)).line();

        assertThat(item.seconds()).isNull();
        assertThat(item.price()).isNull();
        assertThat(item.secondsPerUnit()).isNull();
        assertThat(item.description()).isNull();
        assertThat(only(work("e-1").item(null, "Result")).line().description()).isEqualTo("Result");
        assertThat(only(work("e-1").item("person:ana", "TRAVEL")).line().description())
                .isEqualTo("TRAVEL");
    }

    @Test
    void what_an_interrupted_attempt_claimed_stands_as_it_was_claimed() {
        var source = work("e-1").seconds(400).ready("40.00").portion(3).source();
        var claimed = InvoiceGrouping.claimed(
                new ClaimedPart("invoice:i", source, 2, 600, new BigDecimal("60.00")), ALONE, source.customerId());

        assertThat(claimed.line().portionNo()).isEqualTo(2);
        assertThat(claimed.line().seconds()).isEqualTo(600);
        assertThat(claimed.line().net()).isEqualByComparingTo("60.00");
        assertThat(claimed.limited()).isTrue();
        assertThat(claimed.part()).isTrue();
    }

    @ParameterizedTest(name = "{0} funded of {1} and 3600 seconds: {2} seconds")
    @CsvSource({"2.50, 10.00, 900, true", "10.00, 10.00, 3600, false", "1149.00, 0.01, 3600, true", "5, 0, 3600, true"})
    void what_an_interrupted_attempt_funded_takes_no_more_time_than_there_is(
            String amount, String ready, int seconds, boolean part) {
        var source = work("e-1").seconds(3_600).ready(ready).portion(3).source();
        var funded = InvoiceGrouping.funded(
                new FundedPart("invoice:i", source, new BigDecimal(amount)), ALONE, source.customerId());

        assertThat(funded.line().portionNo()).isEqualTo(3);
        assertThat(funded.line().seconds()).isEqualTo(seconds);
        assertThat(funded.line().net()).isEqualByComparingTo(amount);
        assertThat(funded.limited()).isTrue();
        assertThat(funded.part()).isEqualTo(part);
    }

    static List<Group> grouped(BillingTerms terms, WorkExample... sources) {
        var grouping = new InvoiceGrouping(terms);
        for (var source : sources) {
            grouping.take(source.source());
        }
        return grouping.groups();
    }

    private static Source only(WorkExample source) {
        var groups = grouped(ALONE, source);
        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().sources()).hasSize(1);
        return groups.getFirst().sources().getFirst();
    }

    static List<String> lines(Group group) {
        return group.sources().stream()
                .map(source -> source.line().sourceId().substring("time-entry:".length()) + " "
                        + source.line().portionNo() + " " + source.line().seconds() + " "
                        + source.line().net().toPlainString())
                .toList();
    }

    static WorkExample work(String id) {
        return WorkExample.of("time-entry:" + id);
    }
}
