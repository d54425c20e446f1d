package io.fairlead.gateway.crm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A won opportunity, clean and mapped, from which an import makes its deal. What only a contract needs may be
 * null: whether that raises an exception is the domain's decision.
 *
 * @param id the CRM's id (18 characters for Salesforce), or the one made where it has none
 * @param dealId stable: the same opportunity read again has the same deal
 * @param accountId the CRM's account; null where the file has none
 * @param customerId customer:..., from the mapping; null where it maps no accounts
 * @param amount 0 or more, scale 4; the sum of the lines where the CRM has none; null where it has neither
 * @param currency ISO 4217; null where neither record nor mapping says
 * @param legalEntityId legal-entity:...
 * @param rateCardId rate-card:...
 * @param termMonths length of the contract, 1..120
 * @param paymentTermDays 0..365
 */
public record Opportunity(
        String id,
        UUID dealId,
        String name,
        String stage,
        LocalDate closeDate,
        @Nullable String accountId,
        @Nullable String customerId,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String legalEntityId,
        @Nullable String billingMethod,
        @Nullable String taxCategory,
        @Nullable String poNumber,
        @Nullable String rateCardId,
        @Nullable Integer termMonths,
        @Nullable Integer paymentTermDays,
        List<Line> lines) {

    public Opportunity {
        lines = List.copyOf(lines);
    }

    /**
     * One product of the opportunity.
     *
     * @param description the line's own description or name, else its product's name or id, else "Line 1"
     * @param quantity more than 0
     * @param unitPrice scale 4; null where the CRM states the total only
     * @param totalPrice after discounts, scale 4
     */
    public record Line(
            @Nullable String id,
            @Nullable String productId,
            String description,
            BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            BigDecimal totalPrice,
            @Nullable LocalDate serviceDate) {}
}
