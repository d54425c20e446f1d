package io.fairlead.billing.api;

import io.fairlead.billing.cash.TransferMatching;
import io.fairlead.billing.cash.TransferMatching.OpenInvoice;
import io.fairlead.billing.view.OpenItemQuery;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.view.CustomerQuery;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is open, or was paid lately, of the companies that an account belongs to, for the matching of one import. Not thread-safe.
 */
final class OpenInvoices {

    private static final int MERGES_MAX = 100;

    /** Nobody books a transfer by hand, and imports its statement later still. */
    private static final int PAID_MONTHS = 24;

    private final OpenItemQuery open;
    private final CustomerQuery customers;
    private final LocalDate today;
    private final Map<String, List<LegalEntityId>> companies = new HashMap<>();
    private final Map<String, TransferMatching> byAccount = new HashMap<>();
    private final Map<String, Optional<CustomerQuery.Customer>> known = new HashMap<>();
    private final Map<String, OpenItemQuery.OpenItem> items = new HashMap<>();

    OpenInvoices(OpenItemQuery open, CustomerQuery customers, LocalDate today) {
        this.open = open;
        this.customers = customers;
        this.today = today;
    }

    /** The companies with that account, which they may share; empty when none has it. */
    List<LegalEntityId> companies(String iban) {
        return companies.computeIfAbsent(iban, account -> customers.legalEntities().stream()
                .filter(company -> account.equals(company.iban()))
                .map(company -> new LegalEntityId(company.legalEntityId()))
                .toList());
    }

    /** What is open of them, less what was booked since. */
    TransferMatching matching(String iban) {
        return byAccount.computeIfAbsent(
                iban,
                account -> new TransferMatching(companies(account).stream()
                        .flatMap(company -> open.payable(company.value(), today.minusMonths(PAID_MONTHS)).stream())
                        .filter(item -> item.number() != null)
                        .map(this::invoice)
                        .toList()));
    }

    /** Whose invoices they are, when they are of one company. */
    Optional<LegalEntityId> companyOf(List<String> invoiceIds) {
        return only(invoiceIds.stream().map(id -> item(id).legalEntityId())).map(LegalEntityId::new);
    }

    /** Who owes them, when they are of one customer: the one that lives on. */
    Optional<CustomerId> customerOf(List<String> invoiceIds) {
        return only(invoiceIds.stream().map(id -> {
                    var owes = item(id).customerId();
                    var customer = living(owes);
                    return customer == null ? owes : customer.customerId();
                }))
                .map(CustomerId::new);
    }

    /** Printed numbers of what is paid. */
    List<String> numbers(List<TransferMatching.Share> shares) {
        return shares.stream()
                .map(share -> String.valueOf(item(share.invoiceId()).number()))
                .toList();
    }

    private OpenItemQuery.OpenItem item(String invoiceId) {
        return Objects.requireNonNull(items.get(invoiceId));
    }

    private static Optional<String> only(Stream<String> all) {
        var found = all.distinct().toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private OpenInvoice invoice(OpenItemQuery.OpenItem item) {
        items.put(item.documentId(), item);
        var customer = living(item.customerId());
        return new OpenInvoice(
                item.documentId(),
                String.valueOf(item.number()),
                customer == null ? item.customerId() : customer.customerId(),
                customer == null ? null : customer.name(),
                item.currency(),
                item.open());
    }

    private CustomerQuery.@Nullable Customer living(String customerId) {
        var found = customer(customerId);
        for (var step = 0; step < MERGES_MAX && found != null && found.mergedInto() != null; step++) {
            found = customer(found.mergedInto());
        }
        return found;
    }

    private CustomerQuery.@Nullable Customer customer(String customerId) {
        return known.computeIfAbsent(customerId, id -> customers.byId(id, today))
                .orElse(null);
    }
}
