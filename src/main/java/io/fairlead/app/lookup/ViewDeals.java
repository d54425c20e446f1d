package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.CUSTOMER;
import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;

import io.fairlead.contract.DealLookup;
import io.fairlead.view.MasterDataIndex;
import java.util.Optional;
import org.jooq.DSLContext;

/** Customers and companies for deals. */
public final class ViewDeals implements DealLookup {

    private final DSLContext views;
    private final MasterDataIndex directory;

    public ViewDeals(DSLContext views) {
        this.views = views;
        this.directory = new MasterDataIndex(views);
    }

    @Override
    public Optional<Buyer> buyer(String accountId) {
        return directory
                .customer(accountId)
                .or(() -> directory.customer("customer:" + accountId))
                .flatMap(id -> views.selectFrom(CUSTOMER)
                        .where(CUSTOMER.CUSTOMER_ID.eq(id))
                        .fetchOptional(row -> new Buyer(
                                row.getCustomerId(),
                                row.getCurrency(),
                                row.getTaxCategory(),
                                row.getLegalEntityId(),
                                row.getBillingMethod(),
                                row.getPoRequired(),
                                row.getBuyerReference(),
                                row.getPaymentTermsDays())));
    }

    @Override
    public Optional<Seller> seller(String legalEntityId) {
        return views.selectFrom(LEGAL_ENTITY)
                .where(LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(legalEntityId))
                .fetchOptional(row -> new Seller(row.getLegalEntityId(), row.getZone()));
    }
}
