package io.fairlead.revenue;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.party.LegalEntityId;
import io.fairlead.revenue.event.PeriodClosed;
import io.fairlead.revenue.event.PeriodOpened;
import io.fairlead.revenue.event.PeriodReopened;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The accounting periods of one company, one after the other. Rules. */
@AggregateRoot
public class AccountingPeriod {

    @AggregateIdentifier
    private @Nullable AccountingPeriodId id;

    private final List<PeriodOpened> periods = new ArrayList<>(); // in order of days
    private final List<PeriodClosed> closed = new ArrayList<>(); // in order of days: only the last is reopened
    private final Map<String, Integer> closes = new HashMap<>();

    AccountingPeriod() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(OpenPeriod command) {
        open(command.accountingPeriodId(), command.legalEntityId(), command.period(), command.from(), command.to());
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(ClosePeriod command) {
        if (closeOf(command.period()) != null) {
            return; // It is closed.
        }
        var period = known(command.period());
        if (period == null) {
            var month = Month.named(command.period())
                    .orElseThrow(() -> refused(
                            "A-02",
                            "there is no period " + command.period(),
                            "open it first, or name a month such as 2026-03"));
            requireEarlierClosed(month.from());
            period = open(
                    command.accountingPeriodId(), command.legalEntityId(), command.period(), month.from(), month.to());
        }
        requireEarlierClosed(period.getFrom());
        int no = closes.getOrDefault(command.period(), 0) + 1;
        Recording.record(
                PeriodEvents.closed(command, period, no),
                command.legalEntityId().value());
    }

    @CommandHandler
    void decide(ReopenPeriod command) {
        var close = closeOf(command.period());
        if (close == null) {
            if (known(command.period()) != null) {
                return; // It is open.
            }
            throw refused("A-02", "there is no period " + command.period(), "check its name");
        }
        var last = closed.getLast().getPeriod();
        if (!command.period().equals(last)) {
            throw refused("A-03", command.period() + " is not the last closed period", "reopen " + last + " first");
        }
        Recording.record(PeriodEvents.reopened(command, close), close.getLegalEntityId());
    }

    @CanIgnoreReturnValue
    private PeriodOpened open(
            AccountingPeriodId stream, LegalEntityId entity, String period, LocalDate from, @Nullable LocalDate to) {
        var event = PeriodOpened.newBuilder()
                .setAccountingPeriodId(stream.value())
                .setLegalEntityId(entity.value())
                .setPeriod(period)
                .setFrom(from)
                .setTo(to)
                .build();
        if (StatedOnce.isNew("A-01", "the period", known(period), event)) {
            requireNext(from);
            Recording.record(event, entity.value());
        }
        return event;
    }

    /** Periods follow one another without a gap, so that every day belongs to one. */
    private void requireNext(LocalDate from) {
        var last = periods.isEmpty() ? null : periods.getLast();
        if (last != null && !from.equals(last.getTo())) {
            throw refused(
                    "A-01",
                    "the period begins on " + from + ", but " + last.getPeriod()
                            + (last.getTo() == null ? " has no end" : " ends before " + last.getTo()),
                    "periods follow one another without a gap");
        }
    }

    private void requireEarlierClosed(LocalDate from) {
        for (var earlier : periods) {
            if (earlier.getFrom().isBefore(from) && closeOf(earlier.getPeriod()) == null) {
                throw refused(
                        "A-02", earlier.getPeriod() + " is still open", "close " + earlier.getPeriod() + " first");
            }
        }
    }

    private @Nullable PeriodOpened known(String period) {
        return periods.stream()
                .filter(known -> known.getPeriod().equals(period))
                .findAny()
                .orElse(null);
    }

    private @Nullable PeriodClosed closeOf(String period) {
        return closed.stream()
                .filter(close -> close.getPeriod().equals(period))
                .findAny()
                .orElse(null);
    }

    private static RuleViolated refused(String code, String reason, String remedy) {
        return new RuleViolated(code, "period", reason, remedy);
    }

    @EventSourcingHandler
    void evolve(PeriodOpened event) {
        id = new AccountingPeriodId(event.getAccountingPeriodId());
        periods.add(event);
    }

    @EventSourcingHandler
    void evolve(PeriodClosed event) {
        closed.add(event);
        closes.merge(event.getPeriod(), 1, Integer::sum);
    }

    @EventSourcingHandler
    void evolve(PeriodReopened event) {
        closed.removeIf(close -> close.getPeriod().equals(event.getPeriod()));
    }
}
