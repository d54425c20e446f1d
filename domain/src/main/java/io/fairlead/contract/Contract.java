package io.fairlead.contract;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.contract.event.BillingHeld;
import io.fairlead.contract.event.BillingHoldLifted;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.ContractClosed;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.PurchaseOrder;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.shared.Check;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What a customer agreed to. Rules C-01 to C-09. */
@AggregateRoot
public class Contract {

    @AggregateIdentifier
    private @Nullable ContractId id;

    private @Nullable ContractSigned signed;
    private @Nullable ContractClosed closed;
    private @Nullable ContractSigned terms; // as amended; what was signed stays beside it
    private final List<PurchaseOrder> purchaseOrders = new ArrayList<>();
    private final Map<String, Integer> amendments = new HashMap<>();
    private final Set<String> holds = new HashSet<>();

    Contract() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(SignContract command) {
        var event = ContractEvents.signed(command, command.terms(signed));
        if (StatedOnce.isNew("C-01", "the contract", signed, event)) {
            command.requireSignable();
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(ReceivePurchaseOrder command) {
        if (closed != null) {
            throw new RuleViolated("C-03", "contractId", "the contract is closed", "sign a new contract");
        }
        var received = PurchaseOrderReceived.newBuilder()
                .setContractId(command.contractId().value())
                .setPoNumber(command.poNumber())
                .setReceivedOn(command.receivedOn())
                .setAmount(command.amount())
                .build();
        Check.payableOrNull("amount", command.amount(), terms().getCurrency());
        if (Amendment.isNews(received, purchaseOrders)) {
            Recording.record(received, entity());
        }
    }

    @CommandHandler
    void decide(AmendContract command) {
        if (closed != null) {
            throw new RuleViolated("C-03", "contractId", "the contract is closed", "sign a new contract");
        }
        if (!amendments.containsKey(command.amendmentId())) {
            var event = Amendment.of(command, terms(), purchaseOrders, amendments.size() + 1);
            Amendment.requireChange(event, terms(), purchaseOrders);
            Recording.record(event, entity());
        }
    }

    @CommandHandler
    void decide(HoldBilling command) {
        requireLine(command.lineNo());
        if (!holds.contains(scope(command.lineNo()))) {
            Recording.record(
                    BillingHeld.newBuilder()
                            .setContractId(command.contractId().value())
                            .setLineNo(command.lineNo())
                            .setReason(command.reason())
                            .setHeldBy(command.heldBy())
                            .setHeldAt(command.at())
                            .build(),
                    entity());
        }
    }

    @CommandHandler
    void decide(LiftBillingHold command) {
        if (holds.contains(scope(command.lineNo()))) {
            Recording.record(
                    BillingHoldLifted.newBuilder()
                            .setContractId(command.contractId().value())
                            .setLineNo(command.lineNo())
                            .setReason(command.reason())
                            .setLiftedBy(command.liftedBy())
                            .setLiftedAt(command.at())
                            .build(),
                    entity());
        }
    }

    private void requireLine(@Nullable Integer lineNo) {
        if (lineNo != null && terms().getLines().stream().noneMatch(line -> line.getLineNo() == lineNo)) {
            throw new RuleViolated("C-07", "lineNo", "the contract has no line " + lineNo, "name one of its lines");
        }
    }

    private static String scope(@Nullable Integer lineNo) {
        return lineNo == null ? "contract" : "line-" + lineNo;
    }

    private ContractSigned terms() {
        return Objects.requireNonNull(terms);
    }

    @CommandHandler
    void decide(CloseContract command) {
        var event = ContractClosed.newBuilder()
                .setContractId(command.contractId().value())
                .setClosedOn(command.closedOn())
                .build();
        if (StatedOnce.isNew("C-04", "the end of the contract", closed, event)) {
            Recording.record(event, entity());
        }
    }

    private String entity() {
        return Objects.requireNonNull(signed).getLegalEntityId();
    }

    @EventSourcingHandler
    void evolve(ContractSigned event) {
        id = new ContractId(event.getContractId());
        signed = event;
        terms = event;
        if (event.getPoNumber() != null) {
            purchaseOrders.add(new PurchaseOrder(event.getPoNumber(), null));
        }
    }

    @EventSourcingHandler
    void evolve(PurchaseOrderReceived event) {
        Amendment.receive(event, purchaseOrders);
    }

    @EventSourcingHandler
    void evolve(ContractAmended event) {
        terms = Amendment.amended(terms(), event);
        amendments.put(event.getAmendmentId(), event.getAmendmentNo());
        purchaseOrders.clear();
        purchaseOrders.addAll(event.getPurchaseOrders());
    }

    @EventSourcingHandler
    void evolve(BillingHeld event) {
        holds.add(scope(event.getLineNo()));
    }

    @EventSourcingHandler
    void evolve(BillingHoldLifted event) {
        holds.remove(scope(event.getLineNo()));
    }

    @EventSourcingHandler
    void evolve(ContractClosed event) {
        closed = event;
    }
}
