package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;

import io.fairlead.billing.event.DocumentParty;
import io.fairlead.billing.event.PayeeAccount;
import io.fairlead.billing.invoice.Parties;
import io.fairlead.billing.invoice.PartiesLookup;
import io.fairlead.contract.LineDetail;
import io.fairlead.party.DocumentLanguage;
import io.fairlead.party.SchemedId;
import io.fairlead.party.TaxEndpoint;
import io.fairlead.party.view.CustomersByDay;
import io.fairlead.projection.db.tables.records.CustomerRecord;
import io.fairlead.projection.db.tables.records.LegalEntityRecord;
import io.fairlead.shared.PersonalTexts;
import io.fairlead.view.CustomerMerges;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Seller and buyer as invoices print them. */
public final class ViewParties implements PartiesLookup {

    private final DSLContext views;
    private final CustomersByDay customers;

    public ViewParties(DSLContext views) {
        this.views = views;
        this.customers = new CustomersByDay(views);
    }

    @Override
    public Parties of(String legalEntityId, String customerId, String contractId, LocalDate day) {
        var seller = views.fetchSingle(LEGAL_ENTITY, LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(legalEntityId));
        var buyer = customers
                .byId(CustomerMerges.of(views).livingOne(customerId), day)
                .orElseThrow();
        var contract = views.fetchSingle(CONTRACT, CONTRACT.CONTRACT_ID.eq(contractId));
        return new Parties(
                named(seller.getName(), seller.getSellerTaxId()),
                named(buyer.getName(), buyer.getTaxId()),
                contract.getBuyerReference(),
                contract.getPaymentTermsDays(),
                sellerOf(seller),
                buyerOf(buyer),
                seller.getIban() == null ? null : new PayeeAccount(seller.getIban(), seller.getBic()),
                DocumentLanguage.of(buyer.getLanguage()),
                LineDetail.of(contract.getInvoiceLines()));
    }

    private static DocumentParty sellerOf(LegalEntityRecord row) {
        return endpoint(
                        DocumentParty.newBuilder(),
                        row.getCountry(),
                        row.getSellerTaxId(),
                        row.getEndpointScheme(),
                        row.getEndpointId())
                .setName(row.getName())
                .setStreet(row.getStreet())
                .setCity(row.getCity())
                .setPostalCode(row.getPostalCode())
                .setRegistrationScheme(row.getRegistrationScheme())
                .setRegistrationId(row.getRegistrationId())
                .setContactNameText(PersonalTexts.textOrNull(row.getLegalEntityId(), row.getContactName()))
                .setContactPhoneText(PersonalTexts.textOrNull(row.getLegalEntityId(), row.getContactPhone()))
                .setContactEmailText(PersonalTexts.textOrNull(row.getLegalEntityId(), row.getContactEmail()))
                .build();
    }

    private static DocumentParty buyerOf(CustomerRecord row) {
        return endpoint(
                        DocumentParty.newBuilder(),
                        row.getCountry(),
                        row.getTaxId(),
                        row.getEndpointScheme(),
                        row.getEndpointId())
                .setName(row.getName())
                .setStreet(row.getStreet())
                .setCity(row.getCity())
                .setPostalCode(row.getPostalCode())
                .setRegistrationScheme(row.getRegistrationScheme())
                .setRegistrationId(row.getRegistrationId())
                .build();
    }

    /** The address told, or else the one that follows from the tax identifier. */
    private static DocumentParty.Builder endpoint(
            DocumentParty.Builder party,
            String country,
            @Nullable String taxId,
            @Nullable String scheme,
            @Nullable String id) {
        var told = SchemedId.orNull(scheme, id);
        var used = told == null ? TaxEndpoint.of(country, taxId).orElse(null) : told;
        return party.setCountry(country)
                .setTaxId(taxId)
                .setEndpointScheme(used == null ? null : used.scheme())
                .setEndpointId(used == null ? null : used.id());
    }

    private static String named(String name, @Nullable String taxId) {
        return taxId == null ? name : name + ", " + taxId;
    }
}
