package io.fairlead.simulation;

import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.TaxRateSet;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.InvoiceLines;
import io.fairlead.billing.tax.TaxAnswer;
import io.fairlead.billing.tax.TaxEngine;
import io.fairlead.billing.tax.TaxMode;
import io.fairlead.billing.tax.TaxOfDraft;
import io.fairlead.billing.tax.TaxQuestion;
import io.fairlead.billing.tax.TaxRate;
import io.fairlead.billing.tax.TaxTable;
import io.fairlead.billing.tax.TaxedLine;
import io.fairlead.contract.event.ContractSigned;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The real tax table over the rates of the log, asked about drafts as they stand. */
final class TaxView implements TaxOfDraft {

    private final HistoryLog log;
    private final TaxEngine engine = new TaxTable(
            (entity, days) -> days.stream().collect(Collectors.toMap(day -> day, day -> rates(entity, day))));

    TaxView(HistoryLog log) {
        this.log = log;
    }

    @Override
    public Optional<TaxAnswer> of(InvoiceId invoice) {
        var lines = InvoiceLines.of(log, invoice.value()).lines();
        return log.last(invoice.value(), InvoiceDrafted.class).map(draft -> engine.tax(question(draft, lines)));
    }

    private TaxQuestion question(InvoiceDrafted draft, List<InvoiceLine> lines) {
        return new TaxQuestion(
                draft.getLegalEntityId(),
                draft.getCustomerId(),
                draft.getContractId(),
                draft.getCurrency(),
                lines.stream()
                        .map(InvoiceLine::getServiceDate)
                        .max(LocalDate::compareTo)
                        .orElseThrow(),
                TaxMode.valueOf(log.last(draft.getContractId(), ContractSigned.class)
                        .orElseThrow()
                        .getTaxRounding()),
                false,
                lines.stream().map(TaxedLine::of).toList());
    }

    private Map<String, TaxRate> rates(String entity, LocalDate day) {
        var rates = new HashMap<String, TaxRate>();
        for (var row : log.all(TaxRateSet.class)) {
            if (row.getLegalEntityId().equals(entity)
                    && !day.isBefore(row.getFrom())
                    && (row.getTo() == null || day.isBefore(row.getTo()))) {
                rates.put(
                        row.getCode() == null ? row.getCategory() : row.getCode(),
                        new TaxRate(row.getCategory(), row.getRate(), row.getSource(), row.getRegion()));
            }
        }
        return rates;
    }
}
