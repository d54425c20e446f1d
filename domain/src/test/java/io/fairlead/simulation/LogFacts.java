package io.fairlead.simulation;

import io.fairlead.contract.PricingFacts;
import io.fairlead.contract.RateQuestion;
import io.fairlead.contract.RateRow;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.expense.ExpenseFacts;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.project.event.ProjectOpened;
import io.fairlead.resource.event.CostRateSet;
import io.fairlead.resource.event.ResourceOnboarded;
import io.fairlead.shared.ExchangeRates;
import io.fairlead.shared.Rate;
import io.fairlead.shared.TimeRounding;
import io.fairlead.time.cost.CostingFacts;
import io.fairlead.time.cost.TransferRow;
import io.fairlead.time.event.TimeApproved;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the rules of prices and costs ask, from the log up to where the views have come; a day's other entries from all of it, since
 * the views are waited for. People, projects and companies are set up before anybody works.
 */
record LogFacts(HistoryLog log, Agreements agreed, List<Recorded> known)
        implements PricingFacts, CostingFacts, ExpenseFacts {

    @Override
    public Optional<Terms> terms(String contractId) {
        return agreed.find(contractId)
                .map(contract -> new Terms(
                        contract.getRateCardId(),
                        contract.getCurrency(),
                        contract.getTermFrom(),
                        contract.getTermTo(),
                        rounding(contract)));
    }

    private static TimeRounding rounding(ContractSigned contract) {
        return new TimeRounding(
                TimeRounding.Mode.valueOf(contract.getTimeRoundingMode()),
                contract.getTimeRoundingMinutes(),
                contract.getTimeRoundingPer().equals("DAY"));
    }

    @Override
    public Optional<String> method(String contractId, int lineNo) {
        return agreed.find(contractId)
                .map(contract -> Views.line(contract, lineNo).getMethod());
    }

    @Override
    public Optional<String> role(String personId) {
        return log.last(personId, ResourceOnboarded.class).map(ResourceOnboarded::getRole);
    }

    @Override
    public Collection<RateRow> rows(RateQuestion question) {
        return Views.rows(known);
    }

    @Override
    public Optional<BilledLine> line(String contractId, int lineNo) {
        return agreed.find(contractId)
                .map(contract -> new BilledLine(
                        contract.getCurrency(), Views.line(contract, lineNo).getMarkUp()));
    }

    @Override
    public ExchangeRates exchangeRates() {
        return Views.exchangeRates(known);
    }

    @Override
    public DaySoFar dayOf(TimeApproved entry) {
        return DayOfWork.of(log, entry);
    }

    @Override
    public Optional<String> contractCurrency(String contractId) {
        return terms(contractId).map(Terms::currency);
    }

    @Override
    public Optional<String> zone(String projectId) {
        return log.last(projectId, ProjectOpened.class).map(ProjectOpened::getZone);
    }

    @Override
    public Optional<Employment> employment(String personId) {
        return log.last(personId, ResourceOnboarded.class)
                .map(person -> new Employment(person.getLegalEntityId(), person.getEmployment()));
    }

    @Override
    public Collection<TransferRow> transferRows(String employerId) {
        return List.of(); // One company: nobody is lent.
    }

    @Override
    public Collection<CostRow> costRows(String personId) {
        return known.stream()
                .flatMap(each -> rows(each, CostRateSet.class)
                        .filter(row -> row.getPersonId().equals(personId))
                        .map(row -> new CostRow(
                                row.getCostRateId(),
                                Rate.hourly(row.getRate(), row.getCurrency()),
                                row.getFrom(),
                                row.getTo(),
                                each.position())))
                .toList();
    }

    private static <T extends SpecificRecord> Stream<T> rows(Recorded each, Class<T> type) {
        return Stream.of(each.event()).filter(type::isInstance).map(type::cast);
    }

    @Override
    public Optional<String> bookCurrency(String legalEntityId) {
        return log.last(legalEntityId, LegalEntityRegistered.class).map(LegalEntityRegistered::getCurrency);
    }
}
