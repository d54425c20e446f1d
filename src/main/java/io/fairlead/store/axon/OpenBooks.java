package io.fairlead.store.axon;

import io.fairlead.shared.AccountingCalendar;

/** Which days of the books are open, for the door that dates what commands record. */
public interface OpenBooks extends AccountingCalendar {

    /** Every day is open, always. */
    OpenBooks ALWAYS = new OpenBooks() {
        @Override
        public Days of(String legalEntityId) {
            return ALWAYS_OPEN.of(legalEntityId);
        }

        @Override
        public void accepted(Object command) {}
    };

    /** Told of each command that was accepted here: it may have closed or opened days. */
    void accepted(Object command);
}
