package io.fairlead.billing.cash;

import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.StreamHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Invoices as the log knows them, and which of them the company's policy of a day lets money go to; for {@link MoneyPlan}. */
public final class KnownInvoices implements MoneyPlan.Ledger {

    private final OpenItems items;
    private final StreamHistory history;
    private final LocalDate day;

    /** @param day whose policy holds */
    public KnownInvoices(OpenItems items, StreamHistory history, LocalDate day) {
        this.items = items;
        this.history = history;
        this.day = day;
    }

    /** Whether money goes to invoices by itself: unless the company's policy of the day says no. */
    public static boolean isOldestFirst(StreamHistory history, String legalEntityId, LocalDate day) {
        return ReceivablePolicy.on(history, legalEntityId, day)
                .map(policy -> policy.getApplication().equals(ApplicationBasis.OLDEST_FIRST.name()))
                .orElse(true);
    }

    @Override
    public Optional<OpenInvoice> invoice(String invoiceId) {
        return OpenInvoice.of(history, invoiceId);
    }

    @Override
    public boolean areSame(String oneCustomer, String otherCustomer) {
        return oneCustomer.equals(otherCustomer)
                || MergedCustomers.among(history, oneCustomer, otherCustomer).areSame(oneCustomer, otherCustomer);
    }

    @Override
    public List<String> oldestFirst(String legalEntityId, String customerId, String currency) {
        return isOldestFirst(history, legalEntityId, day)
                ? items.invoices(legalEntityId, customerId, currency)
                : List.of();
    }
}
