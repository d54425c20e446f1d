package io.fairlead.billing.tax;

import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.event.TaxTreatment;
import java.util.List;

/** What a tax engine answers. */
public sealed interface TaxAnswer {

    /**
     * The tax.
     *
     * @param rows one per code, category, rate and reason; each line stands in the base of one row per code
     * @param treatment how they were worked out, kept with them
     */
    record Taxed(List<TaxRow> rows, TaxTreatment treatment) implements TaxAnswer {

        public Taxed {
            rows = List.copyOf(rows);
        }
    }

    /**
     * No tax can be told, and none is guessed: exception TAX_INVALID.
     *
     * @param sentence what is wrong
     * @param remedy what to do
     */
    record NotTaxable(String sentence, String remedy) implements TaxAnswer {}
}
