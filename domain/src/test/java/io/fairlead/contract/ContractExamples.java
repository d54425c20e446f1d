package io.fairlead.contract;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CARD;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.DEAL;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.contract.event.ContractClosed;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.OpportunityWon;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.contract.event.RateSet;
import io.fairlead.party.CustomerTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;

/** A deal, the contract it becomes and a rate card, in commands and in events. */
final class ContractExamples {

    static final LocalDate SIGNED = LocalDate.of(2026, 1, 15);

    static FixtureConfiguration<Contract> contracts() {
        return new AggregateTestFixture<>(Contract.class);
    }

    static FixtureConfiguration<RateCard> cards() {
        return new AggregateTestFixture<>(RateCard.class);
    }

    static FixtureConfiguration<Deal> deals() {
        return new AggregateTestFixture<>(Deal.class);
    }

    static SignContract.Line line(int lineNo, @Nullable String amount) {
        return new SignContract.Line(
                lineNo,
                "Consulting",
                "TIME_AND_MATERIALS",
                amount == null ? null : new BigDecimal(amount),
                null,
                "S",
                null,
                LineTerms.NONE);
    }

    static SignContract sign(String name, SignContract.Line... lines) {
        return new SignContract(
                CONTRACT,
                DEAL,
                GMBH,
                ACME,
                name,
                "EUR",
                SIGNED,
                SIGNED,
                null,
                "Europe/Berlin",
                30,
                true,
                "PO-7",
                "cost centre 7",
                CARD,
                ContractPolicies.DEFAULT,
                List.of(lines),
                new CustomerTerms(30, false, null));
    }

    static ContractSigned signed(String name) {
        return ContractSigned.newBuilder()
                .setContractId("contract:K-1")
                .setDealId("deal:D-1")
                .setLegalEntityId("legal-entity:GMBH")
                .setCustomerId("customer:ACME")
                .setName(name)
                .setCurrency("EUR")
                .setSignedOn(SIGNED)
                .setTermFrom(SIGNED)
                .setZone("Europe/Berlin")
                .setPaymentTermsDays(30)
                .setPoRequired(true)
                .setPoNumber("PO-7")
                .setBuyerReference("cost centre 7")
                .setRateCardId("rate-card:standard")
                .setRounding("PER_ENTRY")
                .setSecondsPerDay(28_800)
                .setLines(List.of(ContractLine.newBuilder()
                        .setLineNo(1)
                        .setDescription("Consulting")
                        .setMethod("TIME_AND_MATERIALS")
                        .setAmount(wire("10000"))
                        .setTaxCategory("S")
                        .build()))
                .build();
    }

    static ContractClosed closed(LocalDate on) {
        return ContractClosed.newBuilder()
                .setContractId("contract:K-1")
                .setClosedOn(on)
                .build();
    }

    static PurchaseOrderReceived purchaseOrder(String number) {
        return PurchaseOrderReceived.newBuilder()
                .setContractId("contract:K-1")
                .setPoNumber(number)
                .setReceivedOn(SIGNED)
                .build();
    }

    static RateSet rateSet(String owner, String rate) {
        return RateSet.newBuilder()
                .setRateCardId("rate-card:standard")
                .setRateId("r1")
                .setOwner(owner)
                .setRate(wire(rate))
                .setCurrency("EUR")
                .setUnit("HOUR")
                .setFrom(SIGNED)
                .setReason("list price")
                .build();
    }

    /** A complete deal of 10,000.00 by time and materials. */
    static OpportunityWon.Builder won(int revision) {
        return OpportunityWon.newBuilder()
                .setDealId("deal:D-1")
                .setRevision(revision)
                .setSource("salesforce")
                .setSourceId("006A")
                .setName("Migration")
                .setAccountId("001A")
                .setAmount(wire("10000"))
                .setCurrency("EUR")
                .setCloseDate(SIGNED)
                .setLegalEntityId("legal-entity:GMBH")
                .setBillingMethod("TIME_AND_MATERIALS")
                .setTaxCategory("S")
                .setLines(List.of());
    }

    private ContractExamples() {}
}
