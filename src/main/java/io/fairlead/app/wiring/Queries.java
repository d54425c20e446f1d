package io.fairlead.app.wiring;

import io.fairlead.app.lookup.ViewPricing;
import io.fairlead.billing.RepricingLookup;
import io.fairlead.billing.view.BillingItemQuery;
import io.fairlead.billing.view.CreditNoteQuery;
import io.fairlead.billing.view.ExchangeRateQuery;
import io.fairlead.billing.view.InvoiceQuery;
import io.fairlead.billing.view.RetainerQuery;
import io.fairlead.billing.view.UnbilledQuery;
import io.fairlead.contract.view.BacklogQuery;
import io.fairlead.contract.view.ContractQuery;
import io.fairlead.contract.view.DealQuery;
import io.fairlead.exception.view.ExceptionQuery;
import io.fairlead.expense.view.ExpenseQuery;
import io.fairlead.funding.view.FundingQuery;
import io.fairlead.party.view.CustomerQuery;
import io.fairlead.project.view.ProgressQuery;
import io.fairlead.project.view.ProjectQuery;
import io.fairlead.resource.view.PersonQuery;
import io.fairlead.revenue.view.EntityMarginQuery;
import io.fairlead.revenue.view.MarginQuery;
import io.fairlead.time.view.TimeEntryQuery;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What HTTP asks the views. */
@Configuration(proxyBeanMethods = false)
class Queries {

    private final DSLContext views;

    Queries(DSLContext views) {
        this.views = views;
    }

    /** Reads the tables anew for each question: previews are rare. */
    @Bean
    RepricingLookup repricings() {
        return new ViewPricing(views, new AtomicLong()::incrementAndGet, () -> {}).ofPricedTime();
    }

    @Bean
    UnbilledQuery unbilledQuery() {
        return new UnbilledQuery(views);
    }

    @Bean
    BacklogQuery backlogQuery() {
        return new BacklogQuery(views);
    }

    @Bean
    MarginQuery marginQuery() {
        return new MarginQuery(views);
    }

    @Bean
    EntityMarginQuery entityMarginQuery() {
        return new EntityMarginQuery(views);
    }

    @Bean
    InvoiceQuery invoiceQuery() {
        return new InvoiceQuery(views);
    }

    @Bean
    ExchangeRateQuery exchangeRateQuery() {
        return new ExchangeRateQuery(views);
    }

    @Bean
    CreditNoteQuery creditNoteQuery() {
        return new CreditNoteQuery(views);
    }

    @Bean
    ContractQuery contractQuery() {
        return new ContractQuery(views);
    }

    @Bean
    FundingQuery fundingQuery() {
        return new FundingQuery(views);
    }

    @Bean
    DealQuery dealQuery() {
        return new DealQuery(views);
    }

    @Bean
    ExceptionQuery exceptionQuery() {
        return new ExceptionQuery(views);
    }

    @Bean
    CustomerQuery customerQuery() {
        return new CustomerQuery(views);
    }

    @Bean
    ProjectQuery projectQuery() {
        return new ProjectQuery(views);
    }

    @Bean
    PersonQuery personQuery() {
        return new PersonQuery(views);
    }

    @Bean
    TimeEntryQuery timeEntryQuery() {
        return new TimeEntryQuery(views);
    }

    @Bean
    BillingItemQuery billingItemQuery() {
        return new BillingItemQuery(views);
    }

    @Bean
    RetainerQuery retainerQuery() {
        return new RetainerQuery(views);
    }

    @Bean
    ProgressQuery progressQuery() {
        return new ProgressQuery(views);
    }

    @Bean
    ExpenseQuery expenseQuery() {
        return new ExpenseQuery(views);
    }
}
