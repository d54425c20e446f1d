package io.fairlead.billing.credit;

import static io.fairlead.billing.invoice.BillingExamples.PARTIES;
import static io.fairlead.billing.invoice.BillingExamples.linesAdded;
import static io.fairlead.testing.Cast.BILLER;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.InvoiceStaged;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.invoice.BillingExamples;
import io.fairlead.billing.invoice.InvoiceEvents;
import io.fairlead.billing.invoice.IssueInvoice;
import io.fairlead.billing.tax.TaxComputation;
import io.fairlead.billing.tax.TaxMode;
import io.fairlead.billing.tax.TaxRate;
import io.fairlead.billing.tax.TaxedLine;
import io.fairlead.shared.Disposition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Invoices at 20 % that were issued, and credits of them. */
public final class CreditExamples {

    public static final CreditNoteId CREDIT = CreditNoteId.of("crn-1");
    public static final LocalDate CREDIT_DAY = LocalDate.of(2026, 4, 20);
    static final String CONTROLLER = "idp|controller";
    public static final Map<LocalDate, Map<String, TaxRate>> AT_20 =
            Map.of(WORK_DAY, Map.of("S", new TaxRate("S", new BigDecimal("0.20"), "law", null)));

    /** A line of worked time. */
    static InvoiceLine worked(int lineNo, String entry, int seconds, String rate, String net) {
        return InvoiceLine.newBuilder(BillingExamples.line(lineNo, entry, net))
                .setSeconds(seconds)
                .setPrice(wire(rate))
                .build();
    }

    /** A line without time. */
    static InvoiceLine item(int lineNo, String item, String net) {
        return InvoiceLine.newBuilder(BillingExamples.line(lineNo, item, net))
                .setSeconds(null)
                .setPrice(null)
                .setSecondsPerUnit(null)
                .build();
    }

    /** All events up to the issue of an invoice with these lines, taxed at 20 %. */
    static List<Object> issued(InvoiceLine... lines) {
        var all = List.of(lines);
        var net = all.stream().map(InvoiceLine::getNet).reduce(BigDecimal.ZERO, BigDecimal::add);
        var draft = BillingExamples.drafted(all.size(), net.toPlainString());
        var rows = TaxComputation.rows(all.stream().map(TaxedLine::of).toList(), "EUR", TaxMode.DOCUMENT, AT_20);
        var taxes = BillingExamples.taxed(rows.toArray(TaxRow[]::new));
        var approval = InvoiceEvents.approved(BillingExamples.approving(LEAD, taxes), draft, 1, all);
        var events = new ArrayList<Object>(List.of(linesAdded(lines), draft, approval));
        events.add(InvoiceStaged.newBuilder()
                .setInvoiceId(INVOICE.value())
                .setErpReference("ERP-1")
                .setGross(approval.getGross())
                .build());
        events.add(InvoiceEvents.issued(
                new IssueInvoice(INVOICE, BillingExamples.NUMBER, "INV", 2026, ISSUE_DAY, PARTIES, null),
                draft,
                approval,
                all));
        return events;
    }

    static CreditGrant grant(List<Object> events, CreditReserved... before) {
        var lines = ((InvoiceLinesAdded) events.getFirst()).getLines();
        return new CreditGrant((InvoiceIssued) events.getLast(), lines, List.of(before));
    }

    static ReserveCredit ask(CreditRequest... lines) {
        return ask(CREDIT, lines);
    }

    static ReserveCredit ask(CreditNoteId credit, CreditRequest... lines) {
        return new ReserveCredit(INVOICE, credit, List.of(lines), null, CREDIT_DAY, "agreed", BILLER);
    }

    public static ReserveCredit askForAll(Disposition rest) {
        return new ReserveCredit(INVOICE, CREDIT, List.of(), rest, CREDIT_DAY, "agreed", BILLER);
    }

    /** 8 h at 150 on one line, 1,440.00 with tax. */
    static List<Object> eightHours() {
        return issued(worked(1, "time-entry:e-1", 28_800, "150", "1200"));
    }

    /** The credit of 2 of those 8 hours, 360.00 with tax. */
    static CreditReserved twoHoursGranted() {
        return grant(eightHours()).of(ask(twoHours()));
    }

    static CreditRequest twoHours() {
        return new CreditRequest(1, 7_200, null, Disposition.CORRECTED);
    }

    static CreditNoteDrafted creditDrafted() {
        return CreditNoteEvents.drafted(twoHoursGranted());
    }

    private CreditExamples() {}
}
