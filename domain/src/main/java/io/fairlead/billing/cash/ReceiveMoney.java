package io.fairlead.billing.cash;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Take in money that arrived on a company's account, whatever it pays; for people and for bank statements.
 *
 * @param receiptId its key
 * @param source system that told
 * @param sourceId identifier there, for example statement and entry
 * @param legalEntityId whose account
 * @param customerId whose money; null while nobody knows
 * @param amount > 0, with no more digits than its currency
 * @param currency ISO 4217
 * @param valueDate day the money counts
 * @param invoices what it pays, in this order; each once, at most 500
 * @param payer who paid, as the source tells it
 * @param text what the payer wrote
 * @param receivedBy who tells, issuer|subject
 */
public record ReceiveMoney(
        @TargetAggregateIdentifier ReceiptId receiptId,
        String source,
        String sourceId,
        LegalEntityId legalEntityId,
        @Nullable CustomerId customerId,
        BigDecimal amount,
        String currency,
        @Happened LocalDate valueDate,
        List<Named> invoices,
        @Nullable String payer,
        @Nullable String text,
        String receivedBy) {

    private static final int INVOICES_MAX = 500;

    /**
     * An invoice that the money names.
     *
     * @param amount so much of the money, > 0; null means as much as is open
     */
    public record Named(InvoiceId invoiceId, @Nullable BigDecimal amount) {

        public Named {
            amount = amount == null ? null : Check.positive("amount", amount);
        }
    }

    public ReceiveMoney {
        Check.text("source", source, 40);
        Check.text("sourceId", sourceId, 200);
        Check.currency("currency", currency);
        amount = Check.payable("amount", Check.positive("amount", amount), currency);
        Check.day("valueDate", valueDate);
        Check.textOrNull("payer", payer, 200);
        Check.textOrNull("text", text, 1_000);
        Check.actor("receivedBy", receivedBy);
        invoices = List.copyOf(invoices);
        Check.range("invoices", invoices.size(), 0, INVOICES_MAX);
        if (invoices.stream().map(Named::invoiceId).distinct().count() < invoices.size()) {
            throw new RuleViolated("G-02", "invoices", "an invoice is named twice", "name each once");
        }
        for (var named : invoices) {
            Check.payableOrNull("amount", named.amount(), currency);
        }
    }
}
