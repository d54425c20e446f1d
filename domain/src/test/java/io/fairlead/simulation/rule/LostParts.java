package io.fairlead.simulation.rule;

import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.simulation.Recorded;
import io.fairlead.simulation.rule.WorkView.Claim;
import io.fairlead.simulation.rule.WorkView.Row;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What portions of sources lost for good by credits: given up, or never there. Read from a part of the log. */
public final class LostParts {

    private final Map<List<Object>, Integer> seconds = new HashMap<>();
    private final Map<List<Object>, BigDecimal> amounts = new HashMap<>();

    public LostParts(List<Recorded> known) {
        for (var each : known) {
            switch (each.event()) {
                case TimeCorrectedAfterBilling e ->
                    lose(each.stream(), e.getCreditNoteId(), e.getPortionNo(), e.getSeconds(), e.getAmount());
                case TimeWrittenOff e ->
                    lose(each.stream(), e.getCreditNoteId(), e.getPortionNo(), e.getSeconds(), e.getAmount());
                case BillingItemCorrected e ->
                    lose(each.stream(), e.getCreditNoteId(), e.getPortionNo(), 0, e.getAmount());
                case BillingItemWrittenOff e ->
                    lose(each.stream(), e.getCreditNoteId(), e.getPortionNo(), 0, e.getAmount());
                case ExpenseLowered e -> lose(each.stream(), e.getCreditNoteId(), e.getPortionNo(), 0, e.getAmount());
                case ExpenseWrittenOff e ->
                    lose(each.stream(), e.getCreditNoteId(), e.getPortionNo(), 0, e.getAmount());
                default -> {}
            }
        }
    }

    private void lose(String source, @Nullable String creditNote, int portionNo, int gone, BigDecimal worth) {
        if (creditNote != null) { // Else it was never billed.
            seconds.merge(List.of(source, portionNo), gone, Integer::sum);
            amounts.merge(List.of(source, portionNo), worth, BigDecimal::add);
        }
    }

    /** What drafts and invoices have of a source or lost of it: what was claimed, less what came back to be billed again. */
    public List<Claim> held(Row row) {
        return row.claims.values().stream()
                .map(claim -> {
                    var portion = List.<Object>of(row.source, claim.portionNo());
                    return new Claim(
                            claim.invoice(),
                            claim.portionNo(),
                            claim.seconds() + seconds.getOrDefault(portion, 0),
                            claim.amount().add(amounts.getOrDefault(portion, BigDecimal.ZERO)),
                            claim.billed());
                })
                .toList();
    }
}
