package io.fairlead.contract;

import static io.fairlead.contract.ContractExamples.closed;
import static io.fairlead.contract.ContractExamples.signed;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CloseContractTest {

    private final FixtureConfiguration<Contract> contract = ContractExamples.contracts();

    @Test
    void a_contract_ends_on_a_day() {
        contract.given(signed("Migration"))
                .when(new CloseContract(CONTRACT, MONTH_END))
                .expectEvents(closed(MONTH_END));
    }

    @Test
    void the_same_end_again_changes_nothing() {
        contract.given(signed("Migration"), closed(MONTH_END))
                .when(new CloseContract(CONTRACT, MONTH_END))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_end_is_refused() {
        contract.given(signed("Migration"), closed(MONTH_END))
                .when(new CloseContract(CONTRACT, WORK_DAY))
                .expectException(refusal("C-04"))
                .expectNoEvents();
    }
}
