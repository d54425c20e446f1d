package io.fairlead.billing.item;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Bill a contract line in parts on agreed days.
 *
 * @param instalmentPlanId its key
 * @param kind INSTALMENT or RETAINER
 * @param contractId the contract
 * @param projectId its project
 * @param customerId the payer
 * @param legalEntityId the seller
 * @param lineNo contract line that pays
 * @param currency ISO 4217
 * @param price of the line, which the parts add up to; null when none is agreed
 * @param instalments 1..500, numbered from 1
 */
public record ScheduleInstalments(
        @TargetAggregateIdentifier InstalmentPlanId instalmentPlanId,
        BillingItemKind kind,
        ContractId contractId,
        ProjectId projectId,
        CustomerId customerId,
        LegalEntityId legalEntityId,
        int lineNo,
        String currency,
        @Nullable BigDecimal price,
        List<Part> instalments) {

    public ScheduleInstalments {
        Check.range("lineNo", lineNo, 1, 500);
        Check.currency("currency", currency);
        price = price == null ? null : Check.positive("price", price);
        Check.range("instalments", instalments.size(), 1, 500);
        instalments = List.copyOf(instalments);
    }

    /**
     * One part.
     *
     * @param description text for the invoice
     * @param amount > 0
     * @param dueOn day it is due
     */
    public record Part(
            String description, BigDecimal amount, @Foreseen LocalDate dueOn) {

        public Part {
            Check.text("instalments.description", description, 400);
            amount = Check.positive("instalments.amount", amount);
            Check.day("instalments.dueOn", dueOn);
        }
    }
}
