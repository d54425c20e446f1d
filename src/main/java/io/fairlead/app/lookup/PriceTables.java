package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.CONTRACT_LINE;
import static io.fairlead.projection.db.Tables.COST_RATE;
import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;
import static io.fairlead.projection.db.Tables.PERSON;
import static io.fairlead.projection.db.Tables.PROJECT;
import static io.fairlead.projection.db.Tables.RATE;
import static io.fairlead.projection.db.Tables.TRANSFER_RATE;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.contract.PricingFacts.Terms;
import io.fairlead.contract.RateQuestion;
import io.fairlead.contract.RateRow;
import io.fairlead.expense.ExpenseFacts.BilledLine;
import io.fairlead.shared.ExchangeRates;
import io.fairlead.shared.Rate;
import io.fairlead.shared.TimeRounding;
import io.fairlead.time.cost.CostingFacts.CostRow;
import io.fairlead.time.cost.CostingFacts.Employment;
import io.fairlead.time.cost.TransferRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jooq.DSLContext;

/**
 * Prices, costs and terms as the views hold them, kept in memory while the views stand still on them. A firm has thousands of
 * such rows and prices ten thousands of entries with them.
 */
final class PriceTables {

    private static final int SECONDS_PER_HOUR = 3_600;

    private final DSLContext views;
    private final LongSupplier version;
    private volatile Tables tables = Tables.NONE;

    /**
     * @param version changes whenever one of the rows may have changed
     */
    PriceTables(DSLContext views, LongSupplier version) {
        this.views = views;
        this.version = version;
    }

    /** A person and what pricing and costing ask of them. */
    record Person(String role, Employment employment) {}

    /** A line and what pricing asks of it. */
    record Line(String method, BilledLine billed) {}

    /** One consistent state of all of them. */
    record Tables(
            long version,
            Map<String, Terms> contracts,
            Map<String, Line> lines,
            Map<String, Person> people,
            Map<String, List<CostRow>> costs,
            Map<String, List<TransferRow>> transfers,
            Map<String, List<RateRow>> byOwner,
            Map<String, List<RateRow>> byCard,
            Map<String, String> zones,
            Map<String, String> bookCurrencies,
            ExchangeRates exchangeRates) {

        static final Tables NONE = new Tables(
                -1,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                ExchangeRates.NONE);

        Optional<Line> line(String contractId, int lineNo) {
            return Optional.ofNullable(lines.get(lineKey(contractId, lineNo)));
        }

        /** Rows of the owners and of the contract's card; a row may come twice. */
        List<RateRow> rows(RateQuestion question) {
            var owned = Stream.of(
                            question.contractId(),
                            question.projectId(),
                            question.customerId(),
                            question.legalEntityId())
                    .flatMap(owner -> byOwner.getOrDefault(owner, List.of()).stream());
            var card = question.contractCardId();
            var carded = card == null ? Stream.<RateRow>empty() : byCard.getOrDefault(card, List.of()).stream();
            return Stream.concat(owned, carded).toList();
        }

        /** A row by its names. */
        Optional<RateRow> row(String card, String rateId) {
            return byCard.getOrDefault(card, List.of()).stream()
                    .filter(row -> row.rateId().equals(rateId))
                    .findAny();
        }

        /** The same tables with one row set, or put in place of the one with its names. */
        Tables with(RateRow row) {
            return new Tables(
                    version,
                    contracts,
                    lines,
                    people,
                    costs,
                    transfers,
                    with(byOwner, row.owner(), row),
                    with(byCard, row.rateCardId(), row),
                    zones,
                    bookCurrencies,
                    exchangeRates);
        }

        private static Map<String, List<RateRow>> with(Map<String, List<RateRow>> rows, String key, RateRow row) {
            var changed = new HashMap<>(rows);
            var others = rows.getOrDefault(key, List.of()).stream()
                    .filter(other -> !other.rateCardId().equals(row.rateCardId())
                            || !other.rateId().equals(row.rateId()));
            changed.put(key, Stream.concat(others, Stream.of(row)).toList());
            return changed;
        }
    }

    private static String lineKey(String contractId, int lineNo) {
        return contractId + "#" + lineNo;
    }

    /** The tables as the views hold them now. */
    Tables now() {
        var current = tables;
        if (current.version() == version.getAsLong()) {
            return current;
        }
        return reload();
    }

    private synchronized Tables reload() {
        var wanted = version.getAsLong();
        if (tables.version() != wanted) {
            tables = load(wanted);
        }
        return tables;
    }

    private Tables load(long wanted) {
        var contracts = new HashMap<String, Terms>();
        views.selectFrom(CONTRACT)
                .forEach(row -> contracts.put(
                        row.getContractId(),
                        new Terms(
                                row.getRateCardId(),
                                row.getCurrency(),
                                row.getTermFrom(),
                                row.getTermTo(),
                                new TimeRounding(
                                        TimeRounding.Mode.valueOf(row.getTimeRoundingMode()),
                                        row.getTimeRoundingMinutes(),
                                        row.getTimeRoundingPer().equals("DAY")))));
        var lines = new HashMap<String, Line>();
        views.select(
                        CONTRACT_LINE.CONTRACT_ID,
                        CONTRACT_LINE.LINE_NO,
                        CONTRACT_LINE.METHOD,
                        CONTRACT_LINE.MARK_UP,
                        CONTRACT.CURRENCY)
                .from(CONTRACT_LINE)
                .join(CONTRACT)
                .on(CONTRACT.CONTRACT_ID.eq(CONTRACT_LINE.CONTRACT_ID))
                .forEach(row -> lines.put(
                        lineKey(row.value1(), row.value2()),
                        new Line(row.value3(), new BilledLine(row.value5(), row.value4()))));
        var people = new HashMap<String, Person>();
        views.selectFrom(PERSON)
                .forEach(row -> people.put(
                        row.getPersonId(),
                        new Person(row.getRole(), new Employment(row.getLegalEntityId(), row.getEmployment()))));
        var costs = new HashMap<String, List<CostRow>>();
        views.selectFrom(COST_RATE)
                .forEach(row -> costs.computeIfAbsent(row.getPersonId(), _ -> new java.util.ArrayList<>())
                        .add(new CostRow(
                                row.getCostRateId(),
                                Rate.hourly(row.getRate(), row.getCurrency()),
                                row.getFromDate(),
                                row.getToDate(),
                                row.getPosition())));
        var rates = rates();
        var zones = new HashMap<String, String>();
        views.selectFrom(PROJECT).forEach(row -> zones.put(row.getProjectId(), row.getZone()));
        var bookCurrencies = new HashMap<String, String>();
        views.selectFrom(LEGAL_ENTITY).forEach(row -> bookCurrencies.put(row.getLegalEntityId(), row.getCurrency()));
        return new Tables(
                wanted,
                contracts,
                lines,
                people,
                costs,
                grouped(transfers(), TransferRow::employerId),
                grouped(rates, RateRow::owner),
                grouped(rates, RateRow::rateCardId),
                zones,
                bookCurrencies,
                PublishedRates.fetch(views, noCondition()));
    }

    private List<RateRow> rates() {
        return views.selectFrom(RATE)
                .fetch(row -> new RateRow(
                        row.getRateCardId(),
                        row.getRateId(),
                        row.getOwnerId(),
                        row.getLineNo(),
                        row.getPersonId(),
                        row.getRole(),
                        row.getWorkType(),
                        new Rate(
                                row.getRate(),
                                CurrencyUnit.of(row.getCurrency()),
                                row.getUnit().equals("DAY") ? RateRow.SECONDS_PER_DAY : SECONDS_PER_HOUR),
                        row.getUnit(),
                        row.getFromDate(),
                        row.getToDate(),
                        row.getRecordedPosition()));
    }

    private List<TransferRow> transfers() {
        return views.selectFrom(TRANSFER_RATE)
                .fetch(row -> new TransferRow(
                        row.getTransferRateId(),
                        row.getEmployerId(),
                        row.getSellerId(),
                        row.getRole(),
                        Rate.hourly(row.getRate(), row.getCurrency()),
                        row.getFromDate(),
                        row.getToDate(),
                        row.getPosition()));
    }

    private static <T> Map<String, List<T>> grouped(List<T> rates, Function<T, String> by) {
        return rates.stream().collect(Collectors.groupingBy(by));
    }
}
