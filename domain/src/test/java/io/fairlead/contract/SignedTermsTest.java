package io.fairlead.contract;

import static io.fairlead.contract.ContractExamples.SIGNED;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.ContractPolicies.Payer;
import io.fairlead.contract.LineTerms.Cap;
import io.fairlead.contract.event.ContractPayer;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.LineCap;
import io.fairlead.party.CustomerId;
import io.fairlead.party.CustomerTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is agreed besides prices: the term, who pays, and how much of each period. */
class SignedTermsTest {

    private final FixtureConfiguration<Contract> contract = ContractExamples.contracts();

    @Test
    void who_pays_which_share_is_signed() {
        var insurer = CustomerId.of("INSURER");
        contract.givenNoPriorActivity()
                .when(sign(
                        null,
                        List.of(
                                new Payer(ACME, new BigDecimal("0.75"), true),
                                new Payer(insurer, new BigDecimal("0.25"), false))))
                .expectSuccessfulHandlerExecution();

        assertThat(happened().getPayers())
                .containsExactly(
                        new ContractPayer("customer:ACME", new BigDecimal("0.750000"), true),
                        new ContractPayer("customer:INSURER", new BigDecimal("0.250000"), false));
    }

    @Test
    void what_may_be_billed_of_each_period_is_signed() {
        contract.givenNoPriorActivity()
                .when(sign(
                        null,
                        List.of(),
                        new Cap("MONEY", new BigDecimal("999.99"), "MONTH", true),
                        new Cap("HOURS", new BigDecimal("37.125"), "YEAR", false)))
                .expectSuccessfulHandlerExecution();

        assertThat(happened().getLines().getFirst().getCaps())
                .containsExactly(
                        new LineCap("MONEY", wire("999.99"), "MONTH", true),
                        new LineCap("HOURS", wire("37.125"), "YEAR", false));
    }

    @Test
    void a_cap_of_money_has_no_finer_amount_than_its_currency() {
        contract.givenNoPriorActivity()
                .when(sign(null, List.of(), new Cap("MONEY", new BigDecimal("999.999"), "MONTH", false)))
                .expectException(refusal("G-02"))
                .expectNoEvents();
    }

    @Test
    void a_contract_ends_after_it_begins() {
        assertRefused("G-02", "termTo", () -> sign(SIGNED, List.of()));
        assertThat(sign(SIGNED.plusDays(1), List.of()).termTo()).isEqualTo("2026-01-16");
    }

    private ContractSigned happened() {
        return (ContractSigned)
                contract.getEventStore().readEvents(CONTRACT.value()).next().getPayload();
    }

    private static SignContract sign(@Nullable LocalDate termTo, List<Payer> payers, Cap... caps) {
        var terms = new LineTerms(null, null, null, null, null, null, null, null, List.of(), List.of(caps));
        var defaults = ContractPolicies.DEFAULT;
        return new SignContract(
                CONTRACT,
                null,
                GMBH,
                ACME,
                "Migration",
                "EUR",
                SIGNED,
                SIGNED,
                termTo,
                "Europe/Berlin",
                30,
                false,
                null,
                null,
                null,
                new ContractPolicies(
                        defaults.rounding(),
                        defaults.timeRounding(),
                        defaults.limitPolicy(),
                        defaults.limit(),
                        defaults.taxRounding(),
                        defaults.invoicePer(),
                        defaults.midnight(),
                        defaults.slaDays(),
                        defaults.fxDate(),
                        payers,
                        defaults.documents()),
                List.of(new SignContract.Line(
                        1, "Consulting", "TIME_AND_MATERIALS", wire("10000"), null, "S", null, terms)),
                new CustomerTerms(30, false, null));
    }
}
