package io.fairlead.contract;

import static io.fairlead.contract.ContractExamples.line;
import static io.fairlead.contract.ContractExamples.sign;
import static io.fairlead.contract.ContractExamples.signed;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.contract.event.ContractSigned;
import io.fairlead.party.CustomerId;
import io.fairlead.party.CustomerTerms;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a contract leaves to its customer, at its signature. */
class InheritedTermsTest {

    private static final CustomerTerms USUAL = new CustomerTerms(14, false, "customer's");

    private final FixtureConfiguration<Contract> contract = ContractExamples.contracts();

    @Test
    void a_contract_that_says_nothing_takes_what_is_usual() {
        contract.givenNoPriorActivity()
                .when(signing(null, null, null, USUAL))
                .expectEvents(with(14, false, "customer's"));
    }

    @Test
    void what_it_says_itself_holds_each_on_its_own() {
        contract.givenNoPriorActivity()
                .when(signing(60, null, null, USUAL))
                .expectEvents(with(60, false, "customer's"));
        ContractExamples.contracts()
                .givenNoPriorActivity()
                .when(signing(null, true, SignContract.NONE, USUAL))
                .expectEvents(with(14, true, null));
    }

    @Test
    void said_again_it_is_no_other_contract_when_the_customer_changed_meanwhile() {
        contract.given(with(14, false, "customer's"))
                .when(signing(null, null, null, new CustomerTerms(7, true, null)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void other_terms_than_those_signed_are_refused() {
        contract.given(with(14, false, "customer's"))
                .when(signing(15, null, null, USUAL))
                .expectException(refusal("C-01"))
                .expectNoEvents();
    }

    @Test
    void nothing_is_signed_with_a_customer_that_was_merged_but_a_repeat_is_one() {
        var gone = new CustomerTerms(14, false, "customer's", CustomerId.of("bolt"));
        contract.givenNoPriorActivity()
                .when(signing(null, null, null, gone))
                .expectException(refusal("P-04"))
                .expectNoEvents();
        ContractExamples.contracts()
                .given(with(14, false, "customer's"))
                .when(signing(null, null, null, gone))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void terms_are_in_their_range() {
        assertRefused("G-02", "paymentTermsDays", () -> signing(366, null, null, USUAL));
        assertRefused("G-02", "buyerReference", () -> signing(null, null, " ", USUAL));
    }

    private static SignContract signing(
            @Nullable Integer days, @Nullable Boolean poRequired, @Nullable String reference, CustomerTerms usual) {
        var all = sign("Migration", line(1, "10000"));
        return new SignContract(
                CONTRACT,
                all.dealId(),
                all.legalEntityId(),
                all.customerId(),
                all.name(),
                all.currency(),
                all.signedOn(),
                all.termFrom(),
                all.termTo(),
                all.zone(),
                days,
                poRequired,
                all.poNumber(),
                reference,
                all.rateCardId(),
                all.policies(),
                all.lines(),
                usual);
    }

    private static ContractSigned with(int days, boolean poRequired, @Nullable String reference) {
        return ContractSigned.newBuilder(signed("Migration"))
                .setPaymentTermsDays(days)
                .setPoRequired(poRequired)
                .setBuyerReference(reference)
                .setLines(signed("Migration").getLines()) // What a builder copies, Avro cannot compare.
                .build();
    }
}
