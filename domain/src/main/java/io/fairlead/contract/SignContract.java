package io.fairlead.contract;

import io.fairlead.contract.event.ContractSigned;
import io.fairlead.party.CustomerId;
import io.fairlead.party.CustomerTerms;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.BillingMethods;
import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import io.fairlead.shared.Happened;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.TaxCategories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
 * @param paymentTermsDays 0..365; null leaves it to the customer
 * @param poRequired whether an invoice needs a purchase order; null leaves it to the customer
 * @param poNumber known already
 * @param buyerReference printed on invoices; null leaves it to the customer, {@link #NONE} means none
 * @param rateCardId the contract's own card
 * @param policies what is agreed besides the lines
 * @param lines 1..500
 * @param usual what holds with the customer on the day of signature where the contract says nothing
 */
public record SignContract(
        @TargetAggregateIdentifier ContractId contractId,
        @Nullable DealId dealId,
        LegalEntityId legalEntityId,
        CustomerId customerId,
        String name,
        String currency,
        @Happened LocalDate signedOn,
        @Foreseen LocalDate termFrom,
        @Foreseen @Nullable LocalDate termTo,
        String zone,
        @Nullable Integer paymentTermsDays,
        @Nullable Boolean poRequired,
        @Nullable String poNumber,
        @Nullable String buyerReference,
        @Nullable RateCardId rateCardId,
        ContractPolicies policies,
        List<Line> lines,
        CustomerTerms usual) {

    /** Said of a buyer reference that there is none, whatever the customer has. */
    public static final String NONE = "";

    public SignContract {
        Check.text("name", name, 400);
        Check.currency("currency", currency);
        Check.day("signedOn", signedOn);
        Check.day("termFrom", termFrom);
        Check.period("termTo", termFrom, termTo);
        Check.zone("zone", zone);
        if (paymentTermsDays != null) {
            Check.range("paymentTermsDays", paymentTermsDays, 0, 365);
        }
        Check.textOrNull("poNumber", poNumber, 100);
        if (buyerReference != null && !buyerReference.equals(NONE)) {
            Check.text("buyerReference", buyerReference, 100);
        }
        Check.range("lines", lines.size(), 1, 500);
        lines = List.copyOf(lines);
    }

    /** What it says itself; where it says nothing, what it was signed with before, or else what is usual. */
    CustomerTerms terms(@Nullable ContractSigned before) {
        var untold = before == null
                ? usual
                : new CustomerTerms(before.getPaymentTermsDays(), before.getPoRequired(), before.getBuyerReference());
        return new CustomerTerms(
                Objects.requireNonNullElse(paymentTermsDays, untold.paymentTermsDays()),
                Objects.requireNonNullElse(poRequired, untold.poRequired()),
                buyerReference == null ? untold.buyerReference() : buyerReference.equals(NONE) ? null : buyerReference);
    }

    /**
     * Refuses what cannot be signed.
     *
     * @throws RuleViolated P-04 with a customer that was merged, C-02 lines of one number, G-02 amounts that no currency holds
     */
    void requireSignable() {
        var living = usual.livesOnAs();
        if (living != null) {
            throw new RuleViolated(
                    "P-04", "customer", customerId + " was merged into " + living, "sign with " + living);
        }
        var numbers = new HashSet<Integer>();
        for (var line : lines) {
            if (!numbers.add(line.lineNo())) {
                throw new RuleViolated(
                        "C-02", "lines.lineNo", "line " + line.lineNo() + " stands twice", "number the lines from 1");
            }
            line.requirePayable(currency);
        }
        Check.payableOrNull("policies.limit", policies.limit(), currency);
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
