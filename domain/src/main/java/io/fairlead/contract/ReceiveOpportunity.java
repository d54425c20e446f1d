package io.fairlead.contract;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Take in a deal that the CRM reports as won.
 *
 * @param dealId its key
 * @param source system it came from
 * @param sourceId identifier there
 * @param name what people call it
 * @param accountId the CRM's account
 * @param amount price agreed, >= 0
 * @param currency ISO 4217
 * @param closeDate day it was won
 * @param legalEntityId seller
 * @param billingMethod how it is billed
 * @param poNumber the customer's purchase order
 * @param taxCategory UNCL5305
 * @param rateCardId card to price with
 * @param lines products; empty means one line of the whole amount
 */
public record ReceiveOpportunity(
        @TargetAggregateIdentifier DealId dealId,
        String source,
        String sourceId,
        String name,
        @Nullable String accountId,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Foreseen LocalDate closeDate,
        @Nullable LegalEntityId legalEntityId,
        @Nullable String billingMethod,
        @Nullable String poNumber,
        @Nullable String taxCategory,
        @Nullable RateCardId rateCardId,
        List<Line> lines) {

    public ReceiveOpportunity {
        Check.text("source", source, 40);
        Check.text("sourceId", sourceId, 200);
        Check.text("name", name, 400);
        Check.textOrNull("accountId", accountId, 200);
        amount = amount == null ? null : Check.notNegative("amount", amount);
        Check.textOrNull("currency", currency, 3);
        Check.day("closeDate", closeDate);
        Check.textOrNull("billingMethod", billingMethod, 40);
        Check.textOrNull("poNumber", poNumber, 100);
        Check.textOrNull("taxCategory", taxCategory, 5);
        lines = List.copyOf(lines);
    }

    /**
     * One product of the deal.
     *
     * @param description what was sold
     * @param quantity how many; null when unknown
     * @param unitPrice price of one; null when unknown
     * @param amount price of all, >= 0
     * @param serviceDate null when unknown
     */
    public record Line(
            String description,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            BigDecimal amount,
            @Foreseen @Nullable LocalDate serviceDate) {

        public Line {
            Check.text("lines.description", description, 400);
            quantity = quantity == null ? null : Check.amount("lines.quantity", quantity);
            unitPrice = unitPrice == null ? null : Check.amount("lines.unitPrice", unitPrice);
            amount = Check.notNegative("lines.amount", amount);
        }
    }
}
