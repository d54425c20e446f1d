package io.fairlead.billing.item;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.Instalment;
import io.fairlead.billing.event.InstalmentsScheduled;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ScheduleInstalmentsTest {

    private static final InstalmentPlanId PLAN = InstalmentPlanId.of(PROJECT, 2);

    private final FixtureConfiguration<InstalmentPlan> plan = new AggregateTestFixture<>(InstalmentPlan.class);

    @Test
    void instalments_are_numbered_as_told() {
        plan.givenNoPriorActivity().when(schedule("10000", "4000", "6000")).expectEvents(scheduled());
    }

    @Test
    void the_same_plan_again_changes_nothing_and_another_is_refused() {
        plan.given(scheduled())
                .when(schedule("10000", "4000", "6000"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        new AggregateTestFixture<>(InstalmentPlan.class)
                .given(scheduled())
                .when(schedule("10000", "5000", "5000"))
                .expectException(refusal("L-01"))
                .expectNoEvents();
    }

    @Test
    void the_parts_add_up_to_the_agreed_price() {
        plan.givenNoPriorActivity()
                .when(schedule("10000", "4000", "6000.01"))
                .expectException(refusal("L-02"))
                .expectNoEvents();
    }

    @Test
    void a_part_has_a_payable_amount() {
        assertRefused("G-02", "instalments.amount", () -> schedule("1", "0"));
        plan.givenNoPriorActivity()
                .when(schedule("1.001", "1.001"))
                .expectException(refusal("G-02"))
                .expectNoEvents();
    }

    @Test
    void each_line_of_a_project_has_one_plan() {
        assertThat(InstalmentPlanId.of(PROJECT, 2)).isEqualTo(PLAN).isNotEqualTo(InstalmentPlanId.of(PROJECT, 3));
    }

    private static ScheduleInstalments schedule(String price, String first, String... second) {
        var parts = new java.util.ArrayList<ScheduleInstalments.Part>();
        parts.add(new ScheduleInstalments.Part("First part", new BigDecimal(first), MONTH_END));
        for (var amount : second) {
            parts.add(new ScheduleInstalments.Part("Second part", new BigDecimal(amount), ISSUE_DAY));
        }
        return new ScheduleInstalments(
                PLAN,
                BillingItemKind.INSTALMENT,
                CONTRACT,
                PROJECT,
                ACME,
                GMBH,
                2,
                "EUR",
                new BigDecimal(price),
                parts);
    }

    private static InstalmentsScheduled scheduled() {
        return InstalmentsScheduled.newBuilder()
                .setInstalmentPlanId(PLAN.value())
                .setKind("INSTALMENT")
                .setContractId("contract:K-1")
                .setProjectId("project:P-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(2)
                .setCurrency("EUR")
                .setInstalments(List.of(
                        Instalment.newBuilder()
                                .setNo(1)
                                .setDescription("First part")
                                .setAmount(wire("4000"))
                                .setDueOn(MONTH_END)
                                .build(),
                        Instalment.newBuilder()
                                .setNo(2)
                                .setDescription("Second part")
                                .setAmount(wire("6000"))
                                .setDueOn(ISSUE_DAY)
                                .build()))
                .build();
    }
}
