package io.fairlead.resource;

import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.party.LegalEntityId;
import io.fairlead.resource.event.TransferRateSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetTransferRateTest {

    private static final LegalEntityId INC = LegalEntityId.of("INC");

    private final FixtureConfiguration<TransferRates> rates = new AggregateTestFixture<>(TransferRates.class);

    @ParameterizedTest
    @ValueSource(strings = {"0", "70"})
    void a_company_takes_so_much_for_whom_it_lends(String rate) {
        rates.givenNoPriorActivity().when(set(GMBH, rate, null)).expectEvents(row(rate));
    }

    @Test
    void the_same_row_again_changes_nothing() {
        rates.given(row("70"))
                .when(set(GMBH, "70.00", null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_rate_in_the_same_row_is_refused() {
        rates.given(row("70"))
                .when(set(GMBH, "75", null))
                .expectException(refusal("H-05"))
                .expectNoEvents();
    }

    @Test
    void it_is_not_below_zero_holds_for_a_day_and_is_between_two_companies() {
        assertRefused("G-02", "rate", () -> set(GMBH, "-1", null));
        assertRefused("G-02", "to", () -> set(GMBH, "70", WORK_DAY));
        assertRefused("G-02", "seller", () -> set(INC, "70", null));
    }

    private static SetTransferRate set(LegalEntityId seller, String rate, @Nullable LocalDate to) {
        return new SetTransferRate(
                TransferRatesId.of("INC"),
                "t1",
                INC,
                seller,
                "Consultant",
                WORK_DAY,
                to,
                new BigDecimal(rate),
                "EUR",
                "agreement");
    }

    private static TransferRateSet row(String rate) {
        return TransferRateSet.newBuilder()
                .setTransferRatesId("transfer-rates:INC")
                .setTransferRateId("t1")
                .setEmployerId("legal-entity:INC")
                .setSellerId(GMBH.value())
                .setRole("Consultant")
                .setFrom(WORK_DAY)
                .setRate(wire(rate))
                .setCurrency("EUR")
                .setReason("agreement")
                .build();
    }
}
