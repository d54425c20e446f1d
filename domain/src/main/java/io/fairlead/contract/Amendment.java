package io.fairlead.contract;

import io.fairlead.contract.AmendContract.LineChange;
import io.fairlead.contract.AmendContract.NewLimit;
import io.fairlead.contract.event.AmendedLine;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.PurchaseOrder;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.shared.Amounts;
import io.fairlead.shared.BillingMethods;
import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an amendment makes of the terms of a contract. */
final class Amendment {

    /**
     * The amendment in full: what it names, before and after.
     *
     * @param terms as they are before it
     * @throws RuleViolated C-07 for lines that are not there, C-08 for new ones that are
     */
    static ContractAmended of(AmendContract command, ContractSigned terms, List<PurchaseOrder> orders, int no) {
        var currency = terms.getCurrency();
        var lines = new ArrayList<AmendedLine>();
        for (var change : command.lines()) {
            lines.add(changed(change, lineOf(terms, change.lineNo()), currency));
        }
        for (var line : command.added()) {
            requireNew(line, terms);
            lines.add(AmendedLine.newBuilder()
                    .setLineNo(line.lineNo())
                    .setAdded(true)
                    .setDescription(line.description())
                    .setAmount(Check.payableOrNull("added.amount", line.amount(), currency))
                    .setLimit(Check.payableOrNull("added.limit", line.limit(), currency))
                    .setTermTo(line.terms().termTo())
                    .build());
        }
        requireDistinct(lines);
        var limit = command.limit();
        return ContractAmended.newBuilder()
                .setContractId(command.contractId().value())
                .setAmendmentNo(no)
                .setAmendmentId(command.amendmentId())
                .setCustomerId(terms.getCustomerId())
                .setLegalEntityId(terms.getLegalEntityId())
                .setCurrency(currency)
                .setEffectiveOn(command.effectiveOn())
                .setTreatment(command.treatment().name())
                .setDecidedBy(command.decidedBy())
                .setReason(command.reason())
                .setTermTo(command.termTo() == null ? terms.getTermTo() : command.termTo())
                .setLimitBefore(terms.getLimit())
                .setLimit(limit == null ? terms.getLimit() : payable(limit, currency))
                .setLines(lines)
                .setAdded(command.added().stream().map(ContractEvents::line).toList())
                .setPurchaseOrders(
                        command.purchaseOrders() == null
                                ? List.copyOf(orders)
                                : orders(command.purchaseOrders(), currency))
                .setAmendedAt(command.at())
                .build();
    }

    /** Refuses an amendment that leaves everything as it is (C-09), or ends the term before it began. */
    static void requireChange(ContractAmended event, ContractSigned terms, List<PurchaseOrder> orders) {
        Check.period("termTo", terms.getTermFrom(), event.getTermTo());
        if (event.getLines().isEmpty()
                && Objects.equals(event.getTermTo(), terms.getTermTo())
                && Amounts.same(event.getLimit(), terms.getLimit())
                && List.copyOf(event.getPurchaseOrders()).equals(orders)) {
            throw new RuleViolated("C-09", "lines", "the amendment changes nothing", "name what changes");
        }
    }

    /** The terms as the amendment leaves them. */
    static ContractSigned amended(ContractSigned terms, ContractAmended event) {
        var lines = new ArrayList<ContractLine>();
        for (var line : terms.getLines()) {
            lines.add(event.getLines().stream()
                    .filter(change -> change.getLineNo() == line.getLineNo())
                    .findAny()
                    .map(change -> ContractLine.newBuilder(line)
                            .setAmount(change.getAmount())
                            .setLimit(change.getLimit())
                            .setTermTo(change.getTermTo())
                            .build())
                    .orElse(line));
        }
        lines.addAll(event.getAdded());
        return ContractSigned.newBuilder(terms)
                .setTermTo(event.getTermTo())
                .setLimit(event.getLimit())
                .setLines(lines)
                .build();
    }

    /** Whether the order is new, or has another amount than before. */
    static boolean isNews(PurchaseOrderReceived event, List<PurchaseOrder> known) {
        return known.stream()
                .noneMatch(order -> order.getNumber().equals(event.getPoNumber())
                        && (event.getAmount() == null || Amounts.same(order.getAmount(), event.getAmount())));
    }

    /** A known order keeps its place. */
    static void receive(PurchaseOrderReceived event, List<PurchaseOrder> known) {
        var order = new PurchaseOrder(event.getPoNumber(), event.getAmount());
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).getNumber().equals(order.getNumber())) {
                known.set(i, order);
                return;
            }
        }
        known.add(order);
    }

    private static AmendedLine changed(LineChange change, ContractLine line, String currency) {
        var limit = change.limit();
        if (limit != null && limit.amount() == null && line.getMethod().equals(BillingMethods.NOT_TO_EXCEED)) {
            throw new RuleViolated(
                    "C-06", "lines.limit", "line " + line.getLineNo() + " is not to exceed a limit", "give it a limit");
        }
        return AmendedLine.newBuilder()
                .setLineNo(line.getLineNo())
                .setDescription(line.getDescription())
                .setAmountBefore(line.getAmount())
                .setAmount(
                        change.amount() == null
                                ? line.getAmount()
                                : Check.payable("lines.amount", change.amount(), currency))
                .setLimitBefore(line.getLimit())
                .setLimit(limit == null ? line.getLimit() : payable(limit, currency))
                .setTermTo(change.termTo() == null ? line.getTermTo() : change.termTo())
                .build();
    }

    private static List<PurchaseOrder> orders(List<AmendContract.Order> orders, String currency) {
        return orders.stream()
                .map(order -> new PurchaseOrder(
                        order.number(), Check.payableOrNull("purchaseOrders.amount", order.amount(), currency)))
                .toList();
    }

    private static @Nullable BigDecimal payable(NewLimit limit, String currency) {
        return Check.payableOrNull("limit", limit.amount(), currency);
    }

    private static ContractLine lineOf(ContractSigned terms, int lineNo) {
        return terms.getLines().stream()
                .filter(line -> line.getLineNo() == lineNo)
                .findAny()
                .orElseThrow(() -> new RuleViolated(
                        "C-07", "lines.lineNo", "the contract has no line " + lineNo, "name one of its lines"));
    }

    private static void requireNew(SignContract.Line added, ContractSigned terms) {
        if (terms.getLines().stream().anyMatch(line -> line.getLineNo() == added.lineNo())) {
            throw new RuleViolated(
                    "C-08", "added.lineNo", "line " + added.lineNo() + " is there already", "take the next number");
        }
    }

    private static void requireDistinct(List<AmendedLine> lines) {
        var numbers = new HashSet<Integer>();
        for (var line : lines) {
            if (!numbers.add(line.getLineNo())) {
                throw new RuleViolated(
                        "C-02", "lines.lineNo", "line " + line.getLineNo() + " stands twice", "name each line once");
            }
        }
    }

    private Amendment() {}
}
