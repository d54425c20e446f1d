package io.fairlead.testing;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.invoice.WorkNames;
import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.billing.run.BillableSource;
import io.fairlead.billing.run.BillingTerms;
import io.fairlead.billing.run.UnbilledWorkLookup;
import io.fairlead.party.MergedCustomers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Views of unbilled work, for billing runs under test.
 *
 * @param proposed ready to be billed, contract by contract
 * @param claimedParts on the drafts of an interrupted attempt
 * @param fundedParts whose funds the drafts of an interrupted attempt hold
 * @param dueItems billing-item:<uuid>, of which the day has come
 * @param lines with a retainer, by contract
 */
public record KnownWork(
        List<BillableSource> proposed,
        List<ClaimedPart> claimedParts,
        List<FundedPart> fundedParts,
        List<String> dueItems,
        Map<String, Map<Integer, RetainerId>> lines)
        implements UnbilledWorkLookup {

    /** Work that no attempt has touched. */
    public static KnownWork ready(List<BillableSource> proposed) {
        return new KnownWork(proposed, List.of(), List.of(), List.of(), Map.of());
    }

    @Override
    public BillingTerms terms() {
        return new BillingTerms(Map.of(), Map.of(), Map.of(), Set.of(), MergedCustomers.NONE);
    }

    @Override
    public void ready(BillingRunStarted run, Consumer<BillableSource> reader) {
        proposed.forEach(reader);
    }

    @Override
    public List<String> due(BillingRunStarted run) {
        return dueItems;
    }

    @Override
    public void awaitAll() {}

    @Override
    public Map<String, Map<Integer, RetainerId>> retainers(Collection<String> contractIds) {
        return lines;
    }

    @Override
    public Map<String, WorkNames> named(Collection<String> sourceIds) {
        return Map.of();
    }

    @Override
    public List<ClaimedPart> claimedBy(Collection<String> invoiceIds) {
        return claimedParts.stream()
                .filter(part -> invoiceIds.contains(part.invoiceId()))
                .toList();
    }

    @Override
    public List<FundedPart> fundedBy(Collection<String> invoiceIds) {
        return fundedParts.stream()
                .filter(part -> invoiceIds.contains(part.invoiceId()))
                .toList();
    }
}
