package io.fairlead.billing.item;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.ITEM;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.UnitsDelivered;
import io.fairlead.shared.PersonalTexts;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverUnitsTest {

    private final FixtureConfiguration<BillingItem> item = BillingItemExamples.items();

    @Test
    void delivered_units_are_ready_at_quantity_times_price_rounded_half_up() {
        // 12.5 x 33.334 = 416.675
        item.givenNoPriorActivity().when(deliver("12.5", "33.334")).expectEvents(delivered(), ready());
    }

    @Test
    void the_same_delivery_again_changes_nothing() {
        item.given(delivered(), ready())
                .when(deliver("12.5", "33.334"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_was_delivered_when_people_stood_in_plain_fields_changes_nothing() {
        var before = UnitsDelivered.newBuilder(delivered())
                .setAcceptedBy("Ms Buyer")
                .setAcceptedByText(null)
                .build();
        item.given(before, ready())
                .when(deliver("12.5", "33.334"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_quantity_under_the_same_id_is_refused() {
        item.given(delivered(), ready())
                .when(deliver("13", "33.334"))
                .expectException(refusal("I-06"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "-1, 10", "1, 0", "1.00001, 10"})
    void a_delivery_has_units_and_a_price(String quantity, String price) {
        assertThatThrownBy(() -> deliver(quantity, price))
                .isInstanceOf(RuleViolated.class)
                .hasMessageStartingWith("G-02");
    }

    private static DeliverUnits deliver(String quantity, String price) {
        return new DeliverUnits(
                ITEM,
                CONTRACT,
                PROJECT,
                ACME,
                GMBH,
                2,
                "Drawings",
                new BigDecimal(quantity),
                "SHEET",
                new BigDecimal(price),
                "EUR",
                WORK_DAY,
                "Ms Buyer",
                "delivery note 7",
                CLERK);
    }

    private static UnitsDelivered delivered() {
        return UnitsDelivered.newBuilder()
                .setBillingItemId("billing-item:m-1")
                .setContractId("contract:K-1")
                .setProjectId("project:P-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setDescription("Drawings")
                .setLineNo(2)
                .setQuantity(wire("12.5"))
                .setUnit("SHEET")
                .setUnitPrice(wire("33.334"))
                .setAmount(wire("416.68"))
                .setCurrency("EUR")
                .setDeliveredOn(WORK_DAY)
                .setAcceptedBy("")
                .setEvidence("delivery note 7")
                .setAuthor(CLERK)
                .setAcceptedByText(PersonalTexts.text("customer:ACME", "Ms Buyer"))
                .build();
    }

    private static BillingItemReady ready() {
        return BillingItemReady.newBuilder(BillingItemExamples.itemReady())
                .setKind("UNIT_DELIVERY")
                .setDescription("Drawings: 12.5 SHEET at 33.334")
                .setAmount(wire("416.68"))
                .setAuthor(CLERK)
                .build();
    }
}
