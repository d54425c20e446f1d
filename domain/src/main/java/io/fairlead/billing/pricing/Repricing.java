package io.fairlead.billing.pricing;

import io.fairlead.contract.RateAnswer;
import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.shared.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What another price means for one entry, to the cent. Read by the process that reprices and by the preview.
 *
 * @param timeEntryId time-entry:<uuid>
 * @param contractId contract:<key>
 * @param legalEntityId legal-entity:<code>
 * @param workDate day of work
 * @param rate price now, per unit
 * @param rateCurrency of the rate, ISO 4217; the contract's or another that was converted
 * @param secondsPerUnit seconds that the rate pays for
 * @param answer what the cards say
 * @param parts what is unbilled, drafted and invoiced of it; those of nothing are missing
 */
public record Repricing(
        String timeEntryId,
        String contractId,
        String legalEntityId,
        LocalDate workDate,
        BigDecimal rate,
        String rateCurrency,
        int secondsPerUnit,
        RateAnswer answer,
        List<Part> parts) {

    /** Where a part stands. */
    public enum Standing {
        UNBILLED,
        DRAFTED,
        INVOICED
    }

    /**
     * A part of the entry.
     *
     * @param invoiceId null while unbilled
     * @param portionNo 0 while unbilled
     * @param amount now, net
     */
    public record Part(Standing standing, @Nullable String invoiceId, int portionNo, int seconds, Money amount) {

        /** What the part is worth more at the rate; below zero: less. */
        public Money delta(Rate at) {
            return seconds == 0
                    ? Money.zero(amount.getCurrencyUnit())
                    : at.times(seconds).minus(amount);
        }

        boolean isOtherwisePriced(Rate at) {
            return !at.isPriceOf(seconds, amount);
        }
    }

    /** The row that holds now; empty when the entry has none any more. */
    public Optional<RateFound> found() {
        return answer instanceof RateFound row ? Optional.of(row) : Optional.empty();
    }

    /** Whether the cards give another price than the entry or a part of it has; it may come to the same amount. */
    public boolean changes() {
        return found().map(found -> {
                    var rate = found.row().rate();
                    return !isPrice(rate) || parts.stream().anyMatch(part -> part.isOtherwisePriced(rate));
                })
                .orElse(true);
    }

    /** Whether something of it is unbilled and the cards give another price than the entry or a part of it has. */
    boolean changesWhatIsUnbilled() {
        return changes() && delta(Standing.UNBILLED).isPresent();
    }

    /** Whether something of the entry, wherever it stands, has another price than the cards give it. */
    public boolean isDue() {
        return !parts.isEmpty() && changes();
    }

    /** What all parts of that standing are worth more; how a limit split the time is no other price. */
    public Optional<Money> delta(Standing standing) {
        return found().map(found -> found.row().rate()).flatMap(rate -> parts.stream()
                .filter(part -> part.standing() == standing)
                .map(part -> isPrice(rate) && !part.isOtherwisePriced(rate)
                        ? Money.zero(part.amount().getCurrencyUnit())
                        : part.delta(rate))
                .reduce(Money::plus));
    }

    /**
     * What all parts of that standing are worth as they stand.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    Money amount(Standing standing) {
        return parts.stream()
                .filter(part -> part.standing() == standing)
                .map(Part::amount)
                .reduce(Money::plus)
                .orElseThrow();
    }

    /** Whether the entry has that rate, at whatever exchange rate. */
    boolean isPrice(Rate other) {
        return other.perUnit().compareTo(rate) == 0
                && other.secondsPerUnit() == secondsPerUnit
                && other.currency().getCode().equals(rateCurrency);
    }
}
