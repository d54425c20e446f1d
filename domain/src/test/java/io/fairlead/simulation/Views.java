package io.fairlead.simulation;

import io.fairlead.billing.event.ExchangeRateSet;
import io.fairlead.billing.invoice.Parties;
import io.fairlead.contract.LineDetail;
import io.fairlead.contract.RateRow;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.RateEnded;
import io.fairlead.contract.event.RateSet;
import io.fairlead.party.DocumentLanguage;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.ExchangeRates;
import io.fairlead.shared.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
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

    /** What the rules of prices and costs know when they are asked. */
    LogFacts facts() {
        return facts(known());
    }

    /** By what stands in that part of the log. */
    LogFacts facts(List<Recorded> known) {
        return new LogFacts(log, agreements(known), known);
    }

    /** The rate between two currencies, as all of the log says. */
    Optional<ExchangeRate> exchangeRate(String one, String other, LocalDate day) {
        return exchangeRates(head()).on(one, other, day);
    }

    static ExchangeRates exchangeRates(List<Recorded> known) {
        var rows = new ArrayList<ExchangeRates.Row>();
        for (var each : known) {
            if (each.event() instanceof ExchangeRateSet set) {
                rows.add(new ExchangeRates.Row(
                        new ExchangeRate(set.getBase(), set.getQuote(), set.getRate(), set.getFrom(), set.getSource()),
                        set.getTo()));
            }
        }
        return new ExchangeRates(rows);
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

    Parties parties(String entity, String customer, String contract, LocalDate day) {
        return new Parties(
                entity,
                customer,
                null,
                contract(contract).getPaymentTermsDays(),
                null,
                null,
                null,
                DocumentLanguage.EN,
                LineDetail.EACH);
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
}
