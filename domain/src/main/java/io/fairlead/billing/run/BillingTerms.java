package io.fairlead.billing.run;

import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.TaxCategories;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What contracts say about tax, payers and documents, for {@link InvoiceGrouping}.
 *
 * @param taxes by contract and line; those that say nothing are missing
 * @param payers by contract, the one who takes the residue last; those with the buyer alone are missing
 * @param profiles tax categories of payers by the first day that they hold for
 * @param electronic contracts each of whose documents must go out by EN 16931
 * @param merged customers that others live on for: those pay
 */
public record BillingTerms(
        Map<LineKey, LineTax> taxes,
        Map<String, List<PayerShares.Payer>> payers,
        Map<String, NavigableMap<LocalDate, String>> profiles,
        Set<String> electronic,
        MergedCustomers merged) {

    /** UNCL5305: services outside scope of tax. */
    private static final String OUTSIDE_TAX = "O";

    /** A line of a contract. */
    public record LineKey(String contractId, int lineNo) {}

    /**
     * What a contract line says about tax.
     *
     * @param category UNCL5305; null leaves it to the payer's tax profile
     * @param codes taxes that it bears, each a row of its own; empty means the one of its category
     */
    public record LineTax(@Nullable String category, List<String> codes) {

        static final LineTax STANDARD = new LineTax("S", List.of());
        static final LineTax OUTSIDE = new LineTax(OUTSIDE_TAX, List.of());
    }

    /** Who pays for what a customer agreed to. */
    String payer(String customerId) {
        return merged.livingOne(customerId);
    }

    /** Who pays which share of a contract, the one who takes the residue last; null means the buyer alone. */
    @Nullable
    List<PayerShares.Payer> payersOf(String contractId) {
        var agreed = payers.get(contractId);
        return agreed == null || merged.into().isEmpty() ? agreed : PayerShares.asOne(agreed, merged);
    }

    /** Its category is never null. */
    LineTax taxOf(BillableSource source, String payer) {
        // Paid on behalf of the customer, it is no service of the firm (R15).
        if (source.disbursement()) {
            return LineTax.OUTSIDE;
        }
        var line = taxes.getOrDefault(new LineKey(source.contractId(), source.lineNo()), LineTax.STANDARD);
        return line.category() == null ? new LineTax(categoryOf(payer, source.serviceDate()), line.codes()) : line;
    }

    /** Whether it stands on an invoice of its own: beside taxed lines it makes an invoice by EN 16931 impossible (BR-O-11). */
    boolean isApart(String contractId, String category) {
        return category.equals(OUTSIDE_TAX) && electronic.contains(contractId);
    }

    /** By the profile that holds on the day; who has none is taxed as standard. */
    private String categoryOf(String payer, LocalDate day) {
        var profile =
                profiles.getOrDefault(payer, Collections.emptyNavigableMap()).floorEntry(day);
        return profile == null ? TaxCategories.STANDARD : profile.getValue();
    }
}
