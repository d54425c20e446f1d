package io.fairlead.app.wiring;

import io.fairlead.app.lookup.ViewTaxOfDraft;
import io.fairlead.app.lookup.ViewTaxRates;
import io.fairlead.billing.tax.TaxEngine;
import io.fairlead.billing.tax.TaxOfDraft;
import io.fairlead.billing.tax.TaxTable;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What works out taxes. */
@Configuration(proxyBeanMethods = false)
class Taxes {

    /**
     * The engine that the configuration names.
     *
     * @param named TABLE, or the name of a class with a constructor without parameters that implements {@link TaxEngine}
     */
    @Bean
    TaxEngine taxEngine(DSLContext views, @Value("${FAIRLEAD_TAX_ENGINE:TABLE}") String named) {
        if (named.equals(TaxTable.NAME)) {
            return new TaxTable(new ViewTaxRates(views));
        }
        try {
            return (TaxEngine) Class.forName(named).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException unusable) {
            throw new IllegalStateException(
                    "FAIRLEAD_TAX_ENGINE is " + named + ": use TABLE, or the name of a class that implements "
                            + TaxEngine.class.getName(),
                    unusable);
        }
    }

    @Bean
    TaxOfDraft taxOfDraft(DSLContext views, TaxEngine engine) {
        return new ViewTaxOfDraft(views, engine);
    }
}
