package io.fairlead.contract;

import static io.fairlead.contract.ContractExamples.SIGNED;
import static io.fairlead.contract.ContractExamples.closed;
import static io.fairlead.contract.ContractExamples.purchaseOrder;
import static io.fairlead.contract.ContractExamples.signed;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.contract.event.PurchaseOrderReceived;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReceivePurchaseOrderTest {

    private final FixtureConfiguration<Contract> contract = ContractExamples.contracts();

    @Test
    void a_purchase_order_is_noted() {
        contract.given(signed("Migration")).when(receive("PO-8")).expectEvents(purchaseOrder("PO-8"));
    }

    @Test
    void the_order_signed_with_the_contract_is_known() {
        contract.given(signed("Migration"))
                .when(receive("PO-7"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_same_order_again_changes_nothing() {
        contract.given(signed("Migration"), purchaseOrder("PO-8"))
                .when(receive("PO-8"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_closed_contract_takes_no_order() {
        contract.given(signed("Migration"), closed(MONTH_END))
                .when(receive("PO-8"))
                .expectException(refusal("C-03"))
                .expectNoEvents();
    }

    @Test
    void an_order_may_set_a_limit_and_another_amount_moves_it() {
        var limited = new ReceivePurchaseOrder(CONTRACT, "PO-8", SIGNED, new BigDecimal("250"));
        var event = new PurchaseOrderReceived("contract:K-1", "PO-8", SIGNED, wire("250"));

        contract.given(signed("Migration")).when(limited).expectEvents(event);
        ContractExamples.contracts()
                .given(signed("Migration"), event)
                .when(limited)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        ContractExamples.contracts()
                .given(signed("Migration"), event)
                .when(new ReceivePurchaseOrder(CONTRACT, "PO-8", SIGNED, new BigDecimal("300")))
                .expectEvents(new PurchaseOrderReceived("contract:K-1", "PO-8", SIGNED, wire("300")));
    }

    private static ReceivePurchaseOrder receive(String number) {
        return new ReceivePurchaseOrder(CONTRACT, number, SIGNED, null);
    }
}
