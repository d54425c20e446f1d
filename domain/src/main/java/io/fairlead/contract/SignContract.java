package io.fairlead.contract;

import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.BillingMethods;
import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.TaxCategories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Put a contract into force.
 *
 * @param contractId its key
 * @param dealId the deal it came from
 * @param legalEntityId seller
 * @param customerId buyer and payer
 * @param name what people call it
 * @param currency ISO 4217
 * @param signedOn day of signature
 * @param termFrom first day of service
 * @param termTo first day after the term; null means open
 * @param zone IANA name; decides work dates
 * @param paymentTermsDays 0..365
 * @param poRequired whether an invoice needs a purchase order
 * @param poNumber known already
 * @param buyerReference printed on invoices
 * @param rateCardId the contract's own card
 * @param policies what is agreed besides the lines
 * @param lines 1..500
 */
public record SignContract(
        @TargetAggregateIdentifier ContractId contractId,
        @Nullable DealId dealId,
        LegalEntityId legalEntityId,
        CustomerId customerId,
        String name,
        String currency,
        LocalDate signedOn,
        LocalDate termFrom,
        @Nullable LocalDate termTo,
        String zone,
        int paymentTermsDays,
        boolean poRequired,
        @Nullable String poNumber,
        @Nullable String buyerReference,
        @Nullable RateCardId rateCardId,
        ContractPolicies policies,
        List<Line> lines) {

    public SignContract {
        Check.text("name", name, 400);
        Check.currency("currency", currency);
        Check.day("signedOn", signedOn);
        Check.day("termFrom", termFrom);
        Check.period("termTo", termFrom, termTo);
        Check.zone("zone", zone);
        Check.range("paymentTermsDays", paymentTermsDays, 0, 365);
        Check.textOrNull("poNumber", poNumber, 100);
        Check.textOrNull("buyerReference", buyerReference, 100);
        Check.range("lines", lines.size(), 1, 500);
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param lineNo from 1, unique
     * @param description what is sold
     * @param method TIME_AND_MATERIALS, NOT_TO_EXCEED, FIXED_FEE, MILESTONE, PERCENT_COMPLETE, RETAINER or UNITS
     * @param amount agreed or ordered, >= 0; null means unquantified
     * @param limit most that may be billed, >= 0; null means no limit
     * @param taxCategory UNCL5305; null leaves it to the tax profile of the payer on the day of service
     * @param erpItem the ERP's item; null means its default
     * @param terms what else is agreed on the line
     */
    public record Line(
            int lineNo,
            String description,
            String method,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal limit,
            @Nullable String taxCategory,
            @Nullable String erpItem,
            LineTerms terms) {

        /** Refuses amounts that the currency cannot hold (G-02). */
        void requirePayable(String currency) {
            Check.payableOrNull("lines.amount", amount, currency);
            Check.payableOrNull("lines.limit", limit, currency);
            terms.requirePayable(currency);
        }

        public Line {
            Check.range("lines.lineNo", lineNo, 1, 500);
            Check.text("lines.description", description, 400);
            Check.oneOf("lines.method", method, BillingMethods.ALL);
            amount = amount == null ? null : Check.notNegative("lines.amount", amount);
            limit = limit == null ? null : Check.notNegative("lines.limit", limit);
            if (taxCategory != null) {
                Check.oneOf("lines.taxCategory", taxCategory, TaxCategories.ALL);
            }
            Check.textOrNull("lines.erpItem", erpItem, 60);
            if (method.equals(BillingMethods.NOT_TO_EXCEED) && limit == null) {
                throw new RuleViolated(
                        "C-06",
                        "lines.limit",
                        "a line not to exceed a limit has none",
                        "give the limit or another method");
            }
        }
    }
}
