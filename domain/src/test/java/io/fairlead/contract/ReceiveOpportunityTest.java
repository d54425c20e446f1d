package io.fairlead.contract;

import static io.fairlead.contract.ContractExamples.SIGNED;
import static io.fairlead.contract.ContractExamples.won;
import static io.fairlead.testing.Cast.DEAL;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.contract.event.DealRejected;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReceiveOpportunityTest {

    private static final DealRejected REJECTED = DealRejected.newBuilder()
            .setDealId("deal:D-1")
            .setReason("lost after all")
            .build();

    private final FixtureConfiguration<Deal> deal = ContractExamples.deals();

    @Test
    void the_first_message_is_revision_one() {
        deal.givenNoPriorActivity().when(receive("10000")).expectEvents(won(1).build());
    }

    @Test
    void the_same_message_again_changes_nothing() {
        deal.given(won(1).build())
                .when(receive("10000.00"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_different_message_is_the_next_revision() {
        deal.given(won(1).build())
                .when(receive("12000"))
                .expectEvents(won(2).setAmount(wire("12000")).build());
    }

    @Test
    void a_message_that_goes_back_is_a_revision_too() {
        deal.given(won(1).build(), won(2).setAmount(wire("12000")).build())
                .when(receive("10000"))
                .expectEvents(won(3).build());
    }

    @Test
    void a_rejected_deal_takes_no_new_message() {
        deal.given(won(1).build(), REJECTED)
                .when(receive("12000"))
                .expectException(refusal("D-01"))
                .expectNoEvents();
    }

    @Test
    void a_rejected_deal_still_knows_the_message_it_had() {
        deal.given(won(1).build(), REJECTED)
                .when(receive("10000"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static ReceiveOpportunity receive(String amount) {
        return new ReceiveOpportunity(
                DEAL,
                "salesforce",
                "006A",
                "Migration",
                "001A",
                new BigDecimal(amount),
                "EUR",
                SIGNED,
                GMBH,
                "TIME_AND_MATERIALS",
                null,
                "S",
                null,
                List.of());
    }
}
