package io.fairlead.simulation;

import io.fairlead.contract.event.AmendedLine;
import io.fairlead.contract.event.BillingHeld;
import io.fairlead.contract.event.BillingHoldLifted;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.PurchaseOrderReceived;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the contracts say after a part of the log: signed, amended, ordered, held. */
final class Agreements {

    private final Map<String, ContractSigned> contracts = new HashMap<>();
    private final Map<String, String> orders = new HashMap<>();
    private final Set<String> holds = new HashSet<>();

    Agreements(List<Recorded> known) {
        known.forEach(each -> see(each.event()));
    }

    void see(Object event) {
        switch (event) {
            case ContractSigned signed -> {
                contracts.put(signed.getContractId(), signed);
                if (signed.getPoNumber() != null) {
                    orders.put(signed.getContractId(), signed.getPoNumber());
                }
            }
            case ContractAmended change ->
                contracts.computeIfPresent(change.getContractId(), (_, terms) -> amended(terms, change));
            case PurchaseOrderReceived order -> orders.put(order.getContractId(), order.getPoNumber());
            case BillingHeld held -> holds.add(scope(held.getContractId(), held.getLineNo()));
            case BillingHoldLifted lifted -> holds.remove(scope(lifted.getContractId(), lifted.getLineNo()));
            default -> {}
        }
    }

    private static ContractSigned amended(ContractSigned terms, ContractAmended change) {
        var lines = terms.getLines().stream()
                .map(line -> change.getLines().stream()
                        .filter(each -> each.getLineNo() == line.getLineNo())
                        .findFirst()
                        .map(each -> amended(line, each))
                        .orElse(line))
                .toList();
        return ContractSigned.newBuilder(terms)
                .setTermTo(change.getTermTo())
                .setLimit(change.getLimit())
                .setLines(lines)
                .build();
    }

    private static ContractLine amended(ContractLine line, AmendedLine change) {
        return ContractLine.newBuilder(line)
                .setAmount(change.getAmount())
                .setLimit(change.getLimit())
                .setTermTo(change.getTermTo())
                .build();
    }

    private static String scope(String contract, @Nullable Integer lineNo) {
        return lineNo == null ? contract : contract + "#" + lineNo;
    }

    ContractSigned contract(String id) {
        return Objects.requireNonNull(contracts.get(id), id);
    }

    /** Empty while it is not known. */
    Optional<ContractSigned> find(String id) {
        return Optional.ofNullable(contracts.get(id));
    }

    /** The order that invoices name; null when none is known. */
    @Nullable
    String order(String contract) {
        return orders.get(contract);
    }

    boolean isHeld(String contract, int lineNo) {
        return holds.contains(contract) || holds.contains(scope(contract, lineNo));
    }

    boolean isLimited(String contract, int lineNo) {
        var terms = contract(contract);
        return terms.getLimit() != null || Views.line(terms, lineNo).getLimit() != null;
    }

    boolean isLimited(String contract) {
        var terms = contract(contract);
        return terms.getLimit() != null || terms.getLines().stream().anyMatch(line -> line.getLimit() != null);
    }
}
