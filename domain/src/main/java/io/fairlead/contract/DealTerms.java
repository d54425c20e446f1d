package io.fairlead.contract;

import io.fairlead.contract.DealLookup.Buyer;
import io.fairlead.contract.DealLookup.Seller;
import io.fairlead.contract.event.OpportunityWon;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.Stake;
import io.fairlead.shared.BillingMethods;
import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.TaxCategories;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a won deal lacks, and what it is complete with: first the deal's own words, then the customer's defaults.
 */
final class DealTerms {

    /** Codes that keep a deal from becoming a contract. */
    static final Set<String> CODES = Set.of(
            "CUSTOMER_UNKNOWN",
            "LEGAL_ENTITY_UNKNOWN",
            "CURRENCY_UNKNOWN",
            "TAX_INVALID",
            "BILLING_METHOD_MISSING",
            "AMOUNT_MISSING");

    /** What is missing: code, sentence, who clears it. */
    record Gap(String code, String sentence, OwnerRole ownerRole) {}

    /** Everything a contract needs. */
    record Complete(Buyer buyer, Seller seller, String currency, String method) {}

    private final OpportunityWon deal;
    private final List<Gap> gaps = new ArrayList<>();

    DealTerms(OpportunityWon deal) {
        this.deal = deal;
    }

    /** What was missing, after {@link #complete}. */
    List<Gap> gaps() {
        return gaps;
    }

    /** The terms, or null when something is missing. */
    @Nullable
    Complete complete(DealLookup lookup) {
        var account = deal.getAccountId();
        var buyer = account == null
                ? null
                : lookup.buyer(account, deal.getCloseDate()).orElse(null);
        if (buyer == null) {
            gap(
                    "CUSTOMER_UNKNOWN",
                    account == null
                            ? "The deal names no account"
                            : "The deal names account '" + account + "', which is no customer's code or alias",
                    "Register the customer with that alias",
                    OwnerRole.SALES_OPERATIONS);
            return null; // The rest hangs on the customer.
        }
        var seller = seller(buyer, lookup);
        var currency = currency(buyer);
        boolean taxable = isTaxable(buyer);
        var method = method(buyer);
        return seller == null || currency == null || !taxable || method == null
                ? null
                : new Complete(buyer, seller, currency, method);
    }

    private @Nullable Seller seller(Buyer buyer, DealLookup lookup) {
        var entity = first(deal.getLegalEntityId(), buyer.legalEntityId());
        var seller = entity == null ? null : lookup.seller(entity).orElse(null);
        if (seller == null) {
            gap(
                    "LEGAL_ENTITY_UNKNOWN",
                    entity == null
                            ? "Neither the deal nor the customer names a legal entity"
                            : entity + " is not registered",
                    "Name a registered legal entity on the deal",
                    OwnerRole.SALES_OPERATIONS);
        }
        return seller;
    }

    private @Nullable String currency(Buyer buyer) {
        var currency = first(deal.getCurrency(), buyer.currency());
        try {
            return Check.currency("currency", currency);
        } catch (RuleViolated unknown) {
            gap("CURRENCY_UNKNOWN", unknown.reason(), "Correct it in the CRM", OwnerRole.SALES_OPERATIONS);
            return null;
        }
    }

    /** What the deal leaves out stays with the customer's profile, which may change; but it must be settled. */
    private boolean isTaxable(Buyer buyer) {
        var category = first(deal.getTaxCategory(), buyer.taxCategory());
        if (category == null || !TaxCategories.ALL.contains(category)) {
            gap(
                    "TAX_INVALID",
                    category == null
                            ? "Neither the deal nor the customer names a tax category"
                            : "The tax category '" + category + "' is not one of UNCL5305",
                    "Settle the customer's tax profile",
                    OwnerRole.FINANCE_OPERATIONS);
            return false;
        }
        return true;
    }

    private @Nullable String method(Buyer buyer) {
        var method = first(deal.getBillingMethod(), buyer.billingMethod());
        if (method == null || !BillingMethods.OF_DEALS.contains(method)) {
            gap(
                    "BILLING_METHOD_MISSING",
                    (method == null
                                    ? "Neither the deal nor the customer names a billing method; it is one of "
                                    : "The billing method '" + method + "' is not one of ")
                            + String.join(", ", new TreeSet<>(BillingMethods.OF_DEALS)),
                    "Name it on the deal or at the customer",
                    OwnerRole.SALES_OPERATIONS);
            return null;
        }
        if (method.equals(BillingMethods.MILESTONE)
                && deal.getAmount() == null
                && deal.getLines().isEmpty()) {
            gap(
                    "AMOUNT_MISSING",
                    "A deal billed by milestones has no amount",
                    "Enter the amount in the CRM",
                    OwnerRole.SALES_OPERATIONS);
            return null;
        }
        return method;
    }

    /** Money that waits with the deal; null where it tells none in a currency that there is. */
    static @Nullable Stake stakeOf(OpportunityWon deal) {
        try {
            return deal.getAmount() == null || deal.getCurrency() == null
                    ? null
                    : new Stake(deal.getAmount(), deal.getCurrency());
        } catch (RuleViolated unknownCurrency) {
            return null;
        }
    }

    private void gap(String code, String what, String remedy, OwnerRole role) {
        gaps.add(new Gap(code, what + ". " + remedy + ", then send the deal again or resolve this item.", role));
    }

    private static @Nullable String first(@Nullable String own, @Nullable String usual) {
        return own == null ? usual : own;
    }
}
