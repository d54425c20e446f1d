package io.fairlead.billing.run;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.shared.StreamHistory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whose a draft or an invoice is, customer:<code>, by what the run planned and by the drafts themselves; the empty text while
 * another run is about to draft it. Part of the billing run; not thread-safe.
 */
final class DraftPayers implements Function<String, String> {

    private final Map<String, String> known = new HashMap<>();
    private final StreamHistory history;

    DraftPayers(BillingRunStarted run, StreamHistory history) {
        this.history = history;
        history.all(run.getBillingRunId(), InvoicePlanned.class)
                .forEach(planned -> known.put(planned.getInvoiceId(), planned.getCustomerId()));
    }

    /** Contracts that an interrupted attempt of the run came to, contract:<key>. */
    static Set<String> contractsOf(BillingRunStarted run, StreamHistory history) {
        return history.all(run.getBillingRunId(), InvoicePlanned.class).stream()
                .map(InvoicePlanned::getContractId)
                .collect(Collectors.toSet());
    }

    @Override
    public String apply(String invoiceId) {
        return known.computeIfAbsent(invoiceId, id -> history.last(id, InvoiceDrafted.class)
                .map(InvoiceDrafted::getCustomerId)
                .orElse(""));
    }
}
