package io.fairlead.billing.tax;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Port: dated tax rates of companies. */
public interface TaxRateLookup {

    /**
     * Rates in force on each of the days, by code.
     *
     * @param legalEntityId legal-entity:<code>
     * @param days of lines; all of one document are asked for at once
     * @return each of the days, with an empty map where nothing is in force
     */
    Map<LocalDate, Map<String, TaxRate>> on(String legalEntityId, Set<LocalDate> days);
}
