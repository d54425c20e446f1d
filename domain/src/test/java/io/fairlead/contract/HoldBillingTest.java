package io.fairlead.contract;

import static io.fairlead.contract.ContractExamples.signed;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.event.BillingHeld;
import io.fairlead.contract.event.BillingHoldLifted;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.log.MetadataKeys;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldBillingTest {

    private final FixtureConfiguration<Contract> contract = ContractExamples.contracts();

    @Test
    void a_contract_or_one_line_is_held_with_a_reason() {
        contract.given(signed("Migration")).when(hold(null)).expectEvents(held(null));
        ContractExamples.contracts().given(signed("Migration")).when(hold(1)).expectEvents(held(1));
    }

    @Test
    void what_is_held_is_not_held_again() {
        contract.given(signed("Migration"), held(1))
                .when(hold(1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_line_that_is_not_there_cannot_be_held() {
        contract.given(signed("Migration"))
                .when(hold(9))
                .expectException(refusal("C-07"))
                .expectNoEvents();
    }

    @Test
    void a_hold_is_lifted_once_and_for_what_it_held() {
        contract.given(signed("Migration"), held(1)).when(lift(1)).expectEvents(lifted(1));
        ContractExamples.contracts()
                .given(signed("Migration"), held(1))
                .when(lift(null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        ContractExamples.contracts()
                .given(signed("Migration"), held(1), lifted(1))
                .when(lift(1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void each_line_and_the_whole_contract_are_held_apart() {
        var line = signed("Migration").getLines().getFirst();
        var two = ContractSigned.newBuilder(signed("Migration"))
                .setLines(
                        List.of(line, ContractLine.newBuilder(line).setLineNo(2).build()))
                .build();
        contract.given(two, held(1)).when(hold(2)).expectEvents(held(2));
        ContractExamples.contracts().given(two, held(1)).when(hold(null)).expectEvents(held(null));
        ContractExamples.contracts().given(two, held(null)).when(hold(2)).expectEvents(held(2));
        ContractExamples.contracts().given(two, held(1), held(2)).when(lift(2)).expectEvents(lifted(2));
    }

    @Test
    void a_hold_is_filed_under_the_company_that_sells() {
        contract.given(signed("Migration")).when(hold(null)).expectSuccessfulHandlerExecution();

        var stored =
                contract.getEventStore().readEvents(CONTRACT.value()).asStream().toList();
        assertThat(stored.getLast().getMetaData()).containsEntry(MetadataKeys.LEGAL_ENTITY, "legal-entity:GMBH");
    }

    private static HoldBilling hold(@Nullable Integer lineNo) {
        return new HoldBilling(CONTRACT, lineNo, "the customer disputes March", LEAD, NOON);
    }

    private static LiftBillingHold lift(@Nullable Integer lineNo) {
        return new LiftBillingHold(CONTRACT, lineNo, "settled", LEAD, EVENING);
    }

    private static BillingHeld held(@Nullable Integer lineNo) {
        return new BillingHeld("contract:K-1", lineNo, "the customer disputes March", LEAD, NOON);
    }

    private static BillingHoldLifted lifted(@Nullable Integer lineNo) {
        return new BillingHoldLifted("contract:K-1", lineNo, "settled", LEAD, EVENING);
    }
}
