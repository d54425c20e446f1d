package io.fairlead.revenue;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenContractSignedThenOpenObligationsTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2027, 1, 1);

    private final SentCommands sent = new SentCommands();

    @Test
    void each_line_is_a_promise_of_its_own() {
        sign(TO, line(1, "TIME_AND_MATERIALS", null), line(2, "MILESTONE", "5000"));

        assertThat(sent.of(OpenObligation.class))
                .extracting(OpenObligation::method)
                .containsExactly(RevenueMethod.AS_INCURRED, RevenueMethod.ON_MILESTONE);
        assertThat(sent.of(OpenObligation.class).getFirst().price()).isNull();
        assertThat(sent.keys())
                .containsExactly(
                        "open/" + ObligationId.of(CONTRACT.value(), "line 1"),
                        "open/" + ObligationId.of(CONTRACT.value(), "line 2"));
    }

    @Test
    void lines_of_the_same_obligation_are_one_promise_and_their_prices_add_up() {
        var build = builder(1, "FIXED_FEE", "8000").setObligation("platform").build();
        var run = builder(3, "FIXED_FEE", "4000").setObligation("platform").build();
        sign(TO, run, line(2, "MILESTONE", "5000"), build);

        assertThat(sent.of(OpenObligation.class).getFirst()).satisfies(command -> {
            assertThat(command.name()).isEqualTo("platform");
            assertThat(command.lineNos()).containsExactly(1, 3);
            assertThat(command.price()).isEqualTo(wire("12000"));
            assertThat(command.method()).isEqualTo(RevenueMethod.STRAIGHT_LINE);
        });
        assertThat(sent.of(OpenObligation.class)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "FIXED_FEE, 2027-01-01, STRAIGHT_LINE",
        "FIXED_FEE, , AS_BILLED",
        "PERCENT_COMPLETE, , PERCENT_COMPLETE",
        "RETAINER, , AS_INCURRED",
        "NOT_TO_EXCEED, , AS_INCURRED",
        "UNITS, , AS_INCURRED"
    })
    void the_method_follows_from_billing_unless_it_is_agreed(
            String billing, @Nullable LocalDate to, RevenueMethod method) {
        sign(to, line(1, billing, "1000"));

        assertThat(sent.of(OpenObligation.class).getFirst().method()).isEqualTo(method);
    }

    @Test
    void an_agreed_method_and_term_of_the_line_win() {
        sign(
                TO,
                builder(1, "FIXED_FEE", "1000")
                        .setRevenueMethod("PERCENT_COMPLETE")
                        .setTermFrom(LocalDate.of(2026, 3, 1))
                        .setTermTo(LocalDate.of(2026, 9, 1))
                        .build());

        assertThat(sent.of(OpenObligation.class).getFirst()).satisfies(command -> {
            assertThat(command.method()).isEqualTo(RevenueMethod.PERCENT_COMPLETE);
            assertThat(command.termFrom()).isEqualTo("2026-03-01");
            assertThat(command.termTo()).isEqualTo("2026-09-01");
        });
    }

    private void sign(@Nullable LocalDate to, ContractLine... lines) {
        new ProcessUnderTest(new WhenContractSignedThenOpenObligations(sent, true))
                .on(ContractSigned.newBuilder()
                        .setContractId(CONTRACT.value())
                        .setLegalEntityId(GMBH.value())
                        .setCustomerId(ACME.value())
                        .setName("Platform")
                        .setCurrency("EUR")
                        .setSignedOn(FROM)
                        .setTermFrom(FROM)
                        .setTermTo(to)
                        .setZone("Europe/Berlin")
                        .setPaymentTermsDays(30)
                        .setPoRequired(false)
                        .setRounding("PER_ENTRY")
                        .setLines(List.of(lines))
                        .build());
    }

    private static ContractLine line(int no, String method, @Nullable String amount) {
        return builder(no, method, amount).build();
    }

    private static ContractLine.Builder builder(int no, String method, @Nullable String amount) {
        return ContractLine.newBuilder()
                .setLineNo(no)
                .setDescription("Line " + no)
                .setMethod(method)
                .setAmount(amount == null ? null : wire(amount))
                .setTaxCategory("S");
    }
}
