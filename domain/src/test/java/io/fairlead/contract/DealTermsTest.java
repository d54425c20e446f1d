package io.fairlead.contract;

import static io.fairlead.contract.ContractExamples.won;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.DealLookup.Buyer;
import io.fairlead.contract.DealLookup.Seller;
import io.fairlead.contract.event.DealLine;
import io.fairlead.contract.event.OpportunityWon;
import io.fairlead.party.CustomerTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A deal that lacks one thing only, of a customer that settles nothing. */
class DealTermsTest {

    private static final Buyer BARE =
            new Buyer("customer:ACME", "USD", null, null, null, new CustomerTerms(14, false, null));

    static Stream<Arguments> gaps() {
        return Stream.of(
                gap(won(1).setAccountId(null), "CUSTOMER_UNKNOWN", "The deal names no account. "),
                gap(
                        won(1).setAccountId("nobody"),
                        "CUSTOMER_UNKNOWN",
                        "The deal names account 'nobody', which is no customer's code or alias. "),
                gap(
                        won(1).setLegalEntityId(null),
                        "LEGAL_ENTITY_UNKNOWN",
                        "Neither the deal nor the customer names a legal entity. "),
                gap(
                        won(1).setLegalEntityId("legal-entity:NONE"),
                        "LEGAL_ENTITY_UNKNOWN",
                        "legal-entity:NONE is not registered. "),
                gap(won(1).setCurrency("XXX"), "CURRENCY_UNKNOWN", ""),
                gap(
                        won(1).setTaxCategory(null),
                        "TAX_INVALID",
                        "Neither the deal nor the customer names a tax category. "),
                gap(won(1).setTaxCategory("VAT"), "TAX_INVALID", "The tax category 'VAT' is not one of UNCL5305. "),
                gap(
                        won(1).setBillingMethod(null),
                        "BILLING_METHOD_MISSING",
                        "Neither the deal nor the customer names a billing method; it is one of MILESTONE,"
                                + " TIME_AND_MATERIALS. "),
                gap(
                        won(1).setBillingMethod("GUESS"),
                        "BILLING_METHOD_MISSING",
                        "The billing method 'GUESS' is not one of MILESTONE, TIME_AND_MATERIALS. "),
                gap(
                        won(1).setBillingMethod("MILESTONE").setAmount(null),
                        "AMOUNT_MISSING",
                        "A deal billed by milestones has no amount. "));
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void one_gap_alone_keeps_a_deal_from_its_contract(OpportunityWon deal, String code, String sentence) {
        var terms = new DealTerms(deal);

        assertThat(terms.complete(new Known())).isNull();
        assertThat(terms.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.code()).isEqualTo(code);
            assertThat(gap.sentence())
                    .startsWith(sentence)
                    .endsWith(", then send the deal again or resolve this item.");
        });
    }

    @Test
    void time_needs_no_amount_and_milestones_may_have_theirs_by_line() {
        var line = DealLine.newBuilder()
                .setDescription("Design")
                .setAmount(wire("4000"))
                .build();

        assertThat(new DealTerms(won(1).setAmount(null).build()).complete(new Known()))
                .isNotNull();
        assertThat(new DealTerms(won(1).setBillingMethod("MILESTONE")
                                .setAmount(null)
                                .setLines(List.of(line))
                                .build())
                        .complete(new Known()))
                .isNotNull();
    }

    private static Arguments gap(OpportunityWon.Builder deal, String code, String sentence) {
        return Arguments.of(deal.build(), code, sentence);
    }

    /** One account and one seller. */
    private static final class Known implements DealLookup {

        @Override
        public Optional<Buyer> buyer(String accountId, LocalDate day) {
            return Optional.of(BARE).filter(_ -> accountId.equals("001A"));
        }

        @Override
        public List<String> toldAs(String source, String sourceId) {
            return List.of();
        }

        @Override
        public Optional<Seller> seller(String legalEntityId) {
            return Optional.of(new Seller("legal-entity:GMBH", "Europe/Berlin"))
                    .filter(known -> known.legalEntityId().equals(legalEntityId));
        }
    }
}
