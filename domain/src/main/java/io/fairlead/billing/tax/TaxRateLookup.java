package io.fairlead.billing.tax;

import java.time.LocalDate;
import java.util.Map;

/** Port: dated tax rates of companies. */
public interface TaxRateLookup {

    /** Rates in force on the day, by code. */
    Map<String, TaxRate> on(String legalEntityId, LocalDate day);
}
