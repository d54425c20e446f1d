package io.fairlead.time.cost;

import io.fairlead.shared.Amounts;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.MoneyRules;
import io.fairlead.shared.Rate;
import io.fairlead.shared.WireAmount;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimeRecosted;
import io.fairlead.time.event.TransferPrice;
import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How the events of what time cost are filled: for the employer and, where another company sells the work, the seller. */
final class CostEvents {

    /**
     * What was told last.
     *
     * @param transferred what the seller pays, in the contract's currency; 0 where nobody does
     */
    record Before(int seconds, Money amount, BigDecimal transferred) {}

    static TimeCosted costed(CostTime command) {
        var target = command.target();
        var amount = command.rate().times(command.seconds());
        var event = TimeCosted.newBuilder()
                .setLabourCostId(command.labourCostId().value())
                .setTimeEntryId(command.timeEntryId().value())
                .setVersion(command.version())
                .setPersonId(command.personId().value())
                .setProjectId(target.projectId().value())
                .setContractId(target.contractId().value())
                .setCustomerId(target.customerId().value())
                .setLegalEntityId(target.legalEntityId().value())
                .setResourceEntityId(command.resourceEntityId().value())
                .setCostRateId(command.costRateId())
                .setRate(command.rate().perUnit())
                .setSeconds(command.seconds())
                .setAmount(WireAmount.amount(amount))
                .setCurrency(amount.getCurrencyUnit().getCode())
                .setServiceDate(command.workDate())
                .setAccountingDate(command.workDate())
                .setRuleVersion(MoneyRules.VERSION)
                .setEmployment(command.employment());
        inOtherCurrencies(event, command);
        if (command.transfer() != null) {
            transferred(event, command.transfer(), command.seconds());
        }
        return event.build();
    }

    /**
     * The same time at what it cost when that was decided: whoever asks again finds other rates, and they change nothing of it.
     */
    static TimeCosted asKnown(TimeCosted event, @Nullable TimeCosted known) {
        return known == null
                ? event
                : TimeCosted.newBuilder(known)
                        .setTimeEntryId(event.getTimeEntryId())
                        .setPersonId(event.getPersonId())
                        .setProjectId(event.getProjectId())
                        .setContractId(event.getContractId())
                        .setCustomerId(event.getCustomerId())
                        .setLegalEntityId(event.getLegalEntityId())
                        .setSeconds(event.getSeconds())
                        .setServiceDate(event.getServiceDate())
                        .build();
    }

    /** R13: the cost as the person's rate has it, and as the seller's books have it, where those are others. */
    private static void inOtherCurrencies(TimeCosted.Builder event, CostTime command) {
        var rate = command.rate();
        var own = rate.own().times(command.seconds());
        var fx = rate.fx();
        if (fx != null) {
            event.setOwnAmount(WireAmount.amount(own))
                    .setOwnCurrency(own.getCurrencyUnit().getCode())
                    .setFx(fx.asEvent());
        }
        var books = command.books();
        if (books != null) {
            var toBooks = books.fx();
            event.setEntityAmount(WireAmount.amount(toBooks == null ? own : toBooks.convert(own)))
                    .setEntityCurrency(books.code());
        }
    }

    /** Where another company employs the person, the seller's cost is what it pays for them, in its books too. */
    private static void transferred(TimeCosted.Builder event, Transfer transfer, int seconds) {
        var own = transfer.rate().own();
        var fx = transfer.rate().fx();
        event.setTransfer(TransferPrice.newBuilder()
                .setTransferRateId(transfer.transferRateId())
                .setRate(own.perUnit())
                .setRateCurrency(own.currency().getCode())
                .setAmount(WireAmount.amount(transfer.rate().times(seconds)))
                .setFx(fx == null ? null : fx.asEvent())
                .build());
        var books = transfer.books();
        if (books != null) {
            var toBooks = books.fx();
            var paid = own.times(seconds);
            event.setEntityAmount(WireAmount.amount(toBooks == null ? paid : toBooks.convert(paid)))
                    .setEntityCurrency(books.code());
        }
    }

    /** Another approval of the same time. */
    static TimeRecosted approvedAnew(TimeCosted event, Before before) {
        return recosted(event, event.getSeconds(), money(event), event.getTransfer(), before);
    }

    /** Other seconds of the same approval. */
    static TimeRecosted recosted(TimeCosted known, int seconds, Before before) {
        return recosted(known, seconds, costOf(seconds, known), transferOf(seconds, known), before);
    }

    /** At the rate it was costed with: a share of a rounded cost would not grow right, and what cost nothing could not grow. */
    private static Money costOf(int seconds, TimeCosted known) {
        var own = known.getOwnCurrency() == null ? known.getCurrency() : known.getOwnCurrency();
        var rate = Rate.hourly(known.getRate(), own);
        var exact = known.getFx() == null ? rate : rate.with(ExchangeRate.of(known.getFx()));
        return exact.times(known.getSeconds()).equals(money(known))
                ? exact.times(seconds)
                : Amounts.share(money(known), seconds, known.getSeconds()); // Costed anew at an exchange rate not kept.
    }

    private static @Nullable TransferPrice transferOf(int seconds, TimeCosted known) {
        var paid = known.getTransfer();
        if (paid == null) {
            return null;
        }
        var rate = Rate.hourly(paid.getRate(), paid.getRateCurrency());
        var exact = paid.getFx() == null ? rate : rate.with(ExchangeRate.of(paid.getFx()));
        return TransferPrice.newBuilder(paid)
                .setAmount(WireAmount.amount(exact.times(seconds)))
                .build();
    }

    private static TimeRecosted recosted(
            TimeCosted by, int secondsNow, Money now, @Nullable TransferPrice transfer, Before before) {
        return TimeRecosted.newBuilder()
                .setLabourCostId(by.getLabourCostId())
                .setTimeEntryId(by.getTimeEntryId())
                .setVersion(by.getVersion())
                .setPersonId(by.getPersonId())
                .setProjectId(by.getProjectId())
                .setContractId(by.getContractId())
                .setCustomerId(by.getCustomerId())
                .setLegalEntityId(by.getLegalEntityId())
                .setResourceEntityId(by.getResourceEntityId())
                .setCostRateId(by.getCostRateId())
                .setRate(by.getRate())
                .setSeconds(secondsNow)
                .setSecondsDelta(secondsNow - before.seconds())
                .setAmount(WireAmount.amount(now))
                .setAmountDelta(WireAmount.amount(now.minus(before.amount())))
                .setCurrency(by.getCurrency())
                .setServiceDate(by.getServiceDate())
                .setAccountingDate(by.getAccountingDate())
                .setRuleVersion(MoneyRules.VERSION)
                .setTransfer(transfer)
                .setFx(by.getFx())
                .setTransferAmountDelta(
                        transfer == null && before.transferred().signum() == 0
                                ? null
                                : paid(transfer).subtract(before.transferred()).setScale(4))
                .build();
    }

    static Money money(TimeCosted event) {
        return WireAmount.money(event.getAmount(), event.getCurrency());
    }

    static BigDecimal paid(@Nullable TransferPrice transfer) {
        return transfer == null ? BigDecimal.ZERO : transfer.getAmount();
    }

    private CostEvents() {}
}
