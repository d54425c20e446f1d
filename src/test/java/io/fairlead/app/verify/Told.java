package io.fairlead.app.verify;

import io.fairlead.app.verify.account.RunningAccount;
import io.fairlead.app.verify.invariant.LineHash;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.NumberAssigned;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Events with the fields that checks look at; the others stay empty. */
final class Seen {

    static final String CONTRACT = "contract:C1";
    static final LocalDate DAY = LocalDate.parse("2026-03-31");

    static <A extends RunningAccount> A account(A account, List<? extends SpecificRecord> events) {
        events.forEach(account::book);
        return account;
    }

    static TimePriced priced(String source, String amount) {
        var event = new TimePriced();
        set(event, "timeEntryId", source);
        set(event, "contractId", CONTRACT);
        set(event, "currency", "EUR");
        set(event, "amount", new BigDecimal(amount));
        return event;
    }

    public static TimePutOnDraft drafted(String source, String invoice, String amount) {
        var event = new TimePutOnDraft();
        set(event, "timeEntryId", source);
        set(event, "invoiceId", invoice);
        set(event, "amount", new BigDecimal(amount));
        return event;
    }

    static TimeTakenOffDraft freed(String source, String invoice, String amount) {
        var event = new TimeTakenOffDraft();
        set(event, "timeEntryId", source);
        set(event, "invoiceId", invoice);
        set(event, "amount", new BigDecimal(amount));
        return event;
    }

    static TimeBilled billed(String source, String invoice, int lineNo, String amount) {
        var event = new TimeBilled();
        set(event, "timeEntryId", source);
        set(event, "invoiceId", invoice);
        set(event, "invoiceLineNo", lineNo);
        set(event, "amount", new BigDecimal(amount));
        return event;
    }

    static InvoiceLine line(int lineNo, String source, String net) {
        var line = new InvoiceLine();
        set(line, "lineNo", lineNo);
        set(line, "sourceId", source);
        set(line, "portionNo", 1);
        set(line, "net", new BigDecimal(net));
        set(line, "serviceDate", DAY);
        set(line, "taxCategory", "S");
        set(line, "taxCodes", List.of());
        return line;
    }

    public static InvoiceLinesAdded lines(String invoice, InvoiceLine... lines) {
        var event = new InvoiceLinesAdded();
        set(event, "invoiceId", invoice);
        set(event, "lines", List.of(lines));
        return event;
    }

    public static InvoiceApproved approved(String invoice, String net, String tax, String gross) {
        var row = new TaxRow();
        set(row, "category", "S");
        set(row, "rate", new BigDecimal("0.190000"));
        set(row, "base", new BigDecimal(net));
        set(row, "tax", new BigDecimal(tax));
        set(row, "days", List.of());
        var event = new InvoiceApproved();
        set(event, "invoiceId", invoice);
        set(event, "customerId", "customer:K1");
        set(event, "legalEntityId", "legal-entity:DE01");
        set(event, "taxPoint", DAY);
        set(event, "taxRows", List.of(row));
        set(event, "net", new BigDecimal(net));
        set(event, "tax", new BigDecimal(tax));
        set(event, "gross", new BigDecimal(gross));
        set(event, "currency", "EUR");
        return event;
    }

    public static InvoiceIssued issued(String number, InvoiceApproved approved, InvoiceLine... lines) {
        var event = new InvoiceIssued();
        set(event, "invoiceId", approved.getInvoiceId());
        set(event, "number", number);
        set(event, "issueDate", DAY);
        set(event, "dueDate", DAY);
        set(event, "customerId", approved.getCustomerId());
        set(event, "legalEntityId", approved.getLegalEntityId());
        set(event, "taxPoint", approved.getTaxPoint());
        set(event, "taxRows", approved.getTaxRows());
        set(event, "net", approved.getNet());
        set(event, "tax", approved.getTax());
        set(event, "gross", approved.getGross());
        set(event, "currency", approved.getCurrency());
        set(event, "lineCount", lines.length);
        set(event, "lineHash", LineHash.of(List.of(lines)));
        return event;
    }

    static PaymentApplied payment(String invoice, String amount, String open) {
        var event = new PaymentApplied();
        set(event, "invoiceId", invoice);
        set(event, "amount", new BigDecimal(amount));
        set(event, "open", new BigDecimal(open));
        return event;
    }

    static NumberAssigned number(long number, String text, String invoice, LocalDate issueDate) {
        var event = new NumberAssigned();
        set(event, "numberSeriesId", "number-series:DE01-INV-2026");
        set(event, "number", number);
        set(event, "text", text);
        set(event, "documentId", invoice);
        set(event, "issueDate", issueDate);
        return event;
    }

    /** Events are made by builders that demand every field; here most do not matter. */
    static void set(SpecificRecord record, String field, Object value) {
        record.put(record.getSchema().getField(field).pos(), value);
    }

    private Seen() {}
}
