package io.fairlead.contract;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.contract.event.ContractClosed;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractPayer;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.shared.Check;
import io.fairlead.shared.Once;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What a customer agreed to. Rules C-01 to C-04. */
@AggregateRoot
public class Contract {

    @AggregateIdentifier
    private @Nullable ContractId id;

    private @Nullable ContractSigned signed;
    private @Nullable ContractClosed closed;
    private final Set<String> purchaseOrders = new HashSet<>();

    Contract() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(SignContract command) {
        var event = asEvent(command);
        if (Once.isNew("C-01", "the contract", signed, event)) {
            requireDistinctLines(command);
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(ReceivePurchaseOrder command) {
        if (closed != null) {
            throw new RuleViolated("C-03", "contractId", "the contract is closed", "sign a new contract");
        }
        if (!purchaseOrders.contains(command.poNumber())) {
            Recording.record(
                    PurchaseOrderReceived.newBuilder()
                            .setContractId(command.contractId().value())
                            .setPoNumber(command.poNumber())
                            .setReceivedOn(command.receivedOn())
                            .build(),
                    entity());
        }
    }

    @CommandHandler
    void decide(CloseContract command) {
        var event = ContractClosed.newBuilder()
                .setContractId(command.contractId().value())
                .setClosedOn(command.closedOn())
                .build();
        if (Once.isNew("C-04", "the end of the contract", closed, event)) {
            Recording.record(event, entity());
        }
    }

    private String entity() {
        return Objects.requireNonNull(signed).getLegalEntityId();
    }

    private static void requireDistinctLines(SignContract command) {
        var numbers = new HashSet<Integer>();
        for (var line : command.lines()) {
            if (!numbers.add(line.lineNo())) {
                throw new RuleViolated(
                        "C-02", "lines.lineNo", "line " + line.lineNo() + " stands twice", "number the lines from 1");
            }
            Check.payableOrNull("lines.amount", line.amount(), command.currency());
            Check.payableOrNull("lines.limit", line.limit(), command.currency());
        }
        Check.payableOrNull("policies.limit", command.policies().limit(), command.currency());
    }

    private static ContractSigned asEvent(SignContract command) {
        return ContractSigned.newBuilder()
                .setContractId(command.contractId().value())
                .setDealId(command.dealId() == null ? null : command.dealId().value())
                .setLegalEntityId(command.legalEntityId().value())
                .setCustomerId(command.customerId().value())
                .setName(command.name())
                .setCurrency(command.currency())
                .setSignedOn(command.signedOn())
                .setTermFrom(command.termFrom())
                .setTermTo(command.termTo())
                .setZone(command.zone())
                .setPaymentTermsDays(command.paymentTermsDays())
                .setPoRequired(command.poRequired())
                .setPoNumber(command.poNumber())
                .setBuyerReference(command.buyerReference())
                .setRateCardId(
                        command.rateCardId() == null
                                ? null
                                : command.rateCardId().value())
                .setRounding(command.policies().rounding())
                .setLimitPolicy(command.policies().limitPolicy())
                .setLimit(command.policies().limit())
                .setTaxRounding(command.policies().taxRounding())
                .setInvoicePer(command.policies().invoicePer())
                .setMidnight(command.policies().midnight())
                .setSlaDays(command.policies().slaDays())
                .setFxDate(command.policies().fxDate())
                .setTimeRoundingMode(command.policies().timeRounding().mode())
                .setTimeRoundingMinutes(command.policies().timeRounding().minutes())
                .setTimeRoundingPer(command.policies().timeRounding().per())
                .setPayers(command.policies().payers().stream()
                        .map(Contract::asPayer)
                        .toList())
                .setLines(command.lines().stream().map(Contract::asLine).toList())
                .build();
    }

    private static ContractPayer asPayer(ContractPolicies.Payer payer) {
        return ContractPayer.newBuilder()
                .setCustomerId(payer.customerId().value())
                .setShare(payer.share())
                .setTakesResidue(payer.takesResidue())
                .build();
    }

    private static ContractLine asLine(SignContract.Line line) {
        var terms = line.terms();
        return ContractLine.newBuilder()
                .setLineNo(line.lineNo())
                .setDescription(line.description())
                .setMethod(line.method())
                .setAmount(line.amount())
                .setLimit(line.limit())
                .setTaxCategory(line.taxCategory())
                .setErpItem(line.erpItem())
                .setStandAlonePrice(terms.standAlonePrice())
                .setObligation(terms.obligation())
                .setRevenueMethod(terms.revenueMethod())
                .setTermFrom(terms.termFrom())
                .setTermTo(terms.termTo())
                .setUnit(terms.unit())
                .setUnitPrice(terms.unitPrice())
                .setMarkUp(terms.markUp())
                .setTaxCodes(terms.taxCodes())
                .build();
    }

    @EventSourcingHandler
    void evolve(ContractSigned event) {
        id = new ContractId(event.getContractId());
        signed = event;
        if (event.getPoNumber() != null) {
            purchaseOrders.add(event.getPoNumber());
        }
    }

    @EventSourcingHandler
    void evolve(PurchaseOrderReceived event) {
        purchaseOrders.add(event.getPoNumber());
    }

    @EventSourcingHandler
    void evolve(ContractClosed event) {
        closed = event;
    }
}
