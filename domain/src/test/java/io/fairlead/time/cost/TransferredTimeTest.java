package io.fairlead.time.cost;

import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.time.TimeExamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.Rate;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimeRecosted;
import io.fairlead.time.event.TransferPrice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.axonframework.messaging.Message;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Case 45 in the stream of one entry: 8 h at cost 40, transfer 70. */
class TransferredTimeTest {

    private static final int HOURS_8 = 28_800;
    private static final Transfer AGREED = new Transfer("t1", Rate.hourly(wire("70"), "EUR"), null);

    private final FixtureConfiguration<LabourCost> cost = new AggregateTestFixture<>(LabourCost.class);

    @Test
    void time_of_another_companys_person_costs_the_seller_what_they_agreed() {
        cost.givenNoPriorActivity().when(cost(AGREED)).expectEvents(costed("560.00"));
    }

    /** 560.00 are 532.00 in the seller's books. */
    @Test
    void the_sellers_books_take_what_it_pays_in_their_own_currency() {
        var francs = new ExchangeRate("EUR", "CHF", new BigDecimal("0.95"), WORK_DAY, "ECB");
        cost.givenNoPriorActivity()
                .when(cost(new Transfer("t1", Rate.hourly(wire("70"), "EUR"), new BookCurrency("CHF", francs))))
                .expectEvents(TimeCosted.newBuilder(costed("560.00"))
                        .setEntityAmount(wire("532"))
                        .setEntityCurrency("CHF")
                        .build());
    }

    @Test
    void what_is_agreed_in_the_currency_of_the_books_stands_there_as_it_is() {
        cost.givenNoPriorActivity()
                .when(cost(new Transfer("t1", Rate.hourly(wire("70"), "EUR"), new BookCurrency("EUR", null))))
                .expectEvents(TimeCosted.newBuilder(costed("560.00"))
                        .setEntityAmount(wire("560"))
                        .setEntityCurrency("EUR")
                        .build());
    }

    @Test
    void fewer_hours_cost_both_companies_less() {
        cost.given(costed("560.00"))
                .when(new RecostTime(LabourCostId.of("e-1"), 1, HOURS_8 / 8 * 6))
                .expectEventsMatching(one("240.00", "420.00", "-140.00"));
    }

    @Test
    void the_books_of_the_seller_have_what_it_pays() {
        cost.givenNoPriorActivity()
                .when(cost(agreed(new BookCurrency("EUR", null))))
                .expectEvents(booked("560.00", "EUR"));
        var francs = new ExchangeRate("EUR", "CHF", new BigDecimal("0.95"), WORK_DAY, "ECB");
        cost.givenNoPriorActivity()
                .when(cost(agreed(new BookCurrency("CHF", francs))))
                .expectEvents(booked("532.00", "CHF"));
    }

    private static Transfer agreed(BookCurrency books) {
        return new Transfer("t1", Rate.hourly(wire("70"), "EUR"), books);
    }

    private static TimeCosted booked(String amount, String currency) {
        return TimeCosted.newBuilder(costed("560.00"))
                .setEntityAmount(wire(amount))
                .setEntityCurrency(currency)
                .build();
    }

    @Test
    void what_nobody_agreed_has_no_transfer() {
        cost.givenNoPriorActivity()
                .when(cost(null))
                .expectEvents(TimeCosted.newBuilder(costed("560.00"))
                        .setTransfer(null)
                        .build());
    }

    private static Matcher<List<Message<?>>> one(String amount, String transfer, String delta) {
        return Matchers.payloadsMatching(
                Matchers.exactSequenceOf(new CustomTypeSafeMatcher<TimeRecosted>(amount + " and " + transfer) {
                    @Override
                    protected boolean matchesSafely(TimeRecosted event) {
                        assertThat(event.getAmount()).isEqualTo(wire(amount));
                        assertThat(Objects.requireNonNull(event.getTransfer()).getAmount())
                                .isEqualTo(wire(transfer));
                        assertThat(event.getTransferAmountDelta()).isEqualTo(wire(delta));
                        return true;
                    }
                }));
    }

    private static CostTime cost(@Nullable Transfer transfer) {
        return new CostTime(
                LabourCostId.of("e-1"),
                ENTRY,
                1,
                ANA,
                TARGET,
                LegalEntityId.of("INC"),
                "EMPLOYEE",
                "c1",
                Rate.hourly(wire("40"), "EUR"),
                HOURS_8,
                WORK_DAY,
                null,
                transfer);
    }

    private static TimeCosted costed(String transfer) {
        return TimeCosted.newBuilder(CostTimeTest.costed(HOURS_8, "40", "320.00"))
                .setResourceEntityId("legal-entity:INC")
                .setTransfer(TransferPrice.newBuilder()
                        .setTransferRateId("t1")
                        .setRate(wire("70"))
                        .setRateCurrency("EUR")
                        .setAmount(wire(transfer))
                        .build())
                .build();
    }
}
