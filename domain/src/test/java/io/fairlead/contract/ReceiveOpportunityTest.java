package io.fairlead.contract;

import static io.fairlead.contract.ContractExamples.SIGNED;
import static io.fairlead.contract.ContractExamples.won;
import static io.fairlead.testing.Cast.DEAL;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.event.DealLine;
import io.fairlead.contract.event.DealRejected;
import io.fairlead.log.MetadataKeys;
import io.fairlead.party.LegalEntityId;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
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

    @Test
    void a_deal_that_names_no_seller_yet_is_received_all_the_same() {
        deal.givenNoPriorActivity()
                .when(receive("10000", null))
                .expectEvents(won(1).setLegalEntityId(null).build());
    }

    @Test
    void a_deal_is_filed_under_the_company_that_sells() {
        deal.givenNoPriorActivity().when(receive("10000")).expectSuccessfulHandlerExecution();

        var stored = deal.getEventStore().readEvents(DEAL.value()).next();
        assertThat(stored.getMetaData()).containsEntry(MetadataKeys.LEGAL_ENTITY, "legal-entity:GMBH");
    }

    @Test
    void the_products_of_a_deal_stand_in_their_order() {
        var licences = new ReceiveOpportunity.Line(
                "Licences", new BigDecimal("2.5"), new BigDecimal("400"), new BigDecimal("1000"), SIGNED);
        var advice = new ReceiveOpportunity.Line("Advice", null, null, new BigDecimal("9000"), null);

        deal.givenNoPriorActivity()
                .when(receive("10000", GMBH, licences, advice))
                .expectEvents(won(1).setLines(List.of(
                                new DealLine("Licences", wire("2.5"), wire("400"), wire("1000"), SIGNED),
                                new DealLine("Advice", null, null, wire("9000"), null)))
                        .build());
    }

    private static ReceiveOpportunity receive(String amount) {
        return receive(amount, GMBH);
    }

    private static ReceiveOpportunity receive(
            String amount, @Nullable LegalEntityId seller, ReceiveOpportunity.Line... lines) {
        return new ReceiveOpportunity(
                DEAL,
                "salesforce",
                "006A",
                "Migration",
                "001A",
                new BigDecimal(amount),
                "EUR",
                SIGNED,
                seller,
                "TIME_AND_MATERIALS",
                null,
                "S",
                null,
                List.of(lines));
    }
}
