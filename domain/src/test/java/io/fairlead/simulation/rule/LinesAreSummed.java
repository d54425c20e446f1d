package io.fairlead.simulation.rule;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Recorded;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * R2, PER_LINE: no other contract has shares; each is what its entry is worth alone, a smallest unit more or less; and the entries
 * of one person, project and price that a run takes undisturbed are worth what their time is worth in one, rounded once.
 */
final class LinesAreSummed implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        facts.each(TimeRepriced.class)
                .filter(repriced -> repriced.getRounding().equals("PER_LINE"))
                .forEach(repriced -> findings.require(
                        isSummed(facts.contract(repriced.getContractId())),
                        repriced.getTimeEntryId() + " has a share, but its contract rounds each entry"));
        for (var draft : facts.all(InvoiceDrafted.class)) {
            var contract = facts.contract(draft.fact().getContractId());
            if (isSummed(contract) && contract.getPayers().isEmpty() && isUndisturbed(facts, draft)) {
                groups(facts, draft.fact())
                        .forEach((what, lines) -> summed(facts, draft.fact(), what, lines, findings));
            }
        }
    }

    /** What an event says an entry's share is, as long as that can be. */
    static BigDecimal share(String id, TimeRepriced said, BigDecimal own, int digits, Findings findings) {
        findings.require(
                said.getAmount().subtract(own).abs().compareTo(BigDecimal.ONE.movePointLeft(digits)) <= 0,
                id + " has a share of " + said.getAmount() + " and is worth " + own);
        return said.getAmount();
    }

    private static boolean isSummed(ContractSigned contract) {
        return contract.getRounding().equals("PER_LINE");
    }

    /**
     * From the start of its run to the draft nothing else happened to time of the contract, all that was shared is on it, and
     * nothing on it got funds for another reason than its share: what had none when the line was shared out stood on no line.
     */
    private static boolean isUndisturbed(Facts facts, Facts.At<InvoiceDrafted> draft) {
        var contract = draft.fact().getContractId();
        var invoice = draft.fact().getInvoiceId();
        long from = facts.place(
                draft.fact().getBillingRunId(),
                Objects.requireNonNull(facts.last(draft.fact().getBillingRunId(), BillingRunStarted.class)));
        var on = new TreeSet<String>();
        var shared = new TreeSet<String>();
        InvoicesAddUp.drafted(facts, invoice).forEach(line -> on.add(line.getSourceId()));
        return facts.events().stream()
                .filter(each -> each.position() > from && each.position() < draft.position())
                .filter(each -> isOf(each, contract))
                .allMatch(each -> switch (each.event()) {
                    case TimePutOnDraft put -> put.getInvoiceId().equals(invoice);
                    case TimeRepriced share -> {
                        shared.add(each.stream());
                        yield share.getRounding().equals("PER_LINE") && on.contains(each.stream());
                    }
                    case FundsReserved funded ->
                        !on.contains(funded.getSourceId()) || shared.contains(funded.getSourceId());
                    case InvoicePlanned planned -> planned.getInvoiceId().equals(invoice);
                    default -> !each.stream().startsWith("time-entry:");
                });
    }

    private static boolean isOf(Recorded each, String contract) {
        var field = each.event().getSchema().getField("contractId");
        return field != null && contract.equals(each.event().get(field.pos()));
    }

    /** Time that stands on the draft, by line, project, person and price. */
    private static Map<String, List<InvoiceLine>> groups(Facts facts, InvoiceDrafted draft) {
        var groups = new LinkedHashMap<String, List<InvoiceLine>>();
        for (var line : InvoicesAddUp.drafted(facts, draft.getInvoiceId())) {
            var priced = facts.last(line.getSourceId(), TimePriced.class);
            if (priced != null) {
                groups.computeIfAbsent(
                                line.getContractLineNo() + " " + line.getProjectId() + " " + priced.getPersonId()
                                        + " at " + line.getPrice() + "/" + line.getSecondsPerUnit(),
                                _ -> new ArrayList<>())
                        .add(line);
            }
        }
        return groups;
    }

    /** Where the price is the contract's own: of others it is printed to four decimals only. */
    private static void summed(
            Facts facts, InvoiceDrafted draft, String what, List<InvoiceLine> lines, Findings findings) {
        boolean whole = lines.stream().allMatch(line -> line.getPortionNo() == 1 && isShared(facts, line));
        if (whole) {
            int digits = Facts.digits(draft.getCurrency());
            var price = Objects.requireNonNull(lines.getFirst().getPrice());
            var unit = Objects.requireNonNull(lines.getFirst().getSecondsPerUnit());
            long seconds = lines.stream()
                    .mapToLong(line -> Objects.requireNonNull(line.getSeconds()))
                    .sum();
            findings.same(
                    "the sum of line " + what + " on " + draft.getInvoiceId(),
                    lines.stream().map(InvoiceLine::getNet).reduce(BigDecimal.ZERO, BigDecimal::add),
                    price.multiply(BigDecimal.valueOf(seconds))
                            .divide(BigDecimal.valueOf(unit), digits, RoundingMode.HALF_UP));
        }
    }

    /** Whether a run takes it as a whole: nothing of it was given up, drafted before or held, and its price needs no exchange. */
    private static boolean isShared(Facts facts, InvoiceLine line) {
        var put = facts.of(line.getSourceId(), TimePutOnDraft.class).toList();
        var priced = facts.last(line.getSourceId(), TimePriced.class);
        var repriced = facts.last(line.getSourceId(), TimeRepriced.class);
        return put.size() == 1
                && !facts.has(line.getSourceId(), TimeWrittenOff.class)
                && priced != null
                && priced.getFx() == null
                && (repriced == null || repriced.getFx() == null)
                && put.getFirst().getAmount().compareTo(repriced == null ? priced.getAmount() : repriced.getAmount())
                        == 0;
    }
}
