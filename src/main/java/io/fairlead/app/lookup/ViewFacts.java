package io.fairlead.app.lookup;

import io.fairlead.contract.PricingFacts;
import io.fairlead.contract.RateQuestion;
import io.fairlead.contract.RateRow;
import io.fairlead.expense.ExpenseFacts;
import io.fairlead.shared.ExchangeRates;
import io.fairlead.time.cost.CostingFacts;
import io.fairlead.time.cost.TransferRow;
import io.fairlead.time.event.TimeApproved;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the rules of prices and costs ask, from one state of the price tables; a day's other entries are read when they are asked
 * for, since they change with every price.
 */
record ViewFacts(PriceTables.Tables tables, PricedDays days) implements PricingFacts, CostingFacts, ExpenseFacts {

    @Override
    public Optional<Terms> terms(String contractId) {
        return Optional.ofNullable(tables.contracts().get(contractId));
    }

    @Override
    public Optional<String> method(String contractId, int lineNo) {
        return tables.line(contractId, lineNo).map(PriceTables.Line::method);
    }

    @Override
    public Optional<BilledLine> line(String contractId, int lineNo) {
        return tables.line(contractId, lineNo).map(PriceTables.Line::billed);
    }

    @Override
    public Optional<String> role(String personId) {
        return person(personId).map(PriceTables.Person::role);
    }

    @Override
    public Optional<Employment> employment(String personId) {
        return person(personId).map(PriceTables.Person::employment);
    }

    private Optional<PriceTables.Person> person(String personId) {
        return Optional.ofNullable(tables.people().get(personId));
    }

    @Override
    public Collection<RateRow> rows(RateQuestion question) {
        return tables.rows(question);
    }

    @Override
    public Collection<CostRow> costRows(String personId) {
        return tables.costs().getOrDefault(personId, List.of());
    }

    @Override
    public Collection<TransferRow> transferRows(String employerId) {
        return tables.transfers().getOrDefault(employerId, List.of());
    }

    @Override
    public Optional<String> contractCurrency(String contractId) {
        return terms(contractId).map(Terms::currency);
    }

    @Override
    public Optional<String> bookCurrency(String legalEntityId) {
        return Optional.ofNullable(tables.bookCurrencies().get(legalEntityId));
    }

    @Override
    public Optional<String> zone(String projectId) {
        return Optional.ofNullable(tables.zones().get(projectId));
    }

    @Override
    public ExchangeRates exchangeRates() {
        return tables.exchangeRates();
    }

    @Override
    public DaySoFar dayOf(TimeApproved entry) {
        return days.of(entry);
    }
}
