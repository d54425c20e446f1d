package io.fairlead.gateway.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ERP says it keeps, translated to our words. Given to listeners and verified by the sender; fields that a
 * kind does not have are null.
 *
 * @param documentNumber the ERP's own number, once posted
 * @param number our number, once posted
 * @param accountingDate the posting date, once posted, else the staged one
 */
public record Snapshot(
        String outsideId,
        String externalRef,
        int version,
        Status status,
        @Nullable String company,
        @Nullable String currency,
        @Nullable BigDecimal net,
        @Nullable BigDecimal tax,
        @Nullable BigDecimal gross,
        @Nullable BigDecimal rounding,
        List<TaxRow> taxRows,
        @Nullable String documentNumber,
        @Nullable String number,
        @Nullable LocalDate accountingDate) {

    /** The states this gateway knows; an unknown outside status is never guessed. */
    public enum Status {
        ACTIVE,
        DRAFT,
        POSTED,
        PARTLY_PAID,
        PAID,
        CREDITED;

        boolean posted() {
            return this == POSTED || this == PARTLY_PAID || this == PAID || this == CREDITED;
        }
    }
}
