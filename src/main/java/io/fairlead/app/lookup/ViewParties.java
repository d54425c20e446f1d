package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.CUSTOMER;
import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;

import io.fairlead.billing.Parties;
import io.fairlead.billing.PartiesLookup;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Seller and buyer as invoices print them. */
public final class ViewParties implements PartiesLookup {

    private final DSLContext views;

    public ViewParties(DSLContext views) {
        this.views = views;
    }

    @Override
    public Parties of(String legalEntityId, String customerId, String contractId) {
        var seller = views.fetchSingle(LEGAL_ENTITY, LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(legalEntityId));
        var buyer = views.fetchSingle(CUSTOMER, CUSTOMER.CUSTOMER_ID.eq(customerId));
        var contract = views.fetchSingle(CONTRACT, CONTRACT.CONTRACT_ID.eq(contractId));
        return new Parties(
                named(seller.getName(), seller.getSellerTaxId()),
                named(buyer.getName(), buyer.getTaxId()),
                contract.getBuyerReference(),
                contract.getPaymentTermsDays());
    }

    private static String named(String name, @Nullable String taxId) {
        return taxId == null ? name : name + ", " + taxId;
    }
}
