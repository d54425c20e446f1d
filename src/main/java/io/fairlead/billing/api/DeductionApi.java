package io.fairlead.billing.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.cash.ReceivablePolicy;
import io.fairlead.billing.deduction.CertifyWithholding;
import io.fairlead.billing.deduction.Deduction;
import io.fairlead.billing.deduction.DisputeInvoice;
import io.fairlead.billing.deduction.ProposeBadDebt;
import io.fairlead.billing.deduction.SettleDispute;
import io.fairlead.billing.deduction.TakeDeduction;
import io.fairlead.billing.deduction.WriteOffBadDebt;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.StreamHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What payers do not pay of their invoices, or contest. */
@RestController
@RequestMapping("/v1/invoices/{id}")
@Tag(name = "Receivables")
public class DeductionApi {

    private final CommandResponder desk;
    private final StreamHistory history;

    DeductionApi(CommandResponder desk, StreamHistory history) {
        this.desk = desk;
        this.history = history;
    }

    @PostMapping("/deductions")
    @Operation(summary = "Take a part off an invoice that its payer withholds for tax")
    ResponseEntity<Accepted> deduct(
            Call call, @PathVariable String id, @Valid @RequestBody DeductionBodies.NewDeduction body) {
        var invoice = InvoiceId.of(id);
        return desk.accept(
                call,
                invoice,
                new TakeDeduction(
                        invoice,
                        call.keyOr(body.id(), "deduction"),
                        Deduction.valueOf(body.kind().name()),
                        body.receipt() == null ? null : ReceiptId.of(body.receipt()),
                        body.amount(),
                        body.valueDate(),
                        body.reason(),
                        call.actor()));
    }

    @PostMapping("/deductions/{deduction}/certificate")
    @Operation(summary = "Tell the certificate of what a payer withheld")
    ResponseEntity<Accepted> certify(
            Call call,
            @PathVariable String id,
            @PathVariable String deduction,
            @Valid @RequestBody DeductionBodies.NewCertificate body) {
        var invoice = InvoiceId.of(id);
        return desk.accept(
                call,
                invoice,
                new CertifyWithholding(invoice, deduction, body.certificate(), body.valueDate(), call.actor()));
    }

    @PostMapping("/bad-debts")
    @Operation(summary = "Hold that what is open of an invoice, or a part of it, is lost; a second person decides")
    ResponseEntity<Accepted> propose(
            Call call, @PathVariable String id, @Valid @RequestBody DeductionBodies.NewBadDebt body) {
        var invoice = InvoiceId.of(id);
        return desk.accept(
                call,
                invoice,
                new ProposeBadDebt(
                        invoice, call.keyOr(body.id(), "bad-debt"), body.amount(), body.reason(), call.actor()));
    }

    @PostMapping("/bad-debts/{badDebt}/approval")
    @Operation(summary = "Write off what somebody else holds lost (B-19); its tax by the company's policy")
    ResponseEntity<Accepted> writeOff(
            Call call,
            @PathVariable String id,
            @PathVariable String badDebt,
            @Valid @RequestBody DeductionBodies.NewWriteOff body) {
        var invoice = InvoiceId.of(id);
        var issued = history.last(invoice.value(), InvoiceIssued.class)
                .orElseThrow(() -> new Refused(Refusal.notFound(invoice.value())));
        boolean isTaxLowered = ReceivablePolicy.isBadDebtTaxLowered(history, issued, body.valueDate());
        return desk.accept(
                call, invoice, new WriteOffBadDebt(invoice, badDebt, isTaxLowered, body.valueDate(), call.actor()));
    }

    @PostMapping("/dispute")
    @Operation(summary = "Note that the payer contests an invoice: it is not asked for until that is settled")
    ResponseEntity<Accepted> dispute(
            Call call, @PathVariable String id, @Valid @RequestBody DeductionBodies.NewDispute body) {
        var invoice = InvoiceId.of(id);
        return desk.accept(call, invoice, new DisputeInvoice(invoice, body.reason(), body.valueDate(), call.actor()));
    }

    @PostMapping("/dispute/settlement")
    @Operation(summary = "Note that an invoice is not contested any more")
    ResponseEntity<Accepted> settle(
            Call call, @PathVariable String id, @Valid @RequestBody DeductionBodies.NewDispute body) {
        var invoice = InvoiceId.of(id);
        return desk.accept(call, invoice, new SettleDispute(invoice, body.reason(), body.valueDate(), call.actor()));
    }
}
