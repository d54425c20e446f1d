package io.fairlead.contract;

import static io.fairlead.contract.ContractExamples.won;
import static io.fairlead.testing.Cast.DEAL;
import static io.fairlead.testing.Refusals.assertRefused;

import io.fairlead.contract.event.DealRejected;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RejectDealTest {

    private static final RejectDeal REJECT = new RejectDeal(DEAL, "lost after all");
    private static final DealRejected REJECTED = DealRejected.newBuilder()
            .setDealId("deal:D-1")
            .setReason("lost after all")
            .build();

    private final FixtureConfiguration<Deal> deal = ContractExamples.deals();

    @Test
    void a_deal_is_rejected_with_a_reason() {
        deal.given(won(1).build()).when(REJECT).expectEvents(REJECTED);
    }

    @Test
    void rejecting_again_changes_nothing() {
        deal.given(won(1).build(), REJECTED)
                .when(REJECT)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_rejection_needs_a_reason() {
        assertRefused("G-02", "reason", () -> new RejectDeal(DEAL, " "));
    }
}
