package io.fairlead.app.web;

import static org.mockito.Mockito.mock;

import io.fairlead.billing.cash.OpenItems;
import io.fairlead.billing.pricing.RateLookup;
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
import io.fairlead.expense.view.ExpenseQuery;
import io.fairlead.funding.view.FundingQuery;
import io.fairlead.operation.api.BreakGlassReports;
import io.fairlead.party.view.CustomerQuery;
import io.fairlead.project.view.ProgressQuery;
import io.fairlead.project.view.ProjectQuery;
import io.fairlead.resource.view.LabourRateQuery;
import io.fairlead.resource.view.MappedIdentityQuery;
import io.fairlead.resource.view.PersonQuery;
import io.fairlead.resource.view.WorkingTimeQuery;
import io.fairlead.revenue.view.AccountingPeriodQuery;
import io.fairlead.revenue.view.EntityMarginQuery;
import io.fairlead.revenue.view.KpiQuery;
import io.fairlead.revenue.view.MarginQuery;
import io.fairlead.revenue.view.ObligationQuery;
import io.fairlead.revenue.view.PositionQuery;
import io.fairlead.time.view.TimeEntryQuery;
import io.fairlead.time.view.TimeRateProposalQuery;
import io.fairlead.time.view.ToldTimeQuery;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Views that answer nothing, for the doors under test. */
@TestConfiguration(proxyBeanMethods = false)
class MockedQueries {

    @Bean
    CustomerQuery customers() {
        return mock(CustomerQuery.class);
    }

    @Bean
    ReceiptQuery receipts() {
        return mock(ReceiptQuery.class);
    }

    @Bean
    DeductionQuery deductions() {
        return mock(DeductionQuery.class);
    }

    @Bean
    OpenItems moneyAndInvoices() {
        return mock(OpenItems.class);
    }

    @Bean
    RateLookup rates() {
        return mock(RateLookup.class);
    }

    @Bean
    ToldTimeQuery toldTime() {
        return mock(ToldTimeQuery.class);
    }

    @Bean
    PersonQuery people() {
        return mock(PersonQuery.class);
    }

    @Bean
    ContractQuery contracts() {
        return mock(ContractQuery.class);
    }

    @Bean
    FundingQuery funding() {
        return mock(FundingQuery.class);
    }

    @Bean
    DealQuery deals() {
        return mock(DealQuery.class);
    }

    @Bean
    ProjectQuery projects() {
        return mock(ProjectQuery.class);
    }

    @Bean
    TimeEntryQuery entries() {
        return mock(TimeEntryQuery.class);
    }

    @Bean
    TimeRateProposalQuery rateProposals() {
        return mock(TimeRateProposalQuery.class);
    }

    @Bean
    BillingItemQuery billingItems() {
        return mock(BillingItemQuery.class);
    }

    @Bean
    OpenItemQuery openItems() {
        return mock(OpenItemQuery.class);
    }

    @Bean
    RetainerQuery retainers() {
        return mock(RetainerQuery.class);
    }

    @Bean
    ProgressQuery progress() {
        return mock(ProgressQuery.class);
    }

    @Bean
    ExpenseQuery expenses() {
        return mock(ExpenseQuery.class);
    }

    @Bean
    InvoiceQuery invoices() {
        return mock(InvoiceQuery.class);
    }

    @Bean
    CreditNoteQuery creditNotes() {
        return mock(CreditNoteQuery.class);
    }

    @Bean
    ExceptionQuery exceptions() {
        return mock(ExceptionQuery.class);
    }

    @Bean
    UnbilledQuery unbilled() {
        return mock(UnbilledQuery.class);
    }

    @Bean
    BacklogQuery backlog() {
        return mock(BacklogQuery.class);
    }

    @Bean
    MarginQuery margin() {
        return mock(MarginQuery.class);
    }

    @Bean
    EntityMarginQuery entityMargin() {
        return mock(EntityMarginQuery.class);
    }

    @Bean
    ExchangeRateQuery exchangeRates() {
        return mock(ExchangeRateQuery.class);
    }

    @Bean
    PositionQuery positions() {
        return mock(PositionQuery.class);
    }

    @Bean
    ObligationQuery obligations() {
        return mock(ObligationQuery.class);
    }

    @Bean
    KpiQuery kpis() {
        return mock(KpiQuery.class);
    }

    @Bean
    AccountingPeriodQuery periods() {
        return mock(AccountingPeriodQuery.class);
    }

    @Bean
    BillingRunQuery billingRuns() {
        return mock(BillingRunQuery.class);
    }

    @Bean
    CustomerCreditQuery customerCredits() {
        return mock(CustomerCreditQuery.class);
    }

    @Bean
    ReceivableRecordQuery receivableRecords() {
        return mock(ReceivableRecordQuery.class);
    }

    @Bean
    TaxRateQuery taxRates() {
        return mock(TaxRateQuery.class);
    }

    @Bean
    RateCardQuery rateCards() {
        return mock(RateCardQuery.class);
    }

    @Bean
    LabourRateQuery labourRates() {
        return mock(LabourRateQuery.class);
    }

    @Bean
    MappedIdentityQuery identities() {
        return mock(MappedIdentityQuery.class);
    }

    @Bean
    WorkingTimeQuery workingTimes() {
        return mock(WorkingTimeQuery.class);
    }

    @Bean
    BreakGlassReports breakGlassReports() {
        return mock(BreakGlassReports.class);
    }
}
