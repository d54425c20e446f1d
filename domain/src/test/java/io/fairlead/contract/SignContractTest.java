package io.fairlead.contract;

import static io.fairlead.contract.ContractExamples.line;
import static io.fairlead.contract.ContractExamples.sign;
import static io.fairlead.contract.ContractExamples.signed;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.schema.EventCodec;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignContractTest {

    private final FixtureConfiguration<Contract> contract = ContractExamples.contracts();

    @Test
    void a_contract_is_signed_with_its_lines() {
        contract.givenNoPriorActivity()
                .when(sign("Migration", line(1, "10000")))
                .expectEvents(signed("Migration"));
    }

    @Test
    void the_same_contract_again_changes_nothing() {
        contract.given(signed("Migration"))
                .when(sign("Migration", line(1, "10000.00")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_contract_that_was_read_from_the_store_is_known_again() {
        contract.given(read(signed("Migration")))
                .when(sign("Migration", line(1, "10000")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void other_amounts_than_those_that_were_read_from_the_store_are_refused() {
        contract.given(read(signed("Migration")))
                .when(sign("Migration", line(1, "9000")))
                .expectException(refusal("C-01"))
                .expectNoEvents();
    }

    private static SpecificRecord read(SpecificRecord event) {
        var codec = new EventCodec(_ -> event.getSchema().toString());
        return codec.decode(event.getSchema().getFullName(), codec.fingerprint(event.getSchema()), codec.encode(event));
    }

    @Test
    void another_contract_under_the_same_id_is_refused() {
        contract.given(signed("Migration"))
                .when(sign("Upgrade", line(1, "10000")))
                .expectException(refusal("C-01"))
                .expectNoEvents();
    }

    @Test
    void no_two_lines_have_one_number() {
        contract.givenNoPriorActivity()
                .when(sign("Migration", line(1, "1"), line(1, "2")))
                .expectException(refusal("C-02"))
                .expectNoEvents();
    }

    @Test
    void a_line_has_no_finer_amount_than_its_currency() {
        contract.givenNoPriorActivity()
                .when(sign("Migration", line(1, "0.001")))
                .expectException(refusal("G-02"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "500, true", "501, false"})
    void a_contract_has_1_to_500_lines(int count, boolean taken) {
        var lines = IntStream.rangeClosed(1, count)
                .mapToObj(no -> line(Math.min(no, 500), null))
                .toArray(SignContract.Line[]::new);
        if (taken) {
            assertThat(sign("Migration", lines).lines()).hasSize(count);
        } else {
            assertRefused("G-02", "lines", () -> sign("Migration", lines));
        }
    }

    @Test
    void a_line_knows_its_method_and_tax_category() {
        assertRefused(
                "G-02",
                "lines.method",
                () -> new SignContract.Line(1, "x", "GUESS", null, null, "S", null, LineTerms.NONE));
        assertRefused(
                "G-02",
                "lines.taxCategory",
                () -> new SignContract.Line(1, "x", "MILESTONE", null, null, "VAT", null, LineTerms.NONE));
        assertRefused(
                "G-02",
                "lines.amount",
                () -> new SignContract.Line(
                        1, "x", "MILESTONE", new BigDecimal("-1"), null, "S", null, LineTerms.NONE));
    }

    @Test
    void a_line_not_to_exceed_a_limit_has_one() {
        assertRefused(
                "C-06",
                "lines.limit",
                () -> new SignContract.Line(1, "x", "NOT_TO_EXCEED", null, null, "S", null, LineTerms.NONE));
    }
}
