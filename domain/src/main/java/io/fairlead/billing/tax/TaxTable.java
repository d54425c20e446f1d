package io.fairlead.billing.tax;

import io.fairlead.billing.event.TaxTreatment;
import io.fairlead.billing.tax.TaxAnswer.NotTaxable;
import io.fairlead.billing.tax.TaxAnswer.Taxed;
import io.fairlead.shared.MoneyRules;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tax engine that needs no service: the seller's own dated rates, by tax point (R4). */
public final class TaxTable implements TaxEngine {

    /** Name of this engine, kept with each document. */
    public static final String NAME = "TABLE";

    private final TaxRateLookup rates;

    public TaxTable(TaxRateLookup rates) {
        this.rates = rates;
    }

    @Override
    public TaxAnswer tax(TaxQuestion question) {
        if (question.en16931()
                && question.lines().stream().anyMatch(line -> line.codes().size() > 1)) {
            return new NotTaxable(
                    "A line bears several taxes, and " + question.customerId()
                            + " takes documents by EN 16931, which know one per line",
                    "give each line one tax, or bill without such a document");
        }
        var known = rates.on(question.legalEntityId(), question.taxPoint());
        var missing = question.lines().stream()
                .flatMap(line -> line.codes().stream())
                .filter(code -> !known.containsKey(code))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return new NotTaxable(
                    "No tax rate of " + missing + " holds for " + question.legalEntityId() + " on "
                            + question.taxPoint(),
                    "set the rate of the legal entity");
        }
        var reason = fallback(question);
        var mode = reason == null ? question.mode() : TaxMode.DOCUMENT;
        return new Taxed(
                TaxComputation.rows(question.lines(), question.currency(), mode, known),
                TaxTreatment.newBuilder()
                        .setRounding(mode.name())
                        .setRoundingReason(reason)
                        .setEngine(NAME)
                        .setRuleVersion(MoneyRules.VERSION)
                        .build());
    }

    /** Why the document is not rounded as the contract has it; null when it is. */
    private static @Nullable String fallback(TaxQuestion question) {
        return question.en16931() && question.mode() == TaxMode.LINE
                ? "the contract rounds per line, but EN 16931 rounds per document (BR-S-09)"
                : null;
    }
}
