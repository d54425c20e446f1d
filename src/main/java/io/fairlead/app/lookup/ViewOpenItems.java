package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.OPEN_ITEM;
import static io.fairlead.projection.db.Tables.RECEIPT;

import io.fairlead.billing.cash.OpenItems;
import io.fairlead.view.CustomerMerges;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;

/** Open invoices and money on account, as the views have them. */
public final class ViewOpenItems implements OpenItems {

    private final DSLContext views;
    private final Runnable awaitViews;

    /** @param awaitViews returns when the views are as far as the question needs them */
    public ViewOpenItems(DSLContext views, Runnable awaitViews) {
        this.views = views;
        this.awaitViews = awaitViews;
    }

    @Override
    public List<String> invoices(String legalEntityId, String customerId, String currency) {
        awaitViews.run();
        return views.select(OPEN_ITEM.INVOICE_ID)
                .from(OPEN_ITEM)
                .where(OPEN_ITEM.LEGAL_ENTITY_ID.eq(legalEntityId))
                .and(CustomerMerges.of(views).only(OPEN_ITEM.CUSTOMER_ID, customerId))
                .and(OPEN_ITEM.CURRENCY.eq(currency))
                .and(OPEN_ITEM.OPEN_AMOUNT.gt(BigDecimal.ZERO))
                .and(OPEN_ITEM.DISPUTED_SINCE.isNull())
                .orderBy(OPEN_ITEM.DUE_DATE, OPEN_ITEM.ISSUE_DATE, OPEN_ITEM.NUMBER)
                .fetch(OPEN_ITEM.INVOICE_ID);
    }

    @Override
    public List<String> receipts(String legalEntityId, String customerId, String currency) {
        awaitViews.run();
        return views.select(RECEIPT.RECEIPT_ID)
                .from(RECEIPT)
                .where(RECEIPT.LEGAL_ENTITY_ID.eq(legalEntityId))
                .and(CustomerMerges.of(views).only(RECEIPT.CUSTOMER_ID, customerId))
                .and(RECEIPT.CURRENCY.eq(currency))
                .and(RECEIPT.LEFT_AMOUNT.gt(BigDecimal.ZERO))
                .orderBy(RECEIPT.VALUE_DATE, RECEIPT.RECEIPT_ID)
                .fetch(RECEIPT.RECEIPT_ID);
    }
}
