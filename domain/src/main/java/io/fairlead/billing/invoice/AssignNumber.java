package io.fairlead.billing.invoice;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Give a document the next number of a series; asked again, the same number.
 *
 * @param numberSeriesId company, series and year
 * @param legalEntityId the company
 * @param series for example INV
 * @param year of the series
 * @param documentId the document, invoice:<uuid> or credit-note:<uuid>
 * @param issueDate wished for
 */
public record AssignNumber(
        @TargetAggregateIdentifier NumberSeriesId numberSeriesId,
        LegalEntityId legalEntityId,
        String series,
        int year,
        String documentId,
        @Happened LocalDate issueDate) {}
