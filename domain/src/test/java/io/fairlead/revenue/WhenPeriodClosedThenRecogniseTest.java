package io.fairlead.revenue;

import static io.fairlead.revenue.PeriodExamples.closed;
import static io.fairlead.revenue.RevenueExamples.PLANT;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhenPeriodClosedThenRecogniseTest {

    private static final LocalDate JUNE_30 = LocalDate.of(2026, 6, 30);
    private static final String CLOSE = "accounting-period:GMBH/2026-06/1";

    private final SentCommands sent = new SentCommands();

    @Test
    void each_obligation_is_booked_once_per_close() {
        process(facts("420000", "700000", "0")).on(closed("2026-06", 1));

        assertThat(sent.commands())
                .containsExactly(
                        new RecogniseRevenue(PLANT, CLOSE, "2026-06", JUNE_30, JUNE_30, inputs("420000", "700000")));
        assertThat(sent.keys()).containsExactly("recognise/" + CLOSE + "/" + PLANT);
    }

    @Test
    void what_has_not_moved_is_left_alone() {
        process(facts("420000", "700000", "600000")).on(closed("2026-06", 1));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void an_estimate_above_the_price_is_booked_and_told() {
        process(facts("500000", "1200000", "0")).on(closed("2026-06", 1));

        assertThat(sent.of(RecogniseRevenue.class)).hasSize(1);
        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> {
            assertThat(raised.code()).isEqualTo("LOSS_EXPECTED");
            assertThat(raised.stake()).isEqualTo(new Stake(wire("200000"), "EUR"));
            assertThat(raised.ownerRole()).isEqualTo(OwnerRole.PMO);
            assertThat(raised.at()).isEqualTo(EVENING);
        });
    }

    @Test
    void what_cannot_be_worked_out_is_told_and_not_booked() {
        process(facts("420000", null, "0")).on(closed("2026-06", 1));

        assertThat(sent.of(RecogniseRevenue.class)).isEmpty();
        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> assertThat(raised.code())
                .isEqualTo("ESTIMATE_MISSING"));
    }

    @Test
    void a_refused_booking_stops_the_process() {
        sent.refuse(RecogniseRevenue.class, new RuleViolated("O-02", "no"));

        assertThatThrownBy(() -> process(facts("420000", "700000", "0")).on(closed("2026-06", 1)))
                .hasMessageContaining("O-02");
    }

    private static RevenueInputsLookup.Inputs facts(String cost, @Nullable String estimate, String booked) {
        return new RevenueInputsLookup.Inputs(
                PLANT,
                "contract:K-1",
                List.of(1),
                "Plant",
                RevenueTerms.of(RevenueMethod.PERCENT_COMPLETE, wire("1000000"), LocalDate.of(2026, 1, 1), null, "EUR"),
                wire(booked),
                inputs(cost, estimate));
    }

    private static RevenueInputs inputs(String cost, @Nullable String estimate) {
        return new RevenueInputs(
                new BigDecimal(cost),
                estimate == null ? null : new BigDecimal(estimate),
                null,
                null,
                JUNE_30.plusDays(1));
    }

    private ProcessUnderTest process(RevenueInputsLookup.Inputs facts) {
        return new ProcessUnderTest(new WhenPeriodClosedThenRecognise(
                new RevenueInputsLookup() {
                    @Override
                    public List<Inputs> before(String legalEntityId, LocalDate until) {
                        assertThat(until).isEqualTo(JUNE_30.plusDays(1));
                        return List.of(facts);
                    }

                    @Override
                    public List<Inputs> of(String contractId, @Nullable Integer lineNo, LocalDate until) {
                        throw new AssertionError("a close asks for all");
                    }
                },
                sent));
    }
}
