package io.fairlead.gateway.erp;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * The commit of a staged and issued invoice or credit note: its number and dates, and the totals that are verified before and
 * after.
 *
 * @param documentId invoice:<uuid> or credit-note:<uuid>
 * @param accountingDate may differ from the staged one; a refused posting is tried with another date as the next
 * version
 */
public record DocumentPosting(
        @JsonProperty(DocumentDraft.STORED_ID) String documentId,
        int version,
        String company,
        String number,
        LocalDate issueDate,
        LocalDate accountingDate,
        LocalDate dueDate,
        String currency,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross)
        implements DocumentPayload {

    @Override
    public DeliveryKind kind() {
        return DeliveryKind.COMMIT_INVOICE;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }
}
