package io.fairlead.revenue;

import io.fairlead.contract.event.AmendedLine;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.revenue.RevenueInputsLookup.Inputs;
import io.fairlead.shared.Amounts;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The lines of a contract as one of its amendments leaves them, and what that means for its obligations. */
final class AgreedLines {

    private final ContractSigned signed;
    private final ContractAmended amendment;
    private final Map<Integer, ContractLine> lines;

    private AgreedLines(ContractSigned signed, ContractAmended amendment, Map<Integer, ContractLine> lines) {
        this.signed = signed;
        this.amendment = amendment;
        this.lines = lines;
    }

    /** Signed lines, then every amendment up to this one. */
    static AgreedLines after(ContractAmended amendment, StreamHistory history) {
        var signed =
                history.last(amendment.getContractId(), ContractSigned.class).orElseThrow();
        var lines = new TreeMap<Integer, ContractLine>();
        signed.getLines().forEach(line -> lines.put(line.getLineNo(), line));
        for (var earlier : history.all(amendment.getContractId(), ContractAmended.class)) {
            if (earlier.getAmendmentNo() <= amendment.getAmendmentNo()) {
                apply(earlier, lines);
            }
        }
        return new AgreedLines(signed, amendment, lines);
    }

    private static void apply(ContractAmended amendment, Map<Integer, ContractLine> lines) {
        amendment.getAdded().forEach(line -> lines.put(line.getLineNo(), line));
        for (var changed : amendment.getLines()) {
            lines.computeIfPresent(changed.getLineNo(), (_, line) -> ContractLine.newBuilder(line)
                    .setAmount(changed.getAmount())
                    .setLimit(changed.getLimit())
                    .setTermTo(changed.getTermTo())
                    .build());
        }
    }

    /** Whether the obligation has other terms now. A separate promise changes no other, nor is it changed by its lines. */
    boolean change(Inputs facts) {
        var first = lines.get(facts.lineNos().getFirst());
        if (isSeparate()
                || first == null
                || !facts.obligationId().equals(ObligationId.of(signed.getContractId(), Promise.nameOf(first)))) {
            return false;
        }
        var now = now(facts);
        var before = facts.terms().last();
        return !Amounts.same(now.price(), before.price()) || !Objects.equals(now.termTo(), before.to());
    }

    /** First day that does not count for what is worked out now: what is kept ends before the change, a catch-up has its day. */
    LocalDate until() {
        var day = amendment.getEffectiveOn();
        return amendment.getTreatment().equals(Treatment.PROSPECTIVE.name()) ? day : day.plusDays(1);
    }

    private boolean isSeparate() {
        return amendment.getTreatment().equals(Treatment.SEPARATE.name());
    }

    /** New lines, and for a separate promise what lines gained, each as an obligation of its own. */
    List<OpenObligation> opened(boolean withinLimit) {
        var promises = new ArrayList<OpenObligation>();
        var contract = contract();
        for (var line : amendment.getLines()) {
            var whole = lines.get(line.getLineNo());
            if (whole == null) {
                continue;
            }
            if (line.getAdded()) {
                promises.add(Promise.of(contract, Promise.nameOf(whole), List.of(whole), withinLimit));
            } else if (isSeparate() && gained(line).signum() > 0) {
                var part =
                        ContractLine.newBuilder(whole).setAmount(gained(line)).build();
                promises.add(Promise.of(
                        contract,
                        Promise.nameOf(whole) + ", amendment " + amendment.getAmendmentNo(),
                        List.of(part),
                        withinLimit));
            }
        }
        return promises;
    }

    private static BigDecimal gained(AmendedLine line) {
        return line.getAmount() == null || line.getAmountBefore() == null
                ? BigDecimal.ZERO
                : line.getAmount().subtract(line.getAmountBefore());
    }

    private ContractSigned contract() {
        return ContractSigned.newBuilder(signed)
                .setTermTo(amendment.getTermTo())
                .build();
    }

    /** The obligation with the prices and terms of its lines as they are now. */
    ModifyObligation modify(Inputs facts, LocalDate accountingDate) {
        var now = now(facts);
        return new ModifyObligation(
                facts.obligationId(),
                amendment.getAmendmentId(),
                Treatment.valueOf(amendment.getTreatment()),
                amendment.getDecidedBy(),
                amendment.getReason(),
                now.price(),
                now.termTo(),
                amendment.getEffectiveOn(),
                accountingDate,
                facts.inputs());
    }

    private OpenObligation now(Inputs facts) {
        var own = facts.lineNos().stream()
                .map(lines::get)
                .filter(Objects::nonNull)
                .toList();
        return Promise.of(contract(), "now", own, true);
    }
}
