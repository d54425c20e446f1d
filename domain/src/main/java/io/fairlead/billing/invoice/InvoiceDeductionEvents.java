package io.fairlead.billing.invoice;

import io.fairlead.billing.deduction.CertifyWithholding;
import io.fairlead.billing.deduction.DeductedTax;
import io.fairlead.billing.deduction.Deduction;
import io.fairlead.billing.deduction.DisputeInvoice;
import io.fairlead.billing.deduction.ProposeBadDebt;
import io.fairlead.billing.deduction.SettleDispute;
import io.fairlead.billing.deduction.StandingDeduction;
import io.fairlead.billing.deduction.TakeDeduction;
import io.fairlead.billing.deduction.WriteOffBadDebt;
import io.fairlead.billing.event.BadDebtProposed;
import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.DisputeSettled;
import io.fairlead.billing.event.InvoiceDisputed;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.WithholdingCertified;
import io.fairlead.shared.WireAmount;
import java.time.LocalDate;
import org.joda.money.Money;

/** How an invoice's events about what its payer does not pay are filled. */
final class InvoiceDeductionEvents {

    static DeductionTaken taken(
            TakeDeduction command, InvoiceIssued invoice, Money amount, Money open, DeductedTax tax) {
        var receipt = command.receiptId();
        return of(invoice, amount, open, tax)
                .setDeductionId(command.deductionId())
                .setKind(command.kind().name())
                .setReceiptId(receipt == null ? null : receipt.value())
                .setValueDate(command.on())
                .setReason(command.reason())
                .setTakenBy(command.takenBy())
                .build();
    }

    static DeductionTaken lost(
            WriteOffBadDebt command, BadDebtProposed proposed, InvoiceIssued invoice, Money open, DeductedTax tax) {
        return of(invoice, WireAmount.money(proposed.getAmount(), proposed.getCurrency()), open, tax)
                .setDeductionId(command.deductionId())
                .setKind(Deduction.BAD_DEBT.name())
                .setReceiptId(null)
                .setValueDate(command.on())
                .setReason(proposed.getReason())
                .setTakenBy(command.writtenOffBy())
                .build();
    }

    private static DeductionTaken.Builder of(InvoiceIssued invoice, Money amount, Money open, DeductedTax tax) {
        var whole = WireAmount.amount(amount);
        return DeductionTaken.newBuilder()
                .setInvoiceId(invoice.getInvoiceId())
                .setAmount(whole)
                .setOpen(WireAmount.amount(open))
                .setNet(whole.subtract(tax.tax()))
                .setTax(tax.tax())
                .setTaxRows(tax.rows())
                .setCurrency(invoice.getCurrency())
                .setContractId(invoice.getContractId())
                .setCustomerId(invoice.getCustomerId())
                .setLegalEntityId(invoice.getLegalEntityId());
    }

    /** @param open before it comes back */
    static DeductionTakenBack takenBack(StandingDeduction back, Money open, LocalDate on, String reason) {
        var taken = back.taken();
        var amount = WireAmount.amount(back.amount());
        var tax = WireAmount.amount(back.tax());
        return DeductionTakenBack.newBuilder()
                .setInvoiceId(taken.getInvoiceId())
                .setDeductionId(taken.getDeductionId())
                .setKind(taken.getKind())
                .setAmount(amount)
                .setOpen(WireAmount.amount(open.plus(back.amount())))
                .setNet(amount.subtract(tax))
                .setTax(tax)
                .setCurrency(taken.getCurrency())
                .setValueDate(on)
                .setReason(reason)
                .setContractId(taken.getContractId())
                .setCustomerId(taken.getCustomerId())
                .setLegalEntityId(taken.getLegalEntityId())
                .build();
    }

    static BadDebtProposed proposed(ProposeBadDebt command, InvoiceIssued invoice, Money amount) {
        return BadDebtProposed.newBuilder()
                .setInvoiceId(invoice.getInvoiceId())
                .setDeductionId(command.deductionId())
                .setAmount(WireAmount.amount(amount))
                .setCurrency(invoice.getCurrency())
                .setReason(command.reason())
                .setProposedBy(command.proposedBy())
                .build();
    }

    static WithholdingCertified certified(CertifyWithholding command, DeductionTaken taken) {
        return WithholdingCertified.newBuilder()
                .setInvoiceId(taken.getInvoiceId())
                .setDeductionId(taken.getDeductionId())
                .setAmount(taken.getAmount())
                .setCurrency(taken.getCurrency())
                .setCertificate(command.certificate())
                .setCertifiedOn(command.on())
                .setCertifiedBy(command.certifiedBy())
                .setCustomerId(taken.getCustomerId())
                .setLegalEntityId(taken.getLegalEntityId())
                .build();
    }

    static InvoiceDisputed disputed(DisputeInvoice command) {
        return InvoiceDisputed.newBuilder()
                .setInvoiceId(command.invoiceId().value())
                .setReason(command.reason())
                .setDisputedOn(command.on())
                .setDisputedBy(command.disputedBy())
                .build();
    }

    static DisputeSettled settled(SettleDispute command) {
        return DisputeSettled.newBuilder()
                .setInvoiceId(command.invoiceId().value())
                .setReason(command.reason())
                .setSettledOn(command.on())
                .setSettledBy(command.settledBy())
                .build();
    }

    private InvoiceDeductionEvents() {}
}
