package io.fairlead.revenue;

import static io.fairlead.revenue.RevenueExamples.JULY_1;
import static io.fairlead.revenue.RevenueExamples.JULY_2;
import static io.fairlead.revenue.RevenueExamples.JUNE_CLOSE;
import static io.fairlead.revenue.RevenueExamples.PLANT;
import static io.fairlead.revenue.RevenueExamples.basis;
import static io.fairlead.revenue.RevenueExamples.opened;
import static io.fairlead.revenue.RevenueExamples.recognise;
import static io.fairlead.revenue.RevenueExamples.recognised;
import static io.fairlead.revenue.RevenueExamples.spent;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.revenue.event.CumulativeCatchUpRecognised;
import io.fairlead.revenue.event.ObligationModified;
import io.fairlead.revenue.event.RevenueRecognised;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** Case 11 and the other treatments of R6. */
class ModifyObligationTest {

    private static final RevenueInputs BEFORE = spent("420000", "700000");
    private static final RevenueInputs AFTER = spent("420000", "820000", JULY_2);
    private static final RevenueRecognised BOOKED = recognised(JUNE_CLOSE, BEFORE, "1000000", "600000", "0", "600000");

    private final FixtureConfiguration<PerformanceObligation> obligation = RevenueExamples.obligations();

    @Test
    void a_change_that_is_not_distinct_catches_up() {
        obligation
                .given(opened("1000000"), BOOKED)
                .when(modify(Treatment.CATCH_UP, "1350000", AFTER))
                .expectEvents(modified(Treatment.CATCH_UP, "1350000", "0", "0"), caughtUp());
    }

    @Test
    void after_the_catch_up_a_close_finds_nothing_to_book() {
        obligation
                .given(opened("1000000"), BOOKED, modified(Treatment.CATCH_UP, "1350000", "0", "0"), caughtUp())
                .when(recognise("next", AFTER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_distinct_change_keeps_what_was_earned_and_spreads_the_rest() {
        var later = spent("620000", "820000", JULY_2, BEFORE);
        // (620,000 - 420,000) / (820,000 - 420,000) of the 350,000 + 400,000 left, upon the 600,000 kept.
        obligation
                .given(opened("1000000"), BOOKED, modified(Treatment.PROSPECTIVE, "1350000", "600000", "420000"))
                .when(recognise("next", later))
                .expectEvents(recognised("next", later, "1350000", "975000", "600000", "375000"));
        obligation
                .given(opened("1000000"), BOOKED)
                .when(modify(Treatment.PROSPECTIVE, "1350000", BEFORE))
                .expectEvents(modified(Treatment.PROSPECTIVE, "1350000", "600000", "420000"));
    }

    @Test
    void a_close_of_days_before_the_change_knows_nothing_of_it() {
        obligation
                .given(opened("1000000"), modified(Treatment.PROSPECTIVE, "1350000", "600000", "420000"))
                .when(recognise(JUNE_CLOSE, BEFORE))
                .expectEvents(BOOKED);
    }

    @Test
    void what_an_older_change_says_it_kept_makes_no_figure() {
        var later = spent("620000", "820000", JULY_2, BEFORE);
        obligation
                .given(opened("1000000"), BOOKED, modified(Treatment.PROSPECTIVE, "1350000", "602500", "421000"))
                .when(recognise("next", later))
                .expectEvents(recognised("next", later, "1350000", "975000", "600000", "375000"));
    }

    @Test
    void a_separate_promise_changes_no_other() {
        obligation
                .given(opened("1000000"), BOOKED)
                .when(modify(Treatment.SEPARATE, "1350000", AFTER))
                .expectException(refusal("O-03"))
                .expectNoEvents();
    }

    @Test
    void the_same_change_again_changes_nothing() {
        obligation
                .given(opened("1000000"), BOOKED, modified(Treatment.CATCH_UP, "1350000", "0", "0"), caughtUp())
                .when(modify(Treatment.CATCH_UP, "1350000", spent("430000", "820000", JULY_2)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_change_under_the_same_id_is_refused() {
        obligation
                .given(opened("1000000"), modified(Treatment.CATCH_UP, "1350000", "0", "0"))
                .when(modify(Treatment.CATCH_UP, "1400000", AFTER))
                .expectException(refusal("O-04"))
                .expectNoEvents();
    }

    private static ModifyObligation modify(Treatment treatment, String price, RevenueInputs inputs) {
        return new ModifyObligation(
                PLANT, "amendment-1", treatment, LEAD, "second hall", wire(price), null, JULY_1, JULY_1, inputs);
    }

    private static ObligationModified modified(Treatment treatment, String price, String kept, String keptCost) {
        return ObligationModified.newBuilder()
                .setObligationId(PLANT.value())
                .setContractId(CONTRACT.value())
                .setLegalEntityId(GMBH.value())
                .setModificationId("amendment-1")
                .setTreatment(treatment.name())
                .setDecidedBy(LEAD)
                .setReason("second hall")
                .setPrice(wire(price))
                .setEffectiveOn(JULY_1)
                .setKeptAmount(wire(kept))
                .setKeptCost(wire(keptCost))
                .setCurrency("EUR")
                .build();
    }

    private static CumulativeCatchUpRecognised caughtUp() {
        return CumulativeCatchUpRecognised.newBuilder()
                .setObligationId(PLANT.value())
                .setContractId(CONTRACT.value())
                .setCustomerId(ACME.value())
                .setLegalEntityId(GMBH.value())
                .setLineNo(1)
                .setModificationId("amendment-1")
                .setMethod("PERCENT_COMPLETE")
                .setBasis(basis(AFTER, "1350000"))
                .setToDate(wire("691463.41"))
                .setBookedBefore(wire("600000"))
                .setDelta(wire("91463.41"))
                .setCurrency("EUR")
                .setServiceDate(JULY_1)
                .setAccountingDate(JULY_1)
                .setRuleVersion(1)
                .build();
    }
}
