package io.fairlead.revenue;

import io.fairlead.contract.ContractId;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.BillingMethods;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One promise of a contract: a line, or all lines that name the same obligation, as the command that opens it. */
final class Promise {

    /** Its name within the contract: what its lines call it, else the line. */
    static String nameOf(ContractLine line) {
        var named = line.getObligation();
        return named == null ? "line " + line.getLineNo() : named;
    }

    static List<ContractLine> joined(List<ContractLine> some, List<ContractLine> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(Comparator.comparing(ContractLine::getLineNo));
        return List.copyOf(all);
    }

    /** Lines of one obligation are earned alike, by the method of the first; their prices add up. */
    static OpenObligation of(ContractSigned contract, String name, List<ContractLine> lines, boolean withinLimit) {
        var first = lines.getFirst();
        var to = to(contract, lines);
        var method = RevenueMethod.of(first.getRevenueMethod(), first.getMethod(), to != null);
        return new OpenObligation(
                ObligationId.of(contract.getContractId(), name),
                new ContractId(contract.getContractId()),
                new CustomerId(contract.getCustomerId()),
                new LegalEntityId(contract.getLegalEntityId()),
                first.getObligation() == null ? first.getDescription() : name,
                lines.stream().map(ContractLine::getLineNo).toList(),
                method,
                first.getMethod().equals(BillingMethods.PERCENT_COMPLETE),
                withinLimit,
                total(lines, Promise::price),
                total(lines, ContractLine::getStandAlonePrice),
                lines.stream()
                        .map(line -> line.getTermFrom() == null ? contract.getTermFrom() : line.getTermFrom())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                to,
                contract.getCurrency());
    }

    /** The last end of the lines; null when one of them is open. */
    private static @Nullable LocalDate to(ContractSigned contract, List<ContractLine> lines) {
        var ends = new ArrayList<LocalDate>();
        for (var line : lines) {
            var end = line.getTermTo() == null ? contract.getTermTo() : line.getTermTo();
            if (end == null) {
                return null;
            }
            ends.add(end);
        }
        return ends.stream().max(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable BigDecimal price(ContractLine line) {
        return line.getAmount() == null ? line.getLimit() : line.getAmount();
    }

    /** Null when a part is missing: an unknown price is never 0. */
    private static @Nullable BigDecimal total(
            List<ContractLine> lines, Function<ContractLine, @Nullable BigDecimal> part) {
        var all = BigDecimal.ZERO.setScale(4);
        for (var line : lines) {
            var amount = part.apply(line);
            if (amount == null) {
                return null;
            }
            all = all.add(amount);
        }
        return all;
    }

    private Promise() {}
}
