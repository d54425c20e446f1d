package io.fairlead.simulation;

import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.cash.ReceivePayment;
import io.fairlead.billing.einvoice.EInvoiceReadiness;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.ApproveInvoice;
import io.fairlead.billing.invoice.DiscardInvoice;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.RecordInvoicePosted;
import io.fairlead.billing.invoice.RecordInvoiceStaged;
import io.fairlead.billing.invoice.RecordPostingRefused;
import io.fairlead.billing.run.BillingRunId;
import io.fairlead.billing.run.StartBillingRun;
import io.fairlead.billing.tax.TaxAnswer;
import io.fairlead.contract.ContractId;
import io.fairlead.contract.event.ContractSigned;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finance bills, reviews and takes money; the ERP stages, posts and refuses. */
final class BillingLife {

    private static final String BILLER = "idp|biller";
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 30);

    private final World world;
    private final Chance chance;
    private final Firm firm;
    private int runs;
    private int receipts;

    BillingLife(World world, Chance chance, Firm firm) {
        this.world = world;
        this.chance = chance;
        this.firm = firm;
    }

    void startRun() {
        var contract = chance.oneIn(3) ? chance.of(firm.targets()).contractId() : null;
        start(++runs, chance.day(), contract);
    }

    /** The same key again: the same run, or a refusal. */
    void startRunAgain() {
        if (runs > 0) {
            start(chance.between(1, runs), chance.day(), null);
        }
    }

    /** Everything that can be billed. */
    void startLastRun() {
        start(++runs, LAST_DAY, null);
    }

    private void start(int no, LocalDate cutOff, @Nullable ContractId contract) {
        world.ask(new StartBillingRun(
                BillingRunId.of("run-" + no),
                Firm.ENTITY,
                cutOff,
                LocalDate.of(2026, 5, chance.between(1, 31)),
                contract,
                BILLER,
                world.log().now()));
    }

    void approve() {
        var drafts = world.log().all(InvoiceDrafted.class);
        if (!drafts.isEmpty()) {
            approve(chance.of(drafts), chance.of(List.of("idp|cfo", "idp|cfo", "idp|cfo", BILLER, "idp|clerk")));
        }
    }

    private void approve(InvoiceDrafted draft, String approver) {
        var invoice = new InvoiceId(draft.getInvoiceId());
        if (world.taxes().of(invoice).orElseThrow() instanceof TaxAnswer.Taxed taxed) {
            var step = world.log()
                    .last(draft.getContractId(), ContractSigned.class)
                    .orElseThrow()
                    .getPayableStep();
            var approval = new ApproveInvoice(
                    invoice,
                    approver,
                    world.log().now(),
                    taxed,
                    step,
                    EInvoiceReadiness.NOT_ASKED,
                    ApproveInvoice.Issuing.NOTHING_NEW,
                    false);
            var first = world.room().before(approval);
            if (first.isEmpty() || world.ask(first.get())) {
                world.ask(approval);
            }
        }
    }

    /** Most drafts are approved, most of these staged. */
    void finish() {
        for (var draft : world.log().all(InvoiceDrafted.class)) {
            if (!chance.oneIn(8)) {
                approve(draft, "idp|cfo");
            }
        }
        for (var approved : world.log().all(InvoiceApproved.class)) {
            if (!chance.oneIn(8)) {
                stage(approved);
            }
        }
    }

    void discard() {
        var drafts = world.log().all(InvoiceDrafted.class);
        if (!drafts.isEmpty()) {
            world.ask(new DiscardInvoice(new InvoiceId(chance.of(drafts).getInvoiceId()), "not now"));
        }
    }

    void stage() {
        var approved = world.log().all(InvoiceApproved.class);
        if (!approved.isEmpty()) {
            stage(chance.of(approved));
        }
    }

    /** At times the ERP reckons a cent more, which is refused. */
    private void stage(InvoiceApproved invoice) {
        var gross = chance.oneIn(8) ? invoice.getGross().add(new BigDecimal("0.01")) : invoice.getGross();
        world.ask(new RecordInvoiceStaged(new InvoiceId(invoice.getInvoiceId()), "staged", gross, 1));
    }

    void post() {
        var issued = world.log().all(InvoiceIssued.class);
        if (!issued.isEmpty()) {
            var invoice = chance.of(issued);
            world.ask(new RecordInvoicePosted(new InvoiceId(invoice.getInvoiceId()), "doc", invoice.getIssueDate()));
        }
    }

    void refuse() {
        var approved = world.log().all(InvoiceApproved.class);
        if (!approved.isEmpty()) {
            var invoice = new InvoiceId(chance.of(approved).getInvoiceId());
            world.ask(new RecordPostingRefused(
                    invoice, "STAGE", "E" + chance.between(1, 3), "period closed", "1." + chance.between(1, 3)));
        }
    }

    /** Customers pay most of what is issued. */
    void payMost() {
        for (int left = world.log().all(InvoiceIssued.class).size(); left > 0; left--) {
            pay();
        }
    }

    /** The whole, a part, too much, the wrong currency, or the same money told again. */
    void pay() {
        var issued = world.log().all(InvoiceIssued.class);
        if (issued.isEmpty()) {
            return;
        }
        var invoice = chance.of(issued);
        var currency = chance.oneIn(12) ? "SEK" : invoice.getCurrency();
        int digits = Firm.digits(currency);
        var some = chance.amount(digits);
        var rounding = invoice.getPayableRounding();
        var asked = rounding == null ? invoice.getGross() : invoice.getGross().add(rounding.getAmount());
        var due = asked.setScale(digits, RoundingMode.DOWN); // In another currency it may have fewer digits.
        var amount = chance.oneIn(2) && due.signum() > 0 ? due : some;
        int no = chance.oneIn(5) && receipts > 0 ? chance.between(1, receipts) : ++receipts;
        world.ask(new ReceivePayment(
                ReceiptId.of("r-" + no),
                "erp",
                "r-" + no,
                new InvoiceId(invoice.getInvoiceId()),
                amount,
                currency,
                invoice.getIssueDate().plusDays(chance.between(0, 90))));
    }
}
