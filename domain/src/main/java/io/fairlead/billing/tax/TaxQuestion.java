package io.fairlead.billing.tax;

import java.time.LocalDate;
import java.util.List;

/**
 * What a tax engine is asked: one document of one payer.
 *
 * @param legalEntityId seller, legal-entity:<code>
 * @param customerId buyer, customer:<code>
 * @param contractId contract:<key>
 * @param currency ISO 4217
 * @param taxPoint of the document: the last day of its lines, each of which is taxed by its own
 * @param mode as the contract has it
 * @param en16931 whether the buyer takes documents by EN 16931, which know one tax per line, rounded per document
 * @param lines at least one
 */
public record TaxQuestion(
        String legalEntityId,
        String customerId,
        String contractId,
        String currency,
        LocalDate taxPoint,
        TaxMode mode,
        boolean en16931,
        List<TaxedLine> lines) {

    public TaxQuestion {
        lines = List.copyOf(lines);
    }
}
