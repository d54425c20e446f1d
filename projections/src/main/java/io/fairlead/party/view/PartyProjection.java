package io.fairlead.party.view;

import static io.fairlead.projection.db.Tables.CUSTOMER;
import static io.fairlead.projection.db.Tables.CUSTOMER_ALIAS;
import static io.fairlead.projection.db.Tables.CUSTOMER_REFERENCE;
import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;

import io.fairlead.party.event.CustomerProvisioned;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.Rows;
import io.fairlead.projection.States;
import io.fairlead.projection.db.tables.records.CustomerAliasRecord;
import io.fairlead.projection.db.tables.records.CustomerRecord;
import io.fairlead.projection.db.tables.records.CustomerReferenceRecord;
import io.fairlead.projection.db.tables.records.LegalEntityRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Directory of the firm's companies and of its customers; read by {@link CustomerQuery}. */
public final class PartyProjection implements Fold {

    private final States<LegalEntityRecord> entities = States.of(LEGAL_ENTITY, "legal-entity");
    private final States<CustomerRecord> customers = States.of(CUSTOMER, "customer");
    private final Rows<CustomerAliasRecord> aliases = Rows.of(CUSTOMER_ALIAS);
    private final States<CustomerReferenceRecord> references = States.of(CUSTOMER_REFERENCE, "customer");

    @Override
    public String name() {
        return "party";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(entities, customers, aliases, references);
    }

    @EventHandler
    void on(LegalEntityRegistered event, Facts facts) {
        entities.put(
                facts,
                row -> {
                    row.setName(event.getName());
                    row.setCountry(event.getCountry());
                    row.setCurrency(event.getCurrency());
                    row.setSellerTaxId(event.getSellerTaxId());
                    row.setZone(event.getZone());
                    row.setNumbering(event.getNumbering());
                    row.setInvoiceSeries(event.getInvoiceSeries());
                    row.setStandardRateCardId(event.getStandardRateCardId());
                    row.setHolidayCalendarId(event.getHolidayCalendarId());
                },
                event.getLegalEntityId());
    }

    @EventHandler
    void on(CustomerRegistered event, Facts facts) {
        customers.put(
                facts,
                row -> {
                    row.setName(event.getName());
                    row.setCountry(event.getCountry());
                    row.setCurrency(event.getCurrency());
                    row.setTaxId(event.getTaxId());
                    row.setTaxCategory(event.getTaxCategory());
                    row.setStreet(event.getStreet());
                    row.setCity(event.getCity());
                    row.setPostalCode(event.getPostalCode());
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setBillingMethod(event.getBillingMethod());
                    row.setPoRequired(event.getPoRequired());
                    row.setBuyerReference(event.getBuyerReference());
                    row.setPaymentTermsDays(event.getPaymentTermsDays());
                },
                event.getCustomerId());
        for (var alias : event.getAliases()) {
            aliases.add(new CustomerAliasRecord(event.getCustomerId(), alias, facts.position()));
        }
    }

    @EventHandler
    void on(CustomerTaxProfileChanged event, Facts facts) {
        customers.change(
                facts,
                row -> {
                    row.setTaxId(event.getTaxId());
                    row.setTaxCategory(event.getTaxCategory());
                },
                event.getCustomerId());
    }

    @EventHandler
    void on(CustomerProvisioned event, Facts facts) {
        references.put(
                facts, row -> row.setExternalId(event.getExternalId()), event.getCustomerId(), event.getTarget());
    }
}
