package io.fairlead.billing.tax;

import io.fairlead.billing.event.TaxTreatment;
import io.fairlead.billing.tax.TaxAnswer.NotTaxable;
import io.fairlead.billing.tax.TaxAnswer.Taxed;
import io.fairlead.shared.MoneyRules;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tax engine that needs no service: the seller's own dated rates, by the day of each line (R4). */
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
        var days = question.lines().stream().map(TaxedLine::day).collect(Collectors.toSet());
        var known = rates.on(question.legalEntityId(), days);
        var missing = missing(question, known);
        if (!missing.isEmpty()) {
            return new NotTaxable(missing, "set the rate of the legal entity");
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

    /** Which code has no rate on which days, in a sentence; empty when all have one. */
    private static String missing(TaxQuestion question, Map<LocalDate, Map<String, TaxRate>> known) {
        var days = new TreeMap<String, TreeSet<LocalDate>>();
        for (var line : question.lines()) {
            for (var code : line.codes()) {
                if (!known.getOrDefault(line.day(), Map.of()).containsKey(code)) {
                    days.computeIfAbsent(code, _ -> new TreeSet<>()).add(line.day());
                }
            }
        }
        var codes = new TreeMap<String, String>();
        days.forEach((code, on) -> codes.merge(
                on.size() == 1 ? "on " + on.first() : "from " + on.first() + " to " + on.last(),
                code,
                (one, other) -> one + ", " + other));
        return codes.entrySet().stream()
                .map(span -> "No tax rate of " + span.getValue() + " holds for " + question.legalEntityId() + " "
                        + span.getKey())
                .collect(Collectors.joining(". "));
    }

    /** Why the document is not rounded as the contract has it; null when it is. */
    private static @Nullable String fallback(TaxQuestion question) {
        return question.en16931() && question.mode() == TaxMode.LINE
                ? "the contract rounds per line, but EN 16931 rounds per document (BR-S-09)"
                : null;
    }
}
