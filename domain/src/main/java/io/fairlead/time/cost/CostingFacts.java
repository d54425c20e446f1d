package io.fairlead.time.cost;

import io.fairlead.shared.ExchangeRates;
import io.fairlead.shared.Rate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port: what {@link TimeCosting} asks about contracts, people and their costs. One instance is one state of them. It only
 * fetches; nothing is chosen or converted behind it.
 */
public interface CostingFacts {

    /** Currency of contract:<key>, ISO 4217; empty while it is not known. */
    Optional<String> contractCurrency(String contractId);

    /** Time zone of project:<key>; empty while it is not known. */
    Optional<String> zone(String projectId);

    /** Who employs person:<key>, and as what; empty while the person is not known. */
    Optional<Employment> employment(String personId);

    /** Usual role of person:<key>; empty while the person is not known. */
    Optional<String> role(String personId);

    /** All that legal-entity:<code> takes for people that it lends, of any borrower, role, day and currency. */
    Collection<TransferRow> transferRows(String employerId);

    /** All rows of the person, of any day and currency. */
    Collection<CostRow> costRows(String personId);

    /** Book currency of legal-entity:<code>, ISO 4217; empty while it is not known. */
    Optional<String> bookCurrency(String legalEntityId);

    /** All exchange rates. */
    ExchangeRates exchangeRates();

    /**
     * Whose cost it is.
     *
     * @param legalEntityId the employer
     * @param employment EMPLOYEE or SUBCONTRACTOR
     */
    record Employment(String legalEntityId, String employment) {}

    /**
     * A dated cost.
     *
     * @param costRateId the row
     * @param rate per hour, in its own currency
     * @param from first day
     * @param to first day outside; null means open
     * @param position place in the log: later is newer
     */
    record CostRow(
            String costRateId,
            Rate rate,
            LocalDate from,
            @Nullable LocalDate to,
            long position) {

        /** Half-open: the first day counts, the end does not. */
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }

        boolean isIn(String currency) {
            return rate.currency().getCode().equals(currency);
        }
    }
}
