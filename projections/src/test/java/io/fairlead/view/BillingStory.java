package io.fairlead.view;

import static io.fairlead.view.Story.DAY;
import static io.fairlead.view.Story.NOON;
import static io.fairlead.view.Story.money;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.view.Story.Job;
import java.math.BigDecimal;
import java.util.List;

/** Makes the events of billing for tests: items, invoices, payments. */
public final class BillingStory {

    private BillingStory() {}

    public static BillingItemReady itemReady(Job job, String item, String amount) {
        return new BillingItemReady(
                item,
                "MILESTONE",
                job.contract(),
                job.project(),
                job.customer(),
                job.entity(),
                2,
                "Design accepted",
                money(amount),
                job.currency(),
                DAY,
                DAY,
                1,
                null);
    }

    public static BillingItemPutOnDraft itemDrafted(Job job, String item, String invoice, String amount) {
        return new BillingItemPutOnDraft(item, invoice, 1, money(amount), job.currency(), job.contract(), DAY);
    }

    public static BillingItemTakenOffDraft itemUndrafted(Job job, String item, String invoice, String amount) {
        return new BillingItemTakenOffDraft(
                item, invoice, 1, money(amount), job.currency(), job.contract(), DAY, "deferred");
    }

    public static BillingItemBilled itemBilled(Job job, String item, String invoice, int line, String amount) {
        return new BillingItemBilled(
                item, invoice, "N-1", line, 1, money(amount), job.currency(), job.contract(), DAY, DAY.plusDays(29));
    }

    public static InvoiceLine invoiceLine(Job job, int no, String source, int contractLine, String net) {
        return InvoiceLine.newBuilder()
                .setLineNo(no)
                .setSourceId(source)
                .setPortionNo(1)
                .setContractLineNo(contractLine)
                .setProjectId(job.project())
                .setDescription("Work")
                .setServiceDate(DAY)
                .setNet(money(net))
                .setTaxCategory("S")
                .build();
    }

    public static InvoiceLinesAdded linesAdded(String invoice, InvoiceLine... lines) {
        return InvoiceLinesAdded.newBuilder()
                .setInvoiceId(invoice)
                .setLines(List.of(lines))
                .build();
    }

    public static InvoiceDrafted invoiceDrafted(Job job, String invoice, int lines, String net) {
        return InvoiceDrafted.newBuilder()
                .setInvoiceId(invoice)
                .setBillingRunId("billing-run:march")
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setCurrency(job.currency())
                .setCutOff(DAY.plusDays(29))
                .setIssueDate(DAY.plusDays(29))
                .setPreparer("local|bob")
                .setLineCount(lines)
                .setNet(money(net))
                .build();
    }

    public static InvoiceApproved invoiceApproved(Job job, String invoice, String net, String tax, String gross) {
        return InvoiceApproved.newBuilder()
                .setInvoiceId(invoice)
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setApprovedBy("local|cfo")
                .setApprovedAt(NOON)
                .setTaxPoint(DAY)
                .setIssueDate(DAY.plusDays(29))
                .setTaxRows(taxRows(net, tax))
                .setNet(money(net))
                .setTax(money(tax))
                .setGross(money(gross))
                .setCurrency(job.currency())
                .build();
    }

    public static InvoiceIssued invoiceIssued(
            Job job, String invoice, int lines, String net, String tax, String gross) {
        return InvoiceIssued.newBuilder()
                .setInvoiceId(invoice)
                .setNumber("N-" + invoice)
                .setSeries("INV")
                .setYear(2026)
                .setDocumentType("380")
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setIssueDate(DAY.plusDays(29))
                .setTaxPoint(DAY)
                .setDueDate(DAY.plusDays(59))
                .setSeller("Firm")
                .setBuyer("Customer")
                .setTaxRows(taxRows(net, tax))
                .setNet(money(net))
                .setTax(money(tax))
                .setGross(money(gross))
                .setCurrency(job.currency())
                .setLineCount(lines)
                .setLineHash("00")
                .build();
    }

    public static PaymentApplied paid(Job job, String invoice, String amount, String open) {
        return new PaymentApplied(
                invoice,
                "receipt:1",
                money(amount),
                money(open),
                job.currency(),
                DAY.plusDays(40),
                job.contract(),
                job.customer(),
                job.entity(),
                null,
                null);
    }

    private static List<TaxRow> taxRows(String net, String tax) {
        return List.of(
                new TaxRow("S", new BigDecimal("0.190000"), money(net), money(tax), null, null, null, List.of()));
    }
}
