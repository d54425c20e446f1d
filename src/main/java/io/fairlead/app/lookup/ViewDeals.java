package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.DEAL;
import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;

import io.fairlead.contract.DealLookup;
import io.fairlead.party.CustomerTerms;
import io.fairlead.party.view.CustomersByDay;
import io.fairlead.view.MasterDataIndex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Customers and companies for deals. */
public final class ViewDeals implements DealLookup {

    private final DSLContext views;
    private final MasterDataIndex directory;
    private final CustomersByDay customers;

    public ViewDeals(DSLContext views) {
        this.views = views;
        this.directory = new MasterDataIndex(views);
        this.customers = new CustomersByDay(views);
    }

    @Override
    public Optional<Buyer> buyer(String accountId, LocalDate day) {
        return directory
                .customer(accountId, day)
                .or(() -> directory.customer("customer:" + accountId, day))
                .flatMap(id -> customers.byId(id, day))
                .map(row -> new Buyer(
                        row.getCustomerId(),
                        row.getCurrency(),
                        row.getTaxCategory(),
                        row.getLegalEntityId(),
                        row.getBillingMethod(),
                        new CustomerTerms(row.getPaymentTermsDays(), row.getPoRequired(), row.getBuyerReference())));
    }

    @Override
    public List<String> toldAs(String source, String sourceId) {
        return views.select(DEAL.DEAL_ID)
                .from(DEAL)
                .where(DEAL.SOURCE.eq(source))
                .and(DEAL.SOURCE_ID.eq(sourceId))
                .and(DEAL.STATUS.ne("rejected"))
                .fetch(DEAL.DEAL_ID);
    }

    @Override
    public Optional<Seller> seller(String legalEntityId) {
        return views.selectFrom(LEGAL_ENTITY)
                .where(LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(legalEntityId))
                .fetchOptional(row -> new Seller(row.getLegalEntityId(), row.getZone()));
    }
}
