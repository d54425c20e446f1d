package io.fairlead.revenue;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.revenue.event.ObligationOpened;
import io.fairlead.revenue.event.RevenueBasis;
import io.fairlead.revenue.event.RevenueRecognised;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** The construction contract of case 11: 1,000,000, recognised by cost. */
final class RevenueExamples {

    static final ObligationId PLANT = ObligationId.of("o-1");
    static final LocalDate JUNE_30 = LocalDate.of(2026, 6, 30);
    static final LocalDate JULY_1 = LocalDate.of(2026, 7, 1);
    static final LocalDate JULY_2 = LocalDate.of(2026, 7, 2);
    static final String JUNE_CLOSE = "accounting-period:GMBH/2026-06/1";

    static FixtureConfiguration<PerformanceObligation> obligations() {
        return new AggregateTestFixture<>(PerformanceObligation.class);
    }

    static OpenObligation open(String price) {
        return new OpenObligation(
                PLANT,
                CONTRACT,
                ACME,
                GMBH,
                "Plant",
                List.of(1),
                RevenueMethod.PERCENT_COMPLETE,
                false,
                true,
                wire(price),
                null,
                LocalDate.of(2026, 1, 1),
                null,
                "EUR");
    }

    static ObligationOpened opened(String price) {
        return ObligationEvents.opened(open(price));
    }

    static RevenueInputs spent(String cost, String estimate) {
        return new RevenueInputs(wire(cost), wire(estimate), null, null, JULY_1);
    }

    /** Up to a day, with what was known before earlier ones. */
    static RevenueInputs spent(String cost, String estimate, LocalDate until, RevenueInputs... earlier) {
        return new RevenueInputs(wire(cost), wire(estimate), null, null, until, List.of(earlier));
    }

    static RecogniseRevenue recognise(String closeId, RevenueInputs inputs) {
        return new RecogniseRevenue(PLANT, closeId, "2026-06", JUNE_30, JUNE_30, inputs);
    }

    static RevenueRecognised recognised(
            String closeId, RevenueInputs inputs, String price, String toDate, String before, String delta) {
        return RevenueRecognised.newBuilder()
                .setObligationId(PLANT.value())
                .setContractId(CONTRACT.value())
                .setCustomerId(ACME.value())
                .setLegalEntityId(GMBH.value())
                .setLineNo(1)
                .setPeriod("2026-06")
                .setCloseId(closeId)
                .setMethod("PERCENT_COMPLETE")
                .setBasis(basis(inputs, price))
                .setToDate(wire(toDate))
                .setBookedBefore(wire(before))
                .setDelta(wire(delta))
                .setCurrency("EUR")
                .setServiceDate(JUNE_30)
                .setAccountingDate(JUNE_30)
                .setRuleVersion(1)
                .build();
    }

    static RevenueBasis basis(RevenueInputs inputs, String price) {
        return RevenueBasis.newBuilder()
                .setCost(inputs.cost())
                .setEstimate(inputs.estimate())
                .setPrice(wire(price))
                .setUntil(inputs.until())
                .build();
    }

    private RevenueExamples() {}
}
