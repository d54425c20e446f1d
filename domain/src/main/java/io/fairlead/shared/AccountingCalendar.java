package io.fairlead.shared;

import java.time.LocalDate;
import java.util.Optional;

/** Port: which days of a company's books are open; asked wherever a fact gets its accounting date (R14). */
public interface AccountingCalendar {

    /** The days of one company, legal-entity:<code>. */
    Days of(String legalEntityId);

    /** One company's days. */
    interface Days {

        /** The service date, or the first open day after a closed period; empty when no day is open. */
        Optional<LocalDate> of(LocalDate serviceDate);
    }

    /** Every day of every company is open. */
    AccountingCalendar ALWAYS_OPEN = _ -> Optional::of;
}
