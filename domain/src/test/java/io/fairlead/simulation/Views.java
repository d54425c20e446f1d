package io.fairlead.simulation;

import io.fairlead.billing.Parties;
import io.fairlead.contract.ContractId;
import io.fairlead.contract.RateAnswer;
import io.fairlead.contract.RateAnswer.NotBilledByTime;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.contract.RatePrecedence;
import io.fairlead.contract.RateQuestion;
import io.fairlead.contract.RateRow;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.RateEnded;
import io.fairlead.contract.event.RateSet;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.event.CostRateSet;
import io.fairlead.resource.event.ResourceOnboarded;
import io.fairlead.shared.BillingMethods;
import io.fairlead.shared.Rate;
import io.fairlead.time.CostRateLookup.CostAnswer;
import io.fairlead.time.CostRateLookup.CostFound;
import io.fairlead.time.CostRateLookup.CostMissing;
import io.fairlead.time.TimeTarget;
import io.fairlead.time.event.TimeApproved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;

/** What the processes look up, made from the log: as it was at some place between the event they react to and the end. */
final class Views {

    private final HistoryLog log;
    private final Supplier<Chance> chance;
    private final LongSupplier reactingTo;
    private int shown;
    private Agreements agreed = new Agreements(List.of());
    private int agreedTo;

    /**
     * Views of a log.
     *
     * @param reactingTo place of the event that a process reacts to
     */
    Views(HistoryLog log, Supplier<Chance> chance, LongSupplier reactingTo) {
        this.log = log;
        this.chance = chance;
        this.reactingTo = reactingTo;
    }

    /** The log up to where the views have come: never behind the event reacted to, nor behind what they showed before. */
    List<Recorded> known() {
        int least = Math.max((int) reactingTo.getAsLong(), shown);
        shown = chance.get().between(least, (int) log.head());
        return log.events().subList(0, shown);
    }

    /** All of it: the views were waited for. */
    List<Recorded> head() {
        shown = (int) log.head();
        return log.events().subList(0, shown);
    }

    /** What the contracts say by a part of the log that is no shorter than the one of the last question. */
    Agreements agreements(List<Recorded> known) {
        for (; agreedTo < known.size(); agreedTo++) {
            agreed.see(known.get(agreedTo).event());
        }
        return agreed;
    }

    /** A new history begins. */
    void clear() {
        shown = 0;
        agreed = new Agreements(List.of());
        agreedTo = 0;
    }

    RateAnswer price(TimeApproved event) {
        return price(event, known());
    }

    /** By the rates that stand in that part of the log. */
    RateAnswer price(TimeApproved event, List<Recorded> known) {
        var contract = agreements(known).contract(event.getContractId());
        if (!event.getTimeClass().equals("BILLABLE")
                || !BillingMethods.BY_ENTRY.contains(
                        line(contract, event.getLineNo()).getMethod())) {
            return new NotBilledByTime();
        }
        var day = event.getWorkDate();
        if (day.isBefore(contract.getTermFrom())
                || (contract.getTermTo() != null && !day.isBefore(contract.getTermTo()))) {
            return new RateMissing("OUTSIDE_TERM", "Time on " + day + " is outside the term.");
        }
        return RatePrecedence.choose(
                new RateQuestion(
                        event.getContractId(),
                        event.getLineNo(),
                        contract.getRateCardId(),
                        event.getProjectId(),
                        event.getCustomerId(),
                        event.getLegalEntityId(),
                        event.getPersonId(),
                        person(event.getPersonId()).getRole(),
                        event.getWorkType(),
                        contract.getCurrency(),
                        day),
                // This firm knows no exchange rates.
                rows(known).stream()
                        .filter(row -> row.rate().currency().getCode().equals(contract.getCurrency()))
                        .toList());
    }

    static List<RateRow> rows(List<Recorded> known) {
        var ends = new HashMap<String, LocalDate>();
        for (var each : known) {
            if (each.event() instanceof RateEnded ended) {
                ends.put(ended.getRateCardId() + ended.getRateId(), ended.getTo());
            }
        }
        var rows = new ArrayList<RateRow>();
        for (var each : known) {
            if (each.event() instanceof RateSet row) {
                rows.add(new RateRow(
                        row.getRateCardId(),
                        row.getRateId(),
                        row.getOwner(),
                        row.getLineNo(),
                        row.getPersonId(),
                        row.getRole(),
                        row.getWorkType(),
                        new Rate(
                                row.getRate(),
                                CurrencyUnit.of(row.getCurrency()),
                                row.getUnit().equals("DAY") ? 28_800 : 3_600),
                        row.getUnit(),
                        row.getFrom(),
                        ends.getOrDefault(row.getRateCardId() + row.getRateId(), row.getTo()),
                        each.position()));
            }
        }
        return rows;
    }

    CostAnswer cost(TimeApproved event) {
        var known = known();
        var contract = contract(event.getContractId());
        var best = known.stream()
                .map(Recorded::event)
                .filter(CostRateSet.class::isInstance)
                .map(CostRateSet.class::cast)
                .filter(row -> row.getPersonId().equals(event.getPersonId())
                        && row.getCurrency().equals(contract.getCurrency())
                        && !event.getWorkDate().isBefore(row.getFrom())
                        && (row.getTo() == null || event.getWorkDate().isBefore(row.getTo())))
                // The later of two equal ones comes last and wins.
                .sorted(Comparator.comparing(CostRateSet::getFrom))
                .reduce((_, later) -> later);
        if (best.isEmpty()) {
            return new CostMissing("COST_RATE_MISSING", "No cost rate of " + event.getPersonId() + " on that day.");
        }
        var target = new TimeTarget(
                new ProjectId(event.getProjectId()),
                null,
                new ContractId(event.getContractId()),
                event.getLineNo(),
                new CustomerId(event.getCustomerId()),
                new LegalEntityId(event.getLegalEntityId()),
                contract.getCurrency(),
                contract.getZone());
        return new CostFound(
                target,
                new LegalEntityId(event.getLegalEntityId()),
                best.get().getCostRateId(),
                Rate.hourly(best.get().getRate(), contract.getCurrency()));
    }

    Parties parties(String entity, String customer, String contract) {
        return new Parties(entity, customer, null, contract(contract).getPaymentTermsDays(), null, null, null);
    }

    ContractSigned contract(String id) {
        return log.last(id, ContractSigned.class).orElseThrow();
    }

    static ContractLine line(ContractSigned contract, int lineNo) {
        return contract.getLines().stream()
                .filter(line -> line.getLineNo() == lineNo)
                .findFirst()
                .orElseThrow();
    }

    ResourceOnboarded person(String id) {
        return Objects.requireNonNull(log.last(id, ResourceOnboarded.class).orElse(null));
    }
}
