package io.fairlead.simulation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.EntityAmounts;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.Settlement;
import io.fairlead.shared.event.FxRate;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Recorded;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimePriced;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** The rules of currencies and of rounded time can fail, each of them. */
class CurrencyRulesTest extends PlantedFaults {

    private static final List<Recorded> FOREIGN =
            history(facts -> facts.each(TimePriced.class).anyMatch(priced -> priced.getFx() != null)
                    && facts.each(TimePriced.class).anyMatch(priced -> priced.getOthersWorkedSeconds() > 0)
                    && facts.each(TimeCosted.class).anyMatch(CurrencyRulesTest::isConverted)
                    && facts.each(PaymentApplied.class).anyMatch(paid -> paid.getSettlement() != null)
                    && Rules.broken(facts.events()).isEmpty());

    CurrencyRulesTest() {
        super(FOREIGN);
    }

    private static boolean isConverted(TimeCosted costed) {
        return costed.getFx() != null && costed.getEntityAmount() != null;
    }

    @Test
    void a_history_that_was_not_touched_is_right() {
        assertThat(Rules.broken(right)).isEmpty();
    }

    @Test
    void a_price_at_another_exchange_rate_is_seen() {
        var priced = first(TimePriced.class, each -> each.getFx() != null);
        assertSeen(
                "due is one of",
                replaced(
                        priced,
                        TimePriced.newBuilder((TimePriced) priced.event())
                                .setFx(moved(((TimePriced) priced.event()).getFx()))
                                .build()));
    }

    @Test
    void a_price_that_was_not_converted_is_seen() {
        var priced = first(TimePriced.class, each -> each.getFx() != null);
        assertSeen(
                "due is one of",
                replaced(
                        priced,
                        TimePriced.newBuilder((TimePriced) priced.event())
                                .setFx(null)
                                .build()));
    }

    @Test
    void a_converted_price_off_by_a_smallest_unit_is_seen() {
        var priced = first(TimePriced.class, each -> each.getFx() != null);
        var event = (TimePriced) priced.event();
        assertSeen(
                "costs by its row",
                replaced(
                        priced,
                        TimePriced.newBuilder(event)
                                .setAmount(event.getAmount().add(unit(event.getCurrency())))
                                .build()));
    }

    @Test
    void a_second_too_much_of_a_rounded_day_is_seen() {
        var priced = first(TimePriced.class, each -> each.getOthersWorkedSeconds() > 0);
        var event = (TimePriced) priced.event();
        assertSeen(
                "the seconds priced of",
                replaced(
                        priced,
                        TimePriced.newBuilder(event)
                                .setBilledSeconds(event.getBilledSeconds() + 1)
                                .build()));
    }

    @Test
    void a_day_without_its_other_entries_is_seen() {
        var priced = first(TimePriced.class, each -> each.getOthersWorkedSeconds() > 0);
        assertSeen(
                "rounded with a day that never was",
                replaced(
                        priced,
                        TimePriced.newBuilder((TimePriced) priced.event())
                                .setOthersWorkedSeconds(1)
                                .build()));
    }

    @Test
    void a_cost_at_another_exchange_rate_is_seen() {
        var costed = first(TimeCosted.class, CurrencyRulesTest::isConverted);
        assertSeen(
                "costs at the rate",
                replaced(
                        costed,
                        TimeCosted.newBuilder((TimeCosted) costed.event())
                                .setFx(moved(((TimeCosted) costed.event()).getFx()))
                                .build()));
    }

    @Test
    void a_cost_off_by_a_smallest_unit_in_the_books_is_seen() {
        var costed = first(TimeCosted.class, CurrencyRulesTest::isConverted);
        var event = (TimeCosted) costed.event();
        assertSeen(
                "costs the books",
                replaced(
                        costed,
                        TimeCosted.newBuilder(event)
                                .setEntityAmount(Objects.requireNonNull(event.getEntityAmount())
                                        .add(unit(Objects.requireNonNull(event.getEntityCurrency()))))
                                .build()));
    }

    @Test
    void an_invoice_booked_at_another_rate_is_seen() {
        var issued = first(InvoiceIssued.class, each -> each.getEntityAmounts() != null);
        var event = (InvoiceIssued) issued.event();
        var amounts = Objects.requireNonNull(event.getEntityAmounts());
        assertSeen(
                "is booked at",
                replaced(
                        issued,
                        InvoiceIssued.newBuilder(event)
                                .setEntityAmounts(EntityAmounts.newBuilder(amounts)
                                        .setFx(moved(amounts.getFx()))
                                        .build())
                                .build()));
    }

    @Test
    void an_invoice_that_misses_the_books_is_seen() {
        var issued = first(InvoiceIssued.class, each -> each.getEntityAmounts() != null);
        assertSeen(
                "is not booked in",
                replaced(
                        issued,
                        InvoiceIssued.newBuilder((InvoiceIssued) issued.event())
                                .setEntityAmounts(null)
                                .build()));
    }

    @Test
    void a_difference_that_was_not_realised_is_seen() {
        var paid = first(PaymentApplied.class, each -> each.getSettlement() != null);
        var event = (PaymentApplied) paid.event();
        var settlement = Objects.requireNonNull(event.getSettlement());
        assertSeen(
                "realises",
                replaced(
                        paid,
                        PaymentApplied.newBuilder(event)
                                .setSettlement(Settlement.newBuilder(settlement)
                                        .setRealised(settlement.getRealised().add(unit(settlement.getCurrency())))
                                        .build())
                                .build()));
    }

    private <T extends SpecificRecord> Recorded first(Class<T> type, Predicate<T> wanted) {
        return right.stream()
                .filter(each -> type.isInstance(each.event()) && wanted.test(type.cast(each.event())))
                .findFirst()
                .orElseThrow();
    }

    private static FxRate moved(FxRate rate) {
        return FxRate.newBuilder(rate)
                .setRate(rate.getRate().add(new BigDecimal("0.0001000000")))
                .build();
    }

    private static BigDecimal unit(String currency) {
        return BigDecimal.ONE.movePointLeft(Facts.digits(currency)).setScale(4);
    }
}
