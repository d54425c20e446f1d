package io.fairlead.billing;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CreditReleased;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.Wire;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What credits and money do to an issued invoice. Part of {@link Invoice}. */
final class InvoiceCredits {

    /** @throws RuleViolated K-06 when that credit note was asked for with other words, or was given up */
    static void requireSame(ReserveCredit command, @Nullable CreditReserved known) {
        if (known == null
                || !known.getReason().equals(command.reason())
                || !known.getPreparer().equals(command.preparer())
                || !known.getIssueDate().equals(command.issueDate())) {
            throw new RuleViolated(
                    "K-06", "creditNoteId", "a credit note of this id is something else", "use another id");
        }
    }

    static CreditReleased released(ReleaseCredit command) {
        return CreditReleased.newBuilder()
                .setInvoiceId(command.invoiceId().value())
                .setCreditNoteId(command.creditNoteId().value())
                .setReason(command.reason())
                .build();
    }

    /** @throws RuleViolated K-03 when the invoice granted no such credit */
    static CreditApplied applied(
            ApplyCredit command, InvoiceIssued invoice, Map<String, CreditReserved> credits, Money open) {
        var credit = credits.get(command.creditNoteId().value());
        if (credit == null) {
            throw new RuleViolated(
                    "K-03", "creditNoteId", "the invoice granted no such credit", "ask the invoice for it first");
        }
        var gross = Wire.money(credit.getGross(), credit.getCurrency());
        var applied = gross.isGreaterThan(open) ? open : gross;
        return CreditApplied.newBuilder()
                .setInvoiceId(invoice.getInvoiceId())
                .setCreditNoteId(credit.getCreditNoteId())
                .setNumber(command.number())
                .setIssueDate(command.issueDate())
                .setGross(credit.getGross())
                .setApplied(Wire.amount(applied))
                .setOpen(Wire.amount(open.minus(applied)))
                .setCurrency(credit.getCurrency())
                .setContractId(invoice.getContractId())
                .setCustomerId(invoice.getCustomerId())
                .setLegalEntityId(invoice.getLegalEntityId())
                .build();
    }

    /** What is open after the money; refused by B-11 in another currency, by B-12 above what is open. */
    static Money openAfter(ApplyPayment command, InvoiceIssued invoice, Money open) {
        if (!invoice.getCurrency().equals(command.currency())) {
            throw new RuleViolated(
                    "B-11", "currency", "the invoice is in " + invoice.getCurrency(), "convert the money first");
        }
        var amount = Wire.money(command.amount(), command.currency());
        if (amount.isGreaterThan(open)) {
            throw new RuleViolated(
                    "B-12", "amount", "only " + open + " is open", "apply the rest elsewhere or return it");
        }
        return open.minus(amount);
    }

    private InvoiceCredits() {}
}
