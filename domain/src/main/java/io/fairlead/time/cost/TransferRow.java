package io.fairlead.time.cost;

import io.fairlead.shared.Rate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a seller pays an employer for an hour, as one dated row.
 *
 * @param transferRateId the row
 * @param employerId who lends, legal-entity:<code>
 * @param sellerId who borrows, legal-entity:<code>
 * @param role of the person; null means every role without a row of its own
 * @param rate per hour, in its own currency
 * @param from first day
 * @param to first day outside; null means open
 * @param position place in the log: later is newer
 */
public record TransferRow(
        String transferRateId,
        String employerId,
        String sellerId,
        @Nullable String role,
        Rate rate,
        LocalDate from,
        @Nullable LocalDate to,
        long position) {

    /**
     * The row that holds for a role on a day: one of that role before one of every role, best in the contract's currency, then
     * the later first day, then the one recorded last; empty when the companies agreed none.
     */
    static Optional<TransferRow> holding(
            Collection<TransferRow> rows, String seller, String role, String currency, LocalDate day) {
        return rows.stream()
                .filter(row -> row.sellerId.equals(seller)
                        && (row.role == null || row.role.equals(role))
                        && !day.isBefore(row.from)
                        && (row.to == null || day.isBefore(row.to)))
                .max(Comparator.comparing((TransferRow row) -> row.role != null)
                        .thenComparing(row -> row.rate.currency().getCode().equals(currency))
                        .thenComparing(TransferRow::from)
                        .thenComparing(TransferRow::position));
    }
}
