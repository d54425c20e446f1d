package io.fairlead.sandbox;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules of the sandbox ERP: each command checks, journals, changes the books, and answers only when the journal
 * is on disk. Reads wait for the disk as well, so nothing that was ever seen can be lost by a kill.
 */
final class Ledger implements AutoCloseable {

    private final Journal journal;
    private final SandboxLedger books = new SandboxLedger();
    private final ReentrantLock lock = new ReentrantLock();

    Ledger(Journal journal) {
        this.journal = journal;
        var seq = 0L;
        for (var line : journal.replayed()) {
            books.apply(++seq, Entry.read(line));
        }
    }

    /** Looks at the books; everything seen is on disk when this returns. */
    <T> T read(Function<SandboxLedger, T> question) {
        return durably(() -> question.apply(books));
    }

    private <T> T durably(Supplier<T> work) {
        T answer;
        long tail;
        lock.lock();
        try {
            answer = work.get();
            tail = journal.tail();
        } finally {
            lock.unlock();
        }
        journal.awaitDurable(tail);
        return answer;
    }

    private void write(Entry entry) {
        books.apply(journal.append(Entry.write(journal.tail() + 1, entry)), entry);
    }

    Reply createCustomer(BodyFields body, boolean ignoreReferences) {
        return create(body, books.customers, "C", SandboxCustomer::read, Entry.CustomerSaved::new, ignoreReferences);
    }

    Reply changeCustomer(String id, BodyFields body) {
        return change(id, body, books.customers, SandboxCustomer::read, Entry.CustomerSaved::new);
    }

    Reply createProject(BodyFields body, boolean ignoreReferences) {
        return create(body, books.projects, "P", this::knownProject, Entry.ProjectSaved::new, ignoreReferences);
    }

    Reply changeProject(String id, BodyFields body) {
        return change(id, body, books.projects, this::knownProject, Entry.ProjectSaved::new);
    }

    Reply createPsaProject(BodyFields body, boolean ignoreReferences) {
        return create(
                body, books.psaProjects, "PSA", SandboxProject::read, Entry.PsaProjectSaved::new, ignoreReferences);
    }

    Reply payOut(BodyFields body, boolean ignoreReferences) {
        return create(body, books.refunds, "R", SandboxRefund::read, Entry.RefundBooked::new, ignoreReferences);
    }

    Reply book(BodyFields body, boolean ignoreReferences) {
        return create(body, books.bookings, "B", SandboxBooking::read, Entry.AccountBooked::new, ignoreReferences);
    }

    private SandboxProject knownProject(BodyFields body, String id) {
        var _ = requireCustomer(SandboxProject.read(body, id).customerRef());
        return SandboxProject.read(body, id);
    }

    private SandboxCustomer requireCustomer(String ref) {
        return books.customers.withRef(ref).stream()
                .findFirst()
                .orElseThrow(() -> SandboxRefusal.business(
                        "CUSTOMER_UNKNOWN",
                        "customerRef",
                        "no customer has the reference " + ref + "; create it first"));
    }

    private <T extends Referenced> Reply create(
            BodyFields body,
            Shelf<T> shelf,
            String prefix,
            BiFunction<BodyFields, String, T> reader,
            Function<T, Entry> entry,
            boolean ignoreReferences) {
        return durably(() -> {
            var ref = body.reference("externalRef");
            if (!ignoreReferences && shelf.knows(ref)) {
                var known = shelf.withRef(ref).getFirst();
                if (known.equals(reader.apply(body, known.id()))) {
                    return Reply.ok(known);
                }
                throw SandboxRefusal.duplicate(ref);
            }
            var made = reader.apply(body, shelf.nextId(prefix));
            write(entry.apply(made));
            return Reply.created(made);
        });
    }

    private <T extends Referenced> Reply change(
            String id,
            BodyFields body,
            Shelf<T> shelf,
            BiFunction<BodyFields, String, T> reader,
            Function<T, Entry> entry) {
        return durably(() -> {
            var known = shelf.require(id);
            var changed = reader.apply(body, id);
            if (!known.equals(changed)) {
                requireNewer(known, changed);
                write(entry.apply(changed));
            }
            return Reply.ok(changed);
        });
    }

    private static void requireNewer(Referenced known, Referenced changed) {
        if (!known.externalRef().equals(changed.externalRef())) {
            throw SandboxRefusal.business(
                    "REFERENCE_FIXED", "externalRef", "a reference never changes: " + known.externalRef());
        }
        if (changed.version() <= known.version()) {
            throw new SandboxRefusal(
                    409,
                    "VERSION_STALE",
                    "version",
                    "version " + known.version() + " is kept; a change needs a higher one than " + changed.version());
        }
    }

    Reply draftInvoice(BodyFields body, boolean ignoreReferences) {
        return durably(() -> {
            var ref = body.reference("externalRef");
            if (!ignoreReferences && books.invoices.knows(ref)) {
                var known = books.invoices.withRef(ref).getFirst();
                if (known.sameContentAs(SandboxInvoice.read(body, known.id()))) {
                    return Reply.ok(shown(known));
                }
                throw SandboxRefusal.duplicate(ref);
            }
            var draft = acceptable(SandboxInvoice.read(body, books.invoices.nextId("INV")));
            write(new Entry.InvoiceDrafted(draft));
            return Reply.created(shown(draft));
        });
    }

    Reply replaceDraft(String id, BodyFields body) {
        return durably(() -> {
            var known = books.invoices.require(id);
            var draft = SandboxInvoice.read(body, id);
            if (known.sameContentAs(draft)) {
                return Reply.ok(shown(known));
            }
            if (known.posting() != null) {
                throw new SandboxRefusal(
                        409, "ALREADY_POSTED", "id", "a posted invoice never changes; credit it instead");
            }
            requireNewer(known, draft);
            write(new Entry.InvoiceDrafted(acceptable(draft)));
            return Reply.ok(shown(draft));
        });
    }

    private SandboxInvoice acceptable(SandboxInvoice draft) {
        var customer = requireCustomer(draft.customerRef());
        if (customer.purchaseOrderRequired() && draft.purchaseOrder() == null) {
            throw SandboxRefusal.business(
                    "PO_MISSING", "purchaseOrder", "customer " + customer.name() + " wants a purchase order number");
        }
        for (var line : draft.lines()) {
            if (line.projectRef() != null && !books.projects.knows(line.projectRef())) {
                throw SandboxRefusal.business(
                        "PROJECT_UNKNOWN", "lines.projectRef", "no project has the reference " + line.projectRef());
            }
        }
        Credits.requireFitting(books, draft);
        requireOpen(draft.company(), YearMonth.from(draft.accountingDate()));
        return draft;
    }

    private void requireOpen(String company, YearMonth period) {
        if (books.closedPeriods.contains(company + "/" + period)) {
            throw SandboxRefusal.business(
                    "PERIOD_CLOSED", "accountingDate", "period " + period + " of " + company + " is closed");
        }
    }

    Reply post(String id, BodyFields body) {
        return durably(() -> {
            var draft = books.invoices.require(id);
            var posting = new SandboxInvoice.Posting(
                    "%s-%06d".formatted(draft.company(), books.postedByCompany.getOrDefault(draft.company(), 0) + 1),
                    body.text("number"),
                    body.date("issueDate"),
                    body.date("accountingDate"),
                    body.date("dueDate"));
            var known = draft.posting();
            if (known != null) {
                if (known.sameAs(posting)) {
                    return Reply.ok(shown(draft));
                }
                throw new SandboxRefusal(409, "ALREADY_POSTED", "id", "it is posted as " + known.number());
            }
            requireOpen(draft.company(), YearMonth.from(posting.accountingDate()));
            if (books.invoicesKnownAs(posting.number()).stream()
                    .anyMatch(other -> other.company().equals(draft.company()))) {
                throw SandboxRefusal.business(
                        "NUMBER_TAKEN", "number", posting.number() + " is the number of another invoice");
            }
            write(new Entry.InvoicePosted(id, posting));
            return Reply.created(shown(books.invoices.require(id)));
        });
    }

    Reply pay(BodyFields body) {
        return durably(() -> {
            var ref = body.reference("externalRef");
            var invoice = Payment.payable(books, body);
            var known = books.payments.withRef(ref);
            var id = known.isEmpty()
                    ? books.payments.nextId("PAY")
                    : known.getFirst().id();
            var payment = Payment.read(body, id, ref, invoice);
            if (!known.isEmpty()) {
                if (known.getFirst().equals(payment)) {
                    return Reply.ok(payment);
                }
                throw SandboxRefusal.duplicate(ref);
            }
            payment.requireFitting(invoice);
            write(new Entry.PaymentBooked(payment));
            return Reply.created(payment);
        });
    }

    Reply setPeriod(String company, YearMonth period, boolean closed) {
        return durably(() -> {
            if (books.closedPeriods.contains(company + "/" + period) != closed) {
                write(new Entry.PeriodSet(company, period.toString(), closed));
            }
            return Reply.ok(new Entry.PeriodSet(company, period.toString(), closed));
        });
    }

    Reply saveOpportunity(JsonNode opportunity) {
        return durably(() -> {
            var id = opportunity.path("Id").asString("");
            if (id.isBlank()) {
                throw SandboxRefusal.business("FIELD_REQUIRED", "Id", "an opportunity needs its Salesforce Id");
            }
            var known = books.opportunities.get(id);
            if (known != null && known.opportunity().equals(opportunity)) {
                return Reply.ok(opportunity);
            }
            write(new Entry.OpportunitySaved(id, opportunity));
            return Reply.created(opportunity);
        });
    }

    static ObjectNode shown(SandboxInvoice invoice) {
        ObjectNode node = Json.MAPPER.valueToTree(invoice);
        return node.put("status", invoice.status());
    }

    static List<Object> shown(List<SandboxInvoice> invoices) {
        var all = new ArrayList<Object>();
        invoices.forEach(invoice -> all.add(shown(invoice)));
        return all;
    }

    @Override
    public void close() {
        journal.close();
    }
}
