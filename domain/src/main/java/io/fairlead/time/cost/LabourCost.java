package io.fairlead.time.cost;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.shared.Amounts;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.MoneyRules;
import io.fairlead.shared.Rate;
import io.fairlead.shared.Recording;
import io.fairlead.shared.StatedOnce;
import io.fairlead.shared.WireAmount;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimeRecosted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What one entry of approved time cost. Apart from the entry, since it reveals pay; it follows the worked time. Rule T-09. */
@AggregateRoot
public class LabourCost {

    @AggregateIdentifier
    private @Nullable LabourCostId id;

    private @Nullable TimeCosted costed;
    private int seconds;
    private @Nullable Money amount;

    LabourCost() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(CostTime command) {
        var event = asEvent(command);
        var known = costed;
        if (known != null && known.getVersion() > event.getVersion()) {
            return; // That approval was taken back meanwhile.
        }
        if (known != null && known.getVersion() < event.getVersion()) {
            Recording.record(recosted(event, event.getSeconds(), money(event)), event.getLegalEntityId());
        } else if (StatedOnce.isNew("T-09", "the cost of this version", known, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(RecostTime command) {
        var known = requireNonNull(costed);
        if (command.version() >= known.getVersion() && command.seconds() != seconds) {
            var event = recosted(known, command.seconds(), costOf(command.seconds(), known));
            Recording.record(event, known.getLegalEntityId());
        }
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

    private TimeRecosted recosted(TimeCosted by, int secondsNow, Money now) {
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
                .setSecondsDelta(secondsNow - seconds)
                .setAmount(WireAmount.amount(now))
                .setAmountDelta(WireAmount.amount(now.minus(requireNonNull(amount))))
                .setCurrency(by.getCurrency())
                .setServiceDate(by.getServiceDate())
                .setAccountingDate(by.getAccountingDate())
                .setRuleVersion(MoneyRules.VERSION)
                .build();
    }

    private static Money money(TimeCosted event) {
        return WireAmount.money(event.getAmount(), event.getCurrency());
    }

    private static TimeCosted asEvent(CostTime command) {
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
        return event.build();
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

    @EventSourcingHandler
    void evolve(TimeCosted event) {
        id = new LabourCostId(event.getLabourCostId());
        costed = event;
        seconds = event.getSeconds();
        amount = money(event);
    }

    @EventSourcingHandler
    void evolve(TimeRecosted event) {
        seconds = event.getSeconds();
        amount = WireAmount.money(event.getAmount(), event.getCurrency());
        // Another approval counts from now on; a part of the same one leaves its full cost as the measure.
        if (event.getVersion() > requireNonNull(costed).getVersion()) {
            costed = TimeCosted.newBuilder(costed)
                    .setVersion(event.getVersion())
                    .setCostRateId(event.getCostRateId())
                    .setRate(event.getRate())
                    .setSeconds(event.getSeconds())
                    .setAmount(event.getAmount())
                    .build();
        }
    }
}
