package io.fairlead.revenue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: what revenue is worked out from, as the views know it once they have seen everything stored by now. */
public interface RevenueInputsLookup {

    /** Inputs of all obligations of a company, counting what has an accounting date before the day. */
    List<Inputs> before(String legalEntityId, LocalDate until);

    /** Inputs of the obligations of one contract, or of one of its lines. */
    List<Inputs> of(String contractId, @Nullable Integer lineNo, LocalDate until);

    /**
     * One obligation with its terms.
     *
     * @param booked by closes and catch-ups so far
     */
    record Inputs(
            ObligationId obligationId,
            String contractId,
            List<Integer> lineNos,
            String name,
            RevenueTerms terms,
            BigDecimal booked,
            RevenueInputs inputs) {

        /** Price that holds on the last day counted; null means unquantified. */
        public @Nullable BigDecimal price() {
            return terms.before(inputs.until()).last().price();
        }
    }
}
