package io.fairlead.revenue;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Note a promise whose revenue is recognised on its own.
 *
 * @param obligationId its key
 * @param contractId its contract
 * @param customerId buyer
 * @param legalEntityId seller
 * @param name what people call it
 * @param lineNos lines that pay for it, lowest first, at least one
 * @param method when it is earned (R5)
 * @param byReport whether PERCENT_COMPLETE counts reported progress until an estimate is given
 * @param withinLimit whether revenue as incurred stops at the limit
 * @param price agreed, >= 0; null means unquantified
 * @param standAlonePrice null when not told
 * @param termFrom first day of service
 * @param termTo first day after the term; null means open
 * @param currency ISO 4217
 */
public record OpenObligation(
        @TargetAggregateIdentifier ObligationId obligationId,
        ContractId contractId,
        CustomerId customerId,
        LegalEntityId legalEntityId,
        String name,
        List<Integer> lineNos,
        RevenueMethod method,
        boolean byReport,
        boolean withinLimit,
        @Nullable BigDecimal price,
        @Nullable BigDecimal standAlonePrice,
        @Foreseen LocalDate termFrom,
        @Foreseen @Nullable LocalDate termTo,
        String currency) {

    public OpenObligation {
        Check.text("name", name, 400);
        lineNos = List.copyOf(lineNos);
        Check.range("lineNos", lineNos.size(), 1, 500);
        price = price == null ? null : Check.notNegative("price", price);
        standAlonePrice = standAlonePrice == null ? null : Check.notNegative("standAlonePrice", standAlonePrice);
        Check.day("termFrom", termFrom);
        Check.period("termTo", termFrom, termTo);
        Check.currency("currency", currency);
    }
}
