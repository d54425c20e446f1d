package io.fairlead.time.cost;

import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.time.ChangeExamples.HOUR;
import static io.fairlead.time.TimeExamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.Rate;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimeRecosted;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RecostTimeTest {

    private static final LabourCostId COST = LabourCostId.of("e-1");

    private final FixtureConfiguration<LabourCost> cost = new AggregateTestFixture<>(LabourCost.class);

    @Test
    void corrected_time_costs_what_it_would_have_cost() {
        cost.given(costed()).when(new RecostTime(COST, 1, 3 * HOUR)).expectEvents(recosted(1, 3, -5, "180", "-300"));
    }

    @Test
    void taken_back_it_costs_nothing_and_approved_again_what_it_costs_then() {
        cost.given(costed()).when(new RecostTime(COST, 1, 0)).expectEvents(recosted(1, 0, -8, "0", "-480"));
        cost.given(costed(), recosted(1, 0, -8, "0", "-480"))
                .when(cost(2, 6 * HOUR))
                .expectEvents(recosted(2, 6, 6, "360", "360"));
    }

    @Test
    void corrections_do_not_add_up_rounding() {
        cost.given(costed(), recosted(1, 3, -5, "180", "-300"))
                .when(new RecostTime(COST, 1, 8 * HOUR))
                .expectEvents(recosted(1, 8, 5, "480", "300"));
    }

    /** 500.00 for eight hours at an exchange rate that was not kept: a second is 0.02, eight hours are 500.00 again. */
    @Test
    void a_part_of_the_time_leaves_the_full_cost_as_the_measure() {
        var anew = TimeCosted.newBuilder(costed()).setAmount(wire("500")).build();
        var second = TimeRecosted.newBuilder(recosted(1, 0, 0, "0.02", "-499.98"))
                .setSeconds(1)
                .setSecondsDelta(1 - 8 * HOUR)
                .build();
        cost.given(anew).when(new RecostTime(COST, 1, 1)).expectEvents(second);
        cost.given(anew, second)
                .when(new RecostTime(COST, 1, 8 * HOUR))
                .expectEvents(TimeRecosted.newBuilder(recosted(1, 8, 8, "500", "499.98"))
                        .setSecondsDelta(8 * HOUR - 1)
                        .build());
    }

    /** Approved anew before the exchange rate was told with it: 10 h at EUR 60 and 1.10 stay USD 660.00. */
    @Test
    void another_approval_that_tells_no_exchange_rate_keeps_the_one_before() {
        var dollars = new ExchangeRate("EUR", "USD", new BigDecimal("1.10"), WORK_DAY, "ECB").asEvent();
        var abroad = TimeCosted.newBuilder(costed())
                .setSeconds(10 * HOUR)
                .setAmount(wire("660"))
                .setCurrency("USD")
                .setOwnAmount(wire("600"))
                .setOwnCurrency("EUR")
                .setFx(dollars)
                .build();
        var again = TimeRecosted.newBuilder(recosted(2, 10, 0, "660", "0"))
                .setCurrency("USD")
                .build();
        cost.given(abroad, again)
                .when(new RecostTime(COST, 2, 5 * HOUR))
                .expectEvents(TimeRecosted.newBuilder(recosted(2, 5, -5, "330", "-330"))
                        .setCurrency("USD")
                        .setFx(dollars)
                        .build());
    }

    @Test
    void the_same_time_again_changes_nothing() {
        cost.given(costed())
                .when(new RecostTime(COST, 1, 8 * HOUR))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_cost_of_a_former_approval_comes_too_late() {
        cost.given(costed(), recosted(2, 6, -2, "360", "-120"))
                .when(cost(1, 8 * HOUR))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_change_of_a_former_approval_comes_too_late() {
        cost.given(costed(), recosted(2, 6, -2, "360", "-120"))
                .when(new RecostTime(COST, 1, 0))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_second_that_cost_a_rounded_cent_costs_its_rate_when_it_becomes_an_hour() {
        var second = TimeCosted.newBuilder(costed())
                .setSeconds(1)
                .setAmount(wire("0.02")) // 60 / 3600 = 0.0167
                .build();
        cost.given(second)
                .when(new RecostTime(COST, 2, HOUR))
                .expectEvents(TimeRecosted.newBuilder(recosted(1, 1, 0, "60", "59.98"))
                        .setSecondsDelta(HOUR - 1)
                        .build());
    }

    @Test
    void a_part_is_no_measure_of_what_the_whole_costs() {
        var dearer = TimeCosted.newBuilder(costed()).setAmount(wire("500")).build(); // At an exchange rate not kept.
        var threeSeconds = TimeRecosted.newBuilder(recosted(1, 0, 0, "0.05", "-499.95"))
                .setSeconds(3)
                .setSecondsDelta(3 - 8 * HOUR)
                .build();
        cost.given(dearer).when(new RecostTime(COST, 1, 3)).expectEvents(threeSeconds);
        cost.given(dearer, threeSeconds)
                .when(new RecostTime(COST, 1, 8 * HOUR))
                .expectEvents(TimeRecosted.newBuilder(recosted(1, 8, 0, "500", "499.95"))
                        .setSecondsDelta(8 * HOUR - 3)
                        .build());
    }

    @Test
    void the_exchange_rate_of_the_first_approval_holds_for_one_that_tells_none() {
        var dollars = new ExchangeRate("EUR", "USD", new BigDecimal("1.10"), WORK_DAY, "ECB").asEvent();
        var abroad = TimeCosted.newBuilder(costed())
                .setAmount(wire("528"))
                .setCurrency("USD")
                .setOwnAmount(wire("480"))
                .setOwnCurrency("EUR")
                .setFx(dollars)
                .build();
        var second = TimeRecosted.newBuilder(recosted(2, 0, 0, "0.02", "-527.98")) // 60 / 3600 x 1.1 = 0.0183
                .setSeconds(1)
                .setSecondsDelta(1 - 8 * HOUR)
                .setCurrency("USD")
                .build();

        cost.given(abroad, second).when(new RecostTime(COST, 2, HOUR));

        var events = cost.getEventStore().readEvents(COST.value()).asStream().toList();
        assertThat(((TimeRecosted) events.getLast().getPayload()).getAmount()).isEqualTo(wire("66"));
    }

    private static CostTime cost(int version, int seconds) {
        var rate = Rate.hourly(wire("60"), "EUR");
        return new CostTime(
                COST, ENTRY, version, ANA, TARGET, GMBH, "EMPLOYEE", "c1", rate, seconds, WORK_DAY, null, null);
    }

    private static TimeCosted costed() {
        return TimeCosted.newBuilder()
                .setLabourCostId("labour-cost:e-1")
                .setTimeEntryId("time-entry:e-1")
                .setVersion(1)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setResourceEntityId("legal-entity:GMBH")
                .setCostRateId("c1")
                .setRate(wire("60"))
                .setSeconds(8 * HOUR)
                .setAmount(wire("480"))
                .setCurrency("EUR")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(WORK_DAY)
                .setRuleVersion(1)
                .build();
    }

    private static TimeRecosted recosted(int version, int hours, int hoursDelta, String amount, String delta) {
        return TimeRecosted.newBuilder()
                .setLabourCostId("labour-cost:e-1")
                .setTimeEntryId("time-entry:e-1")
                .setVersion(version)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setResourceEntityId("legal-entity:GMBH")
                .setCostRateId("c1")
                .setRate(wire("60"))
                .setSeconds(hours * HOUR)
                .setSecondsDelta(hoursDelta * HOUR)
                .setAmount(wire(amount))
                .setAmountDelta(wire(delta))
                .setCurrency("EUR")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(WORK_DAY)
                .setRuleVersion(1)
                .build();
    }
}
