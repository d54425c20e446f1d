package io.fairlead.contract;

import static io.fairlead.contract.ContractExamples.purchaseOrder;
import static io.fairlead.contract.ContractExamples.won;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.resolved;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.contract.DealLookup.Buyer;
import io.fairlead.contract.DealLookup.Seller;
import io.fairlead.contract.event.DealLine;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.Stake;
import io.fairlead.party.CustomerTerms;
import io.fairlead.project.OpenProject;
import io.fairlead.project.ScheduleMilestone;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenOpportunityWonThenSignTest {

    private static final Buyer BUYER = new Buyer(
            "customer:ACME", "USD", "AE", "legal-entity:OTHER", "MILESTONE", new CustomerTerms(14, false, "ref"));

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory();

    private List<String> twins = List.of();

    @Test
    void a_deal_that_is_told_under_another_id_too_is_one_and_what_has_the_contract_or_the_first_id_stands() {
        twins = List.of("deal:D-0", "deal:D-1");
        process(BUYER).on(won(1).build());
        assertThat(sent.of(SignContract.class)).isEmpty();
        assertThat(sent.of(RejectDeal.class)).extracting(RejectDeal::dealId).containsExactly(new DealId("deal:D-1"));
        assertThat(sent.of(RejectDeal.class).getFirst().reason()).endsWith("is known as deal:D-0");
    }

    @Test
    void a_twin_with_other_content_is_told_so() {
        twins = List.of("deal:D-0");
        var _ = history.with(
                "deal:D-0", won(1).setDealId("deal:D-0").setName("Other").build());
        process(BUYER).on(won(1).build());
        assertThat(sent.of(RejectDeal.class).getFirst().reason()).contains("with other content");
    }

    @Test
    void a_twin_of_a_later_id_does_not_hinder_unless_it_is_signed() {
        twins = List.of("deal:D-1", "deal:D-2");
        process(BUYER).on(won(1).build());
        assertThat(sent.of(SignContract.class)).hasSize(1);
        var _ = history.with("contract:D-2", ContractExamples.signed("Twin"));
        process(BUYER).on(won(1).build());
        assertThat(sent.of(RejectDeal.class)).hasSize(1);
    }

    @Test
    void a_complete_deal_becomes_a_contract_and_a_project_of_the_same_key() {
        process(BUYER).on(won(1).build());

        var contract = sent.of(SignContract.class).getFirst();
        assertThat(contract.contractId()).isEqualTo(ContractId.of("D-1"));
        assertThat(contract.customerId()).isEqualTo(ACME);
        assertThat(contract.currency()).isEqualTo("EUR");
        assertThat(contract.terms(null).paymentTermsDays()).isEqualTo(14);
        assertThat(contract.lines())
                .containsExactly(new SignContract.Line(
                        1, "Migration", "TIME_AND_MATERIALS", wire("10000"), null, "S", null, LineTerms.NONE));
        assertThat(sent.of(OpenProject.class)).singleElement().satisfies(project -> {
            assertThat(project.projectId().value()).isEqualTo("project:D-1");
            assertThat(project.legalEntityId()).isEqualTo(GMBH);
        });
        assertThat(sent.keys()).containsExactly("sign/deal:D-1/1", "open/project:D-1");
    }

    @Test
    void what_the_deal_lacks_comes_from_the_customer() {
        process(BUYER)
                .on(won(1).setCurrency(null)
                        .setLegalEntityId(null)
                        .setBillingMethod(null)
                        .setTaxCategory(null)
                        .build());

        var contract = sent.of(SignContract.class).getFirst();
        assertThat(contract.currency()).isEqualTo("USD");
        assertThat(contract.legalEntityId().value()).isEqualTo("legal-entity:OTHER");
        assertThat(contract.lines().getFirst().method()).isEqualTo("MILESTONE");
        assertThat(contract.lines().getFirst().taxCategory())
                .as("the customer's profile of the day of service")
                .isNull();
    }

    @Test
    void a_deal_by_milestones_schedules_one_per_line_that_has_an_amount() {
        process(BUYER)
                .on(won(1).setBillingMethod("MILESTONE")
                        .setLines(
                                List.of(dealLine("Design", "4000"), dealLine("Gift", "0"), dealLine("Go-live", "6000")))
                        .build());

        assertThat(sent.of(ScheduleMilestone.class))
                .extracting(ScheduleMilestone::milestoneId, ScheduleMilestone::lineNo, ScheduleMilestone::amount)
                .containsExactly(tuple("M1", 1, wire("4000")), tuple("M3", 3, wire("6000")));
    }

    @Test
    void an_unknown_account_stops_the_deal() {
        process(null).on(won(1).build());

        assertThat(codes()).containsExactly("CUSTOMER_UNKNOWN");
        assertThat(sent.of(SignContract.class)).isEmpty();
    }

    @Test
    void every_gap_is_told_at_once() {
        var bare = new Buyer("customer:ACME", "USD", null, null, null, new CustomerTerms(14, false, null));
        process(bare)
                .on(won(1).setCurrency("XXX")
                        .setLegalEntityId(null)
                        .setBillingMethod("GUESS")
                        .setTaxCategory(null)
                        .build());

        assertThat(sent.of(RaiseException.class))
                .extracting(RaiseException::sentence)
                .contains("Neither the deal nor the customer names a tax category. Settle the customer's tax profile,"
                        + " then send the deal again or resolve this item.")
                .noneMatch(sentence -> sentence.contains("null"));
        assertThat(codes())
                .containsExactlyInAnyOrder(
                        "LEGAL_ENTITY_UNKNOWN", "CURRENCY_UNKNOWN", "TAX_INVALID", "BILLING_METHOD_MISSING");
        assertThat(sent.of(SignContract.class)).isEmpty();
    }

    @Test
    void milestones_without_an_amount_stop_the_deal() {
        process(BUYER).on(won(1).setBillingMethod("MILESTONE").setAmount(null).build());

        assertThat(codes()).containsExactly("AMOUNT_MISSING");
    }

    @Test
    void a_missing_purchase_order_is_told_and_the_rest_goes_on() {
        process(new Buyer("customer:ACME", "USD", "AE", null, null, new CustomerTerms(14, true, null)))
                .on(won(1).build());

        assertThat(codes()).containsExactly("PO_MISSING");
        assertThat(sent.of(OpenProject.class)).hasSize(1);
        assertThat(sent.of(RaiseException.class).getFirst().subjectId()).isEqualTo("contract:D-1");
        assertThat(sent.of(RaiseException.class).getFirst().stake()).isEqualTo(new Stake(wire("10000"), "EUR"));
    }

    @Test
    void a_deal_changed_after_its_signature_is_left_to_people() {
        sent.refuse(SignContract.class, new RuleViolated("C-01", "the contract exists with other data"));
        process(BUYER).on(won(2).build());

        assertThat(codes()).containsExactly("DEAL_CHANGED_AFTER_SIGNATURE");
        assertThat(sent.of(OpenProject.class)).isEmpty();
    }

    @Test
    void a_complete_revision_clears_what_the_first_one_lacked() {
        process(BUYER).on(won(2).build());

        assertThat(sent.of(ResolveException.class)).hasSize(DealTerms.CODES.size());
    }

    @ParameterizedTest
    @CsvSource({", EUR", "10000, ", "10000, XXX"})
    void what_waits_of_a_deal_without_an_amount_of_known_money_is_not_told(
            @Nullable BigDecimal amount, @Nullable String currency) {
        process(null)
                .on(won(1).setAmount(amount == null ? null : wire(amount.toPlainString()))
                        .setCurrency(currency)
                        .build());

        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> assertThat(raised.stake())
                .isNull());
    }

    @Test
    void a_cleared_gap_tries_the_deal_again() {
        history.with("deal:D-1", won(1).build());
        process(BUYER).on(resolved("TAX_INVALID", "deal:D-1"));

        assertThat(sent.of(SignContract.class)).hasSize(1);
    }

    @Test
    void a_purchase_order_clears_its_work_item() {
        process(BUYER).on(purchaseOrder("PO-8"));

        assertThat(sent.of(ResolveException.class))
                .extracting(ResolveException::exceptionId)
                .containsExactly(RaiseException.idOf("PO_MISSING", "contract:K-1"));
    }

    private List<String> codes() {
        return sent.of(RaiseException.class).stream().map(RaiseException::code).toList();
    }

    private ProcessUnderTest process(@Nullable Buyer buyer) {
        return new ProcessUnderTest(new WhenOpportunityWonThenSign(
                new DealLookup() {
                    @Override
                    public Optional<Buyer> buyer(String accountId, LocalDate day) {
                        return Optional.ofNullable(buyer);
                    }

                    @Override
                    public List<String> toldAs(String source, String sourceId) {
                        return twins;
                    }

                    @Override
                    public Optional<Seller> seller(String legalEntityId) {
                        return Optional.of(new Seller(legalEntityId, "Europe/Berlin"));
                    }
                },
                sent,
                history));
    }

    private static DealLine dealLine(String description, String amount) {
        return DealLine.newBuilder()
                .setDescription(description)
                .setAmount(wire(amount))
                .build();
    }
}
