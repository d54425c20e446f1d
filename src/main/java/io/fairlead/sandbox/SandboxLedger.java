package io.fairlead.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The sandbox's state, folded from the journal: what is live and what is replayed goes through the
 * same {@link #apply}.
 */
final class SandboxLedger {

    /** One fact of the change feed; the cursor is the journal's line number. */
    record Change(long cursor, String type, Object document) {}

    /** An opportunity as given, with the cursor it is listed under. */
    record Opportunity(long cursor, JsonNode opportunity) {}

    final Shelf<SandboxCustomer> customers = new Shelf<>();
    final Shelf<SandboxProject> projects = new Shelf<>();
    final Shelf<SandboxProject> psaProjects = new Shelf<>();
    final Shelf<SandboxInvoice> invoices = new Shelf<>();
    final Shelf<Payment> payments = new Shelf<>();
    final Shelf<SandboxRefund> refunds = new Shelf<>();
    final Shelf<SandboxBooking> bookings = new Shelf<>();
    final Map<String, Opportunity> opportunities = new LinkedHashMap<>();
    final List<Change> changes = new ArrayList<>();
    final Set<String> closedPeriods = new HashSet<>();
    final Map<String, Integer> postedByCompany = new HashMap<>();
    final Map<String, List<String>> invoicesByNumber = new HashMap<>();

    void apply(long seq, Entry entry) {
        switch (entry) {
            case Entry.CustomerSaved(var customer) -> customers.put(customer);
            case Entry.ProjectSaved(var project) -> projects.put(project);
            case Entry.PsaProjectSaved(var project) -> psaProjects.put(project);
            case Entry.InvoiceDrafted(var invoice) -> invoices.put(invoice);
            case Entry.InvoicePosted(var id, var posting) -> posted(seq, id, posting);
            case Entry.PaymentBooked(var payment) -> {
                payments.put(payment);
                invoices.put(invoices.require(payment.invoiceId()).paidBy(payment.amount()));
                changes.add(new Change(seq, "PAYMENT", payment));
            }
            case Entry.RefundBooked(var refund) -> refunds.put(refund);
            case Entry.AccountBooked(var booking) -> bookings.put(booking);
            case Entry.PeriodSet(var company, var period, var closed) -> {
                if (closed) {
                    closedPeriods.add(company + "/" + period);
                } else {
                    closedPeriods.remove(company + "/" + period);
                }
            }
            case Entry.OpportunitySaved(var id, var opportunity) -> {
                opportunities.remove(id);
                opportunities.put(id, new Opportunity(seq, opportunity));
            }
        }
    }

    private void posted(long seq, String id, SandboxInvoice.Posting posting) {
        var invoice = invoices.require(id).posted(posting);
        invoices.put(invoice);
        postedByCompany.merge(invoice.company(), 1, Integer::sum);
        invoicesByNumber
                .computeIfAbsent(posting.number(), _ -> new ArrayList<>())
                .add(id);
        invoicesByNumber
                .computeIfAbsent(posting.documentNumber(), _ -> new ArrayList<>())
                .add(id);
        changes.add(new Change(seq, "INVOICE_POSTED", LedgerReport.documentOf(invoice)));
        if (invoice.creditsRef() != null) {
            invoices.withRef(invoice.creditsRef()).stream()
                    .findFirst()
                    .ifPresent(credited -> invoices.put(credited.creditedBy(invoice.payable())));
        }
    }

    /** Invoices that carry this number (theirs or ours) or this external reference, each once. */
    List<SandboxInvoice> invoicesKnownAs(String name) {
        var found = new ArrayList<SandboxInvoice>(invoices.withRef(name));
        invoicesByNumber.getOrDefault(name, List.of()).stream()
                .map(invoices::get)
                .filter(Objects::nonNull)
                .filter(invoice -> !found.contains(invoice))
                .forEach(found::add);
        return found;
    }
}
