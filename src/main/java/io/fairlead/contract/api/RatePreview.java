package io.fairlead.contract.api;

import io.fairlead.billing.pricing.FreedWork;
import io.fairlead.billing.pricing.Repricing;
import io.fairlead.billing.pricing.Repricing.Standing;
import io.fairlead.shared.WireAmount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an imagined change of a price would do, all of it; nothing was written.
 *
 * @param entries that have a price and would get another
 * @param freed approved time that waits for a price and would get one
 */
@Schema(name = "Preview")
public record RatePreview(List<Totals> totals, List<Entry> entries, List<Freed> freed) {

    /**
     * What it would change in one currency, net.
     *
     * @param unbilled what runs would bill more; below zero: less
     * @param drafted what stands on drafts and would stay; proposed only
     * @param invoiced what is invoiced and would stay; proposed only
     */
    public record Totals(String currency, BigDecimal unbilled, BigDecimal drafted, BigDecimal invoiced) {}

    /**
     * One entry.
     *
     * @param newRate null when no row would hold any more: the entry would keep its price and become a work item
     */
    public record Entry(
            String timeEntryId,
            String contractId,
            LocalDate workDate,
            BigDecimal rate,
            @Nullable BigDecimal newRate,
            @Nullable String rateCardId,
            @Nullable String rateId,
            String currency,
            BigDecimal unbilled,
            BigDecimal drafted,
            BigDecimal invoiced) {

        static Entry of(Repricing found) {
            var row = found.found().map(answer -> answer.row());
            var currency = found.parts().getFirst().amount().getCurrencyUnit();
            return new Entry(
                    found.timeEntryId(),
                    found.contractId(),
                    found.workDate(),
                    found.rate(),
                    row.map(winner -> winner.rate().perUnit()).orElse(null),
                    row.map(winner -> winner.rateCardId()).orElse(null),
                    row.map(winner -> winner.rateId()).orElse(null),
                    currency.getCode(),
                    WireAmount.amount(found.delta(Standing.UNBILLED).orElse(Money.zero(currency))),
                    WireAmount.amount(found.delta(Standing.DRAFTED).orElse(Money.zero(currency))),
                    WireAmount.amount(found.delta(Standing.INVOICED).orElse(Money.zero(currency))));
        }
    }

    /**
     * Time that waits.
     *
     * @param rate that it would have
     * @param seconds that would be billed
     * @param amount that runs could bill, net
     */
    public record Freed(
            String timeEntryId,
            String contractId,
            LocalDate workDate,
            BigDecimal rate,
            String rateCardId,
            String rateId,
            int seconds,
            BigDecimal amount,
            String currency) {

        static Freed of(FreedWork work) {
            return new Freed(
                    work.timeEntryId(),
                    work.contractId(),
                    work.workDate(),
                    work.row().rate().perUnit(),
                    work.row().rateCardId(),
                    work.row().rateId(),
                    work.seconds(),
                    WireAmount.amount(work.amount()),
                    work.amount().getCurrencyUnit().getCode());
        }
    }
}
