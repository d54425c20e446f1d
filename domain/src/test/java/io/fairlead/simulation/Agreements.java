package io.fairlead.simulation;

import io.fairlead.contract.event.AmendedLine;
import io.fairlead.contract.event.BillingHeld;
import io.fairlead.contract.event.BillingHoldLifted;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.PurchaseOrderReceived;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the contracts say after a part of the log: signed, amended, ordered, held. */
public final class Agreements {

    private final Map<String, ContractSigned> contracts = new HashMap<>();
    private final Map<String, String> orders = new HashMap<>();
    private final Map<String, Map<String, Order>> allOrders = new HashMap<>();
    private final Set<String> holds = new HashSet<>();

    public Agreements(List<Recorded> known) {
        known.forEach(each -> see(each.event()));
    }

    /** A purchase order; null is one without a limit. */
    private record Order(@Nullable BigDecimal amount) {}

    public void see(Object event) {
        switch (event) {
            case ContractSigned signed -> {
                contracts.put(signed.getContractId(), signed);
                if (signed.getPoNumber() != null) {
                    received(signed.getContractId(), signed.getPoNumber(), null);
                }
            }
            case ContractAmended change -> amended(change);
            case PurchaseOrderReceived order -> received(order.getContractId(), order.getPoNumber(), order.getAmount());
            case BillingHeld held -> holds.add(scope(held.getContractId(), held.getLineNo()));
            case BillingHoldLifted lifted -> holds.remove(scope(lifted.getContractId(), lifted.getLineNo()));
            default -> {}
        }
    }

    /** An order that is known already keeps its turn. */
    private void received(String contract, String number, @Nullable BigDecimal amount) {
        orders.put(contract, number);
        allOrders.computeIfAbsent(contract, _ -> new LinkedHashMap<>()).put(number, new Order(amount));
    }

    /** An amendment names all orders, in the order in which they are drawn from then on. */
    private void amended(ContractAmended change) {
        var contract = change.getContractId();
        contracts.computeIfPresent(contract, (_, terms) -> amended(terms, change));
        orders.remove(contract);
        allOrders.remove(contract);
        change.getPurchaseOrders().forEach(order -> received(contract, order.getNumber(), order.getAmount()));
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

    public ContractSigned contract(String id) {
        return Objects.requireNonNull(contracts.get(id), id);
    }

    /** Empty while it is not known. */
    Optional<ContractSigned> find(String id) {
        return Optional.ofNullable(contracts.get(id));
    }

    /** The order that invoices name; null when none is known. */
    @Nullable
    public String order(String contract) {
        return orders.get(contract);
    }

    public boolean isHeld(String contract, int lineNo) {
        return holds.contains(contract) || holds.contains(scope(contract, lineNo));
    }

    /** Whether the line, its contract or one of its purchase orders sets a limit. */
    public boolean isLimited(String contract, int lineNo) {
        return isLimitedAsAWhole(contract) || isLimited(Views.line(contract(contract), lineNo));
    }

    public boolean isLimited(String contract) {
        return isLimitedAsAWhole(contract)
                || contract(contract).getLines().stream().anyMatch(Agreements::isLimited);
    }

    private static boolean isLimited(ContractLine line) {
        return line.getLimit() != null || !line.getCaps().isEmpty();
    }

    private boolean isLimitedAsAWhole(String contract) {
        return contract(contract).getLimit() != null || drawsOrders(contract);
    }

    /** Whether work is drawn from purchase orders: one of them sets a limit. */
    public boolean drawsOrders(String contract) {
        return orders(contract).values().stream().anyMatch(Objects::nonNull);
    }

    /** Limits of all orders in their turn, by number; null is none. */
    public Map<String, @Nullable BigDecimal> orders(String contract) {
        var limits = new LinkedHashMap<String, @Nullable BigDecimal>();
        allOrders.getOrDefault(contract, Map.of()).forEach((number, order) -> limits.put(number, order.amount()));
        return limits;
    }
}
