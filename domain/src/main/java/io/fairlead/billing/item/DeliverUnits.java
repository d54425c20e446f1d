package io.fairlead.billing.item;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that units were handed over; they may be billed.
 *
 * @param billingItemId key of the delivery
 * @param contractId the contract
 * @param projectId its project
 * @param customerId the payer
 * @param legalEntityId the seller
 * @param lineNo contract line that pays
 * @param description text for the invoice
 * @param quantity how many, > 0, at most 4 decimals
 * @param unit what one is
 * @param unitPrice of one, > 0
 * @param currency ISO 4217
 * @param deliveredOn the service date
 * @param acceptedBy as the customer's document says
 * @param evidence where the proof is
 * @param author who enters it, issuer|subject
 */
public record DeliverUnits(
        @TargetAggregateIdentifier BillingItemId billingItemId,
        ContractId contractId,
        ProjectId projectId,
        CustomerId customerId,
        LegalEntityId legalEntityId,
        int lineNo,
        String description,
        BigDecimal quantity,
        String unit,
        BigDecimal unitPrice,
        String currency,
        @Happened LocalDate deliveredOn,
        String acceptedBy,
        String evidence,
        String author) {

    public DeliverUnits {
        Check.range("lineNo", lineNo, 1, 500);
        Check.text("description", description, 300);
        quantity = Check.positive("quantity", quantity);
        Check.text("unit", unit, 40);
        unitPrice = Check.positive("unitPrice", Check.rate("unitPrice", unitPrice));
        Check.amount("quantity", quantity.multiply(unitPrice).setScale(0, RoundingMode.DOWN));
        Check.currency("currency", currency);
        Check.day("deliveredOn", deliveredOn);
        Check.text("acceptedBy", acceptedBy, 200);
        Check.text("evidence", evidence, 400);
        Check.actor("author", author);
    }
}
