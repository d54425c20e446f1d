package io.fairlead.party.view;

import static io.fairlead.projection.db.Tables.CUSTOMER;
import static io.fairlead.projection.db.Tables.CUSTOMER_ALIAS;
import static io.fairlead.projection.db.Tables.CUSTOMER_REFERENCE;
import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;

import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerProvisioned;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.party.event.SellerDetailsChanged;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.CustomerAliasRecord;
import io.fairlead.projection.db.tables.records.CustomerRecord;
import io.fairlead.projection.db.tables.records.CustomerReferenceRecord;
import io.fairlead.projection.db.tables.records.LegalEntityRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Directory of the firm's companies and of its customers; read by {@link CustomerQuery}. */
public final class PartyProjection implements Projection {

    private final UpsertTable<LegalEntityRecord> entities = UpsertTable.of(LEGAL_ENTITY, "legal-entity");
    private final UpsertTable<CustomerRecord> customers = UpsertTable.of(CUSTOMER, "customer");
    private final TaxProfiles profiles = new TaxProfiles();
    private final AppendOnlyTable<CustomerAliasRecord> aliases = AppendOnlyTable.of(CUSTOMER_ALIAS);
    private final UpsertTable<CustomerReferenceRecord> references = UpsertTable.of(CUSTOMER_REFERENCE, "customer");

    @Override
    public String name() {
        return "party";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(entities, customers, profiles.rows(), aliases, references);
    }

    @EventHandler
    void on(LegalEntityRegistered event, EventMetadata facts) {
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
                    LegalEntityColumns.set(row, event.getDetails());
                },
                event.getLegalEntityId());
    }

    @EventHandler
    void on(SellerDetailsChanged event, EventMetadata facts) {
        entities.change(facts, row -> LegalEntityColumns.set(row, event.getDetails()), event.getLegalEntityId());
    }

    @EventHandler
    void on(CustomerRegistered event, EventMetadata facts) {
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
                    row.setEndpointScheme(event.getEndpointScheme());
                    row.setEndpointId(event.getEndpointId());
                    row.setRegistrationScheme(event.getRegistrationScheme());
                    row.setRegistrationId(event.getRegistrationId());
                },
                event.getCustomerId());
        profiles.begin(event, facts);
        for (var alias : event.getAliases()) {
            aliases.add(new CustomerAliasRecord(event.getCustomerId(), alias, facts.position()));
        }
    }

    @EventHandler
    void on(CustomerTaxProfileChanged event, EventMetadata facts) {
        customers.change(facts, row -> TaxProfiles.set(row, event), event.getCustomerId());
        profiles.change(event, facts);
    }

    @EventHandler
    void on(CustomerEndpointChanged event, EventMetadata facts) {
        customers.change(
                facts,
                row -> {
                    row.setEndpointScheme(event.getEndpointScheme());
                    row.setEndpointId(event.getEndpointId());
                    row.setRegistrationScheme(event.getRegistrationScheme());
                    row.setRegistrationId(event.getRegistrationId());
                },
                event.getCustomerId());
    }

    @EventHandler
    void on(CustomerProvisioned event, EventMetadata facts) {
        references.put(
                facts, row -> row.setExternalId(event.getExternalId()), event.getCustomerId(), event.getTarget());
    }
}
