package io.fairlead.app.wiring;

import io.fairlead.app.accounting.RecentBooks;
import io.fairlead.app.lookup.ViewOpenItems;
import io.fairlead.app.lookup.ViewOverlaps;
import io.fairlead.app.lookup.ViewPricing;
import io.fairlead.billing.cash.OpenItems;
import io.fairlead.billing.pricing.RateLookup;
import io.fairlead.billing.pricing.RepricingLookup;
import io.fairlead.billing.view.BillingItemQuery;
import io.fairlead.billing.view.BillingRunQuery;
import io.fairlead.billing.view.CreditNoteQuery;
import io.fairlead.billing.view.CustomerCreditQuery;
import io.fairlead.billing.view.DeductionQuery;
import io.fairlead.billing.view.ExchangeRateQuery;
import io.fairlead.billing.view.InvoiceQuery;
import io.fairlead.billing.view.OpenItemQuery;
import io.fairlead.billing.view.ReceiptQuery;
import io.fairlead.billing.view.ReceivableRecordQuery;
import io.fairlead.billing.view.RetainerQuery;
import io.fairlead.billing.view.TaxRateQuery;
import io.fairlead.billing.view.UnbilledQuery;
import io.fairlead.contract.view.BacklogQuery;
import io.fairlead.contract.view.ContractQuery;
import io.fairlead.contract.view.DealQuery;
import io.fairlead.contract.view.RateCardQuery;
import io.fairlead.exception.view.ExceptionQuery;
import io.fairlead.expense.ExpensePricing;
import io.fairlead.expense.view.ExpenseQuery;
import io.fairlead.funding.view.FundingQuery;
import io.fairlead.party.view.CustomerQuery;
import io.fairlead.project.view.ProgressQuery;
import io.fairlead.project.view.ProjectQuery;
import io.fairlead.resource.view.LabourRateQuery;
import io.fairlead.resource.view.MappedIdentityQuery;
import io.fairlead.resource.view.PersonQuery;
import io.fairlead.resource.view.WorkingTimeQuery;
import io.fairlead.revenue.view.EntityMarginQuery;
import io.fairlead.revenue.view.MarginQuery;
import io.fairlead.time.overlap.OverlapFacts;
import io.fairlead.time.view.TimeEntryQuery;
import io.fairlead.time.view.TimeRateProposalQuery;
import io.fairlead.time.view.ToldTimeQuery;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What HTTP asks the views. */
@Configuration(proxyBeanMethods = false)
@Import({
    BacklogQuery.class,
    BillingItemQuery.class,
    BillingRunQuery.class,
    ContractQuery.class,
    CreditNoteQuery.class,
    CustomerCreditQuery.class,
    CustomerQuery.class,
    DealQuery.class,
    DeductionQuery.class,
    EntityMarginQuery.class,
    ExceptionQuery.class,
    ExchangeRateQuery.class,
    ExpenseQuery.class,
    FundingQuery.class,
    InvoiceQuery.class,
    LabourRateQuery.class,
    MarginQuery.class,
    OpenItemQuery.class,
    PersonQuery.class,
    MappedIdentityQuery.class,
    ProgressQuery.class,
    ProjectQuery.class,
    RateCardQuery.class,
    ReceiptQuery.class,
    ReceivableRecordQuery.class,
    RetainerQuery.class,
    TaxRateQuery.class,
    TimeEntryQuery.class,
    TimeRateProposalQuery.class,
    ToldTimeQuery.class,
    UnbilledQuery.class,
    WorkingTimeQuery.class
})
class Queries {

    private final DSLContext views;

    Queries(DSLContext views) {
        this.views = views;
    }

    /** What HTTP asks before it takes work that may meet other work. */
    @Bean
    OverlapFacts overlapFacts() {
        return new ViewOverlaps(views);
    }

    /** Reads the tables anew for each question: previews are rare. */
    @Bean
    RepricingLookup repricings() {
        return new ViewPricing(views, new AtomicLong()::incrementAndGet, () -> {}).ofPricedTime();
    }

    /** Reads the tables anew for each question: previews are rare. */
    @Bean
    RateLookup rates(RecentBooks books) {
        return new ViewPricing(views, new AtomicLong()::incrementAndGet, () -> {}).ofTime(books)::price;
    }

    /** Reads the tables anew for each question: previews are rare. */
    @Bean
    ExpensePricing expensePricing() {
        return new ViewPricing(views, new AtomicLong()::incrementAndGet, () -> {}).ofExpenses();
    }

    /** As the views are when they are asked: previews may be a little behind. */
    @Bean
    OpenItems openItems() {
        return new ViewOpenItems(views, () -> {});
    }
}
