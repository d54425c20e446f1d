package io.fairlead.app.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.lookup.ViewUnbilledWork.Terms;
import io.fairlead.billing.PayerShares;
import io.fairlead.billing.UnbilledWorkLookup.Group;
import io.fairlead.billing.view.BillableWork.Billable;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvoiceGroupsTest {

    private static final Terms ALONE = new Terms(Map.of(), Map.of());

    /** Case 17: an entry of 200.00 draws 150.00 from PO-A and 50.00 from PO-B. */
    @Test
    void work_is_parted_between_purchase_orders_and_its_seconds_with_it() {
        var groups = InvoiceGroups.of(
                List.of(
                        part("e-1", "PO-A", 3_600, "100.00", "100.00"),
                        part("e-2", "PO-A", 7_200, "150.00", "200.00"),
                        part("e-2", "PO-B", 7_200, "50.00", "200.00")),
                ALONE);

        assertThat(groups).extracting(Group::poNumber).containsExactly("PO-A", "PO-B");
        assertThat(groups).extracting(group -> group.amount().toPlainString()).containsExactly("250.00", "50.00");
        assertThat(lines(groups.getFirst())).containsExactly("e-1 1 3600 100.00", "e-2 1 5400 150.00");
        assertThat(lines(groups.getLast())).containsExactly("e-2 2 1800 50.00");
    }

    @Test
    void a_part_that_leaves_something_over_a_limit_leaves_its_seconds_too() {
        var groups = InvoiceGroups.of(List.of(part("e-1", null, 1_000, "33.33", "100.00")), ALONE);

        assertThat(lines(groups.getFirst())).containsExactly("e-1 1 333 33.33");
    }

    /** Case 20: three payers of 100.00. */
    @Test
    void several_payers_have_an_invoice_each_and_one_takes_the_residue() {
        var third = new BigDecimal("0.333333");
        var payers = List.of(
                new PayerShares.Payer("customer:a", third, false),
                new PayerShares.Payer("customer:b", third, false),
                new PayerShares.Payer("customer:c", third, true));
        var groups = InvoiceGroups.of(
                List.of(part("e-1", null, 3_600, "100.00", "100.00")),
                new Terms(Map.of(), Map.of("contract:k", payers)));

        assertThat(groups).extracting(Group::customerId).containsExactly("customer:a", "customer:b", "customer:c");
        assertThat(groups.stream().map(group -> lines(group).getFirst()))
                .containsExactly("e-1 1 1200 33.3300", "e-1 2 1200 33.3300", "e-1 3 1200 33.3400");
        assertThatThrownBy(() -> new PayerShares(List.of(payers.getFirst()), "EUR"))
                .isInstanceOfSatisfying(RuleViolated.class, refused -> assertThat(refused.code())
                        .isEqualTo("B-17"));
    }

    @Test
    void an_invoice_for_each_project_where_that_is_agreed() {
        var groups = InvoiceGroups.of(
                List.of(perProject("e-1", "project:p"), perProject("e-2", "project:q"), perProject("e-3", "project:p")),
                ALONE);

        assertThat(groups).extracting(Group::project).containsExactly("project:p", "project:q");
        assertThat(lines(groups.getFirst())).containsExactly("e-1 1 3600 10.00", "e-3 1 3600 10.00");
    }

    @Test
    void more_than_is_ready_takes_no_more_time_than_there_is() {
        var shrunk = part("e-1", null, 1, "0.01", "0.01");

        assertThat(InvoiceGroups.seconds(shrunk, new BigDecimal("1149.00"))).isEqualTo(1);
        assertThat(InvoiceGroups.seconds(part("e-1", null, 3_600, "10.00", "10.00"), new BigDecimal("2.50")))
                .isEqualTo(900);
    }

    private static List<String> lines(Group group) {
        return group.sources().stream()
                .map(source -> source.line().sourceId().substring("time-entry:".length()) + " "
                        + source.line().portionNo() + " " + source.line().seconds() + " "
                        + source.line().net().toPlainString())
                .toList();
    }

    private static Billable part(String id, @Nullable String po, int seconds, String amount, String ready) {
        return billable(id, "project:p", po, seconds, amount, ready, "CONTRACT");
    }

    private static Billable perProject(String id, String project) {
        return billable(id, project, null, 3_600, "10.00", "10.00", "PROJECT");
    }

    private static Billable billable(
            String id, String project, @Nullable String po, int seconds, String amount, String ready, String per) {
        return new Billable(
                "time-entry:" + id,
                "contract:k",
                "customer:acme",
                "legal-entity:de",
                false,
                po,
                "EUR",
                project,
                1,
                "person:ana",
                "idp|clerk",
                null,
                LocalDate.of(2026, 3, 10),
                seconds,
                new BigDecimal("100"),
                3_600,
                new BigDecimal(amount),
                new BigDecimal(ready),
                true,
                1,
                per,
                false);
    }
}
