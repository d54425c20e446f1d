package io.fairlead.view;

import static io.fairlead.view.BillingStory.invoiceApproved;
import static io.fairlead.view.BillingStory.invoiceDrafted;
import static io.fairlead.view.BillingStory.invoiceIssued;
import static io.fairlead.view.BillingStory.invoiceLine;
import static io.fairlead.view.BillingStory.linesAdded;
import static io.fairlead.view.Story.DAY;
import static io.fairlead.view.Story.money;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoicePaid;
import io.fairlead.billing.event.InvoiceReopened;
import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.NamedInvoice;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.billing.view.InvoiceQuery;
import io.fairlead.billing.view.OpenItemQuery;
import io.fairlead.billing.view.ReceiptQuery;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.view.Story.Job;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Money as the views show it: where each part is, what is on account, and what of an invoice is open before and after. */
class ReceiptViewTest {

    private static final String INVOICE = "invoice:1";
    private static final String RECEIPT = "receipt:1";
    private final DSLContext db = TestDatabase.freshTables();
    private final Job job = Job.of("DE01", "C1", "K1", "P1", "EUR");
    private final MemoryLog log = new MemoryLog();

    @Test
    void a_part_pays_and_the_rest_is_an_open_item_below_zero() {
        paid();
        fold();

        var money = receipt();
        assertThat(money.receipt().status()).isEqualTo("applied in part");
        assertThat(money.receipt().appliedAmount()).isEqualByComparingTo("119");
        assertThat(money.receipt().leftAmount()).isEqualByComparingTo("24");
        assertThat(money.parts()).singleElement().satisfies(part -> {
            assertThat(part.invoiceId()).isEqualTo(INVOICE);
            assertThat(part.status()).isEqualTo("live");
        });
        assertThat(open()).containsExactly("receipt:1 -24.0000");
        assertThat(statement()).containsExactly("issued 119.0000", "on account -24.0000", "applied -119.0000");
        assertThat(invoice()).isEqualTo("paid 0.0000");
    }

    @Test
    void folded_twice_it_is_the_same() {
        paid();
        fold();
        var before = statement();
        fold();
        assertThat(statement()).isEqualTo(before);
        assertThat(receipt().receipt().appliedAmount()).isEqualByComparingTo("119");
    }

    @Test
    void what_comes_back_is_open_again_and_on_nobodys_account() {
        paid();
        log.append(ReceiptUnapplied.newBuilder()
                .setReceiptId(RECEIPT)
                .setLegalEntityId(job.entity())
                .setCustomerId(job.customer())
                .setApplicationId("a")
                .setInvoiceId(INVOICE)
                .setAmount(money("119"))
                .setLeft(money("143"))
                .setCurrency("EUR")
                .setValueDate(DAY.plusDays(49))
                .setCause("SENT_BACK")
                .setReason("no funds")
                .setUnappliedBy("local|cfo")
                .build());
        log.append(MoneySentBack.newBuilder()
                .setReceiptId(RECEIPT)
                .setLegalEntityId(job.entity())
                .setCustomerId(job.customer())
                .setAmount(money("143"))
                .setCurrency("EUR")
                .setValueDate(DAY.plusDays(49))
                .setReason("no funds")
                .setToldBy("local|cfo")
                .build());
        log.append(PaymentTakenBack.newBuilder()
                .setInvoiceId(INVOICE)
                .setReceiptId(RECEIPT)
                .setApplicationId("a")
                .setAmount(money("119"))
                .setOpen(money("119"))
                .setCurrency("EUR")
                .setValueDate(DAY.plusDays(49))
                .setReason("no funds")
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .build());
        log.append(InvoiceReopened.newBuilder()
                .setInvoiceId(INVOICE)
                .setReopenedOn(DAY.plusDays(49))
                .setReason("no funds")
                .build());
        fold();

        assertThat(receipt().receipt().status()).isEqualTo("sent back");
        assertThat(receipt().parts()).singleElement().satisfies(part -> {
            assertThat(part.status()).isEqualTo("taken back");
            assertThat(part.undoneOn()).isEqualTo(DAY.plusDays(49));
            assertThat(part.reason()).isEqualTo("no funds");
        });
        assertThat(open()).containsExactly("invoice:1 119.0000");
        assertThat(statement())
                .containsExactly(
                        "issued 119.0000",
                        "on account -24.0000",
                        "applied -119.0000",
                        "on account 24.0000",
                        "taken back 119.0000");
        assertThat(invoice()).isEqualTo("issued 119.0000");
    }

    private void paid() {
        log.append(linesAdded(INVOICE, invoiceLine(job, 1, "time-entry:a", 1, "100.00")));
        log.append(invoiceDrafted(job, INVOICE, 1, "100.00"));
        log.append(invoiceApproved(job, INVOICE, "100.00", "19.00", "119.00"));
        log.append(invoiceIssued(job, INVOICE, 1, "100.00", "19.00", "119.00"));
        log.append(MoneyReceived.newBuilder()
                .setReceiptId(RECEIPT)
                .setSource("bank")
                .setSourceId("1/1")
                .setLegalEntityId(job.entity())
                .setCustomerId(job.customer())
                .setAmount(money("143"))
                .setCurrency("EUR")
                .setValueDate(DAY.plusDays(40))
                .setInvoices(
                        List.of(NamedInvoice.newBuilder().setInvoiceId(INVOICE).build()))
                .setReceivedBy("local|teller")
                .build());
        log.append(ReceiptApplied.newBuilder()
                .setReceiptId(RECEIPT)
                .setLegalEntityId(job.entity())
                .setCustomerId(job.customer())
                .setApplicationId("a")
                .setInvoiceId(INVOICE)
                .setAmount(money("119"))
                .setLeft(money("24"))
                .setCurrency("EUR")
                .setValueDate(DAY.plusDays(40))
                .setHow("NAMED")
                .setAppliedBy("process|process-apply-payment")
                .build());
        log.append(PaymentApplied.newBuilder()
                .setInvoiceId(INVOICE)
                .setReceiptId(RECEIPT)
                .setApplicationId("a")
                .setAmount(money("119"))
                .setOpen(money("0"))
                .setCurrency("EUR")
                .setValueDate(DAY.plusDays(40))
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .build());
        log.append(InvoicePaid.newBuilder()
                .setInvoiceId(INVOICE)
                .setPaidOn(DAY.plusDays(40))
                .build());
    }

    private void fold() {
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
    }

    private ReceiptQuery.Detail receipt() {
        return new ReceiptQuery(db).byId(RECEIPT).orElseThrow();
    }

    private String invoice() {
        var row = new InvoiceQuery(db).byId(INVOICE).orElseThrow().invoice();
        return row.status() + " " + row.open();
    }

    private List<String> open() {
        return new OpenItemQuery(db)
                .open(everything()).stream()
                        .map(item -> item.documentId() + " " + item.open())
                        .toList();
    }

    private List<String> statement() {
        return new OpenItemQuery(db)
                .statement(everything()).stream()
                        .map(line -> line.kind() + " " + line.amount())
                        .toList();
    }

    private static OpenItemQuery.Filter everything() {
        return new OpenItemQuery.Filter(null, null, null);
    }
}
