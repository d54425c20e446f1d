package io.fairlead.view;

import static io.fairlead.projection.db.Tables.BILLING_MOVEMENT;
import static io.fairlead.view.BillingStory.invoiceApproved;
import static io.fairlead.view.BillingStory.invoiceDrafted;
import static io.fairlead.view.BillingStory.invoiceIssued;
import static io.fairlead.view.BillingStory.invoiceLine;
import static io.fairlead.view.BillingStory.linesAdded;
import static io.fairlead.view.Story.DAY;
import static io.fairlead.view.Story.NOON;
import static io.fairlead.view.Story.money;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditNoteApproved;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.CreditNotePosted;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.view.CreditNoteQuery;
import io.fairlead.billing.view.InvoiceQuery;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.view.Story.Job;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class CreditViewTest {

    private static final String INVOICE = "invoice:1";
    private static final String CREDIT = "credit-note:1";
    private final DSLContext db = TestDatabase.freshTables();
    private final Job job = Job.of("DE01", "C1", "K1", "P1", "EUR");
    private final MemoryLog log = new MemoryLog();

    private void fold() {
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
    }

    private void draft() {
        log.append(linesAdded(
                INVOICE,
                invoiceLine(job, 1, "time-entry:a", 1, "100.00"),
                invoiceLine(job, 2, "time-entry:b", 1, "50.00")));
        log.append(invoiceDrafted(job, INVOICE, 2, "150.00"));
    }

    private InvoiceQuery.Detail invoice() {
        return new InvoiceQuery(db).byId(INVOICE).orElseThrow();
    }

    @Test
    void review_changes_lines_and_net_and_a_return_makes_a_draft_again() {
        draft();
        log.append(InvoiceLineRemoved.newBuilder()
                .setInvoiceId(INVOICE)
                .setLineNo(2)
                .setSourceId("time-entry:b")
                .setPortionNo(1)
                .setNet(money("50"))
                .setCurrency("EUR")
                .setReason("too early")
                .setRemovedBy("local|cfo")
                .build());
        log.append(InvoiceLineAdjusted.newBuilder()
                .setInvoiceId(INVOICE)
                .setLineNo(1)
                .setSourceId("time-entry:a")
                .setPortionNo(1)
                .setContractLineNo(1)
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setAmount(money("-10"))
                .setNet(money("90"))
                .setCurrency("EUR")
                .setReason("goodwill")
                .setAdjustedBy("local|cfo")
                .build());
        fold();
        var reviewed = invoice();
        assertThat(reviewed.invoice().net()).isEqualByComparingTo("90");
        assertThat(reviewed.invoice().lineCount()).isEqualTo(1);
        assertThat(reviewed.invoice().adjustment()).isEqualByComparingTo("-10");
        assertThat(reviewed.lines()).singleElement().satisfies(line -> {
            assertThat(line.net()).isEqualByComparingTo("90");
            assertThat(line.adjustmentReason()).isEqualTo("goodwill");
        });

        log.append(invoiceApproved(job, INVOICE, "90.00", "17.10", "107.10"));
        log.append(InvoiceReturned.newBuilder()
                .setInvoiceId(INVOICE)
                .setApprovalNo(1)
                .setReason("wrong order")
                .setReturnedBy("local|cfo")
                .build());
        fold();
        assertThat(invoice().invoice().status()).isEqualTo("drafted");
        assertThat(invoice().taxes()).isEmpty();

        log.append(invoiceApproved(job, INVOICE, "90.00", "17.10", "107.10"));
        log.append(invoiceIssued(job, INVOICE, 1, "90.00", "17.10", "107.10"));
        fold();
        assertThat(invoice().taxes()).hasSize(1);
        assertThat(billed()).isEqualByComparingTo("90");
    }

    @Test
    void a_credit_note_takes_back_what_was_billed_and_closes_its_invoice() {
        draft();
        log.append(invoiceApproved(job, INVOICE, "150.00", "28.50", "178.50"));
        log.append(invoiceIssued(job, INVOICE, 2, "150.00", "28.50", "178.50"));
        log.append(drafted());
        log.append(CreditNoteApproved.newBuilder()
                .setCreditNoteId(CREDIT)
                .setInvoiceId(INVOICE)
                .setLegalEntityId(job.entity())
                .setApprovedBy("local|cfo")
                .setApprovedAt(NOON)
                .build());
        fold();
        assertThat(billed()).isEqualByComparingTo("150");
        assertThat(note().creditNote().status()).isEqualTo("approved");

        log.append(issued());
        log.append(CreditApplied.newBuilder()
                .setInvoiceId(INVOICE)
                .setCreditNoteId(CREDIT)
                .setNumber("C-1")
                .setIssueDate(DAY)
                .setGross(money("178.50"))
                .setApplied(money("178.50"))
                .setOpen(money("0"))
                .setCurrency("EUR")
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .build());
        log.append(new CreditNotePosted(CREDIT, "ERP-2", DAY));
        fold();
        assertThat(billed()).isEqualByComparingTo("0");
        assertThat(note().creditNote().status()).isEqualTo("posted");
        assertThat(note().creditNote().number()).isEqualTo("C-1");
        assertThat(note().lines()).extracting(CreditNoteQuery.Line::disposition).containsOnly("REOPEN");
        assertThat(note().taxes()).hasSize(1);
        assertThat(invoice().invoice().status()).isEqualTo("credited");
        assertThat(invoice().invoice().open()).isEqualByComparingTo("0");
        assertThat(invoice().invoice().credited()).isEqualByComparingTo("178.50");
        assertThat(new CreditNoteQuery(db)
                        .list(new CreditNoteQuery.Filter("posted", INVOICE, null, null, null), null, 10)
                        .items())
                .hasSize(1);
        assertThat(sum("net_amount", "bi.fact_credit_line")).isEqualByComparingTo("150");
        assertThat(sum("gross_amount", "bi.fact_receivable_movement"))
                .as("nothing is owed any more")
                .isEqualByComparingTo("0");
    }

    private BigDecimal sum(String column, String view) {
        return db.fetchSingle("select sum(" + column + ") from " + view).get(0, BigDecimal.class);
    }

    private CreditNoteQuery.Detail note() {
        return new CreditNoteQuery(db).byId(CREDIT).orElseThrow();
    }

    private BigDecimal billed() {
        return db.select(DSL.sum(BILLING_MOVEMENT.NET_AMOUNT))
                .from(BILLING_MOVEMENT)
                .fetchOneInto(BigDecimal.class);
    }

    private CreditLine line(int no, String source, String net) {
        return CreditLine.newBuilder()
                .setLineNo(no)
                .setInvoiceLineNo(no)
                .setSourceId(source)
                .setPortionNo(1)
                .setContractLineNo(1)
                .setProjectId(job.project())
                .setDescription("Work")
                .setServiceDate(DAY)
                .setNet(money(net))
                .setSourceAmount(money(net))
                .setTaxCategory("S")
                .setDisposition("REOPEN")
                .build();
    }

    private CreditNoteDrafted drafted() {
        return CreditNoteDrafted.newBuilder()
                .setCreditNoteId(CREDIT)
                .setInvoiceId(INVOICE)
                .setInvoiceNumber("N-1")
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setIssueDate(DAY)
                .setTaxPoint(DAY)
                .setPreparer("local|bob")
                .setReason("agreed")
                .setLines(List.of(line(1, "time-entry:a", "100"), line(2, "time-entry:b", "50")))
                .setTaxRows(List.of(TaxRow.newBuilder()
                        .setCategory("S")
                        .setRate(new BigDecimal("0.190000"))
                        .setBase(money("150"))
                        .setTax(money("28.50"))
                        .build()))
                .setNet(money("150"))
                .setTax(money("28.50"))
                .setGross(money("178.50"))
                .setCurrency("EUR")
                .build();
    }

    private CreditNoteIssued issued() {
        var draft = drafted();
        return CreditNoteIssued.newBuilder()
                .setCreditNoteId(CREDIT)
                .setNumber("C-1")
                .setSeries("CRN")
                .setYear(2026)
                .setDocumentType("381")
                .setInvoiceId(INVOICE)
                .setInvoiceNumber("N-1")
                .setInvoiceIssueDate(DAY)
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setIssueDate(DAY)
                .setTaxPoint(DAY)
                .setSeller("Firm")
                .setBuyer("Customer")
                .setReason("agreed")
                .setLines(draft.getLines())
                .setTaxRows(draft.getTaxRows())
                .setNet(draft.getNet())
                .setTax(draft.getTax())
                .setGross(draft.getGross())
                .setCurrency("EUR")
                .setLineHash("00")
                .build();
    }
}
