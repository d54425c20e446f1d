package io.fairlead.view;

import io.fairlead.billing.view.BillingItemProjection;
import io.fairlead.billing.view.BillingRunProjection;
import io.fairlead.billing.view.CashProjection;
import io.fairlead.billing.view.CreditNoteProjection;
import io.fairlead.billing.view.CustomerCreditProjection;
import io.fairlead.billing.view.DeductionProjection;
import io.fairlead.billing.view.ExchangeRateProjection;
import io.fairlead.billing.view.InstalmentProjection;
import io.fairlead.billing.view.InvoiceLineProjection;
import io.fairlead.billing.view.InvoiceProjection;
import io.fairlead.billing.view.NumberSeriesProjection;
import io.fairlead.billing.view.OpenItemProjection;
import io.fairlead.billing.view.ReceiptProjection;
import io.fairlead.billing.view.ReceivableRecordProjection;
import io.fairlead.billing.view.RetainerProjection;
import io.fairlead.billing.view.TaxRateProjection;
import io.fairlead.billing.view.UnbilledWorkProjection;
import io.fairlead.contract.view.ContractProjection;
import io.fairlead.contract.view.DealProjection;
import io.fairlead.contract.view.RateCardProjection;
import io.fairlead.exception.view.ExceptionProjection;
import io.fairlead.expense.view.ExpenseProjection;
import io.fairlead.funding.view.FundingPeriodProjection;
import io.fairlead.funding.view.FundingProjection;
import io.fairlead.party.view.PartyProjection;
import io.fairlead.project.view.ProgressProjection;
import io.fairlead.project.view.ProjectProjection;
import io.fairlead.projection.Projection;
import io.fairlead.resource.view.CapacityProjection;
import io.fairlead.resource.view.ResourceProjection;
import io.fairlead.resource.view.TransferRateProjection;
import io.fairlead.revenue.view.AccountingPeriodProjection;
import io.fairlead.revenue.view.EstimateProjection;
import io.fairlead.revenue.view.LimitProjection;
import io.fairlead.revenue.view.ObligationProjection;
import io.fairlead.revenue.view.ObligationTermsProjection;
import io.fairlead.revenue.view.ReceivableProjection;
import io.fairlead.revenue.view.RevenueProjection;
import io.fairlead.revenue.view.SetupProjection;
import io.fairlead.time.view.ApprovedTimeProjection;
import io.fairlead.time.view.LabourCostProjection;
import io.fairlead.time.view.TimeEntryProjection;
import io.fairlead.time.view.TimeRateProposalProjection;
import java.util.List;

/** Every projection there is; the application hands them to the engine, and a shadow replay takes fresh ones. */
public final class Projections {

    private Projections() {}

    /** Fresh instances: each serves one engine. */
    public static List<Projection> all() {
        return List.of(
                new PartyProjection(),
                new ResourceProjection(),
                new TransferRateProjection(),
                new DealProjection(),
                new ContractProjection(),
                new FundingProjection(),
                new FundingPeriodProjection(),
                new RateCardProjection(),
                new TaxRateProjection(),
                new ExchangeRateProjection(),
                new ProjectProjection(),
                new TimeEntryProjection(),
                new TimeRateProposalProjection(),
                new ApprovedTimeProjection(),
                new LabourCostProjection(),
                new BillingItemProjection(),
                new InstalmentProjection(),
                new RetainerProjection(),
                new ProgressProjection(),
                new ExpenseProjection(),
                new UnbilledWorkProjection(),
                new RevenueProjection(),
                new AccountingPeriodProjection(),
                new ObligationProjection(),
                new ObligationTermsProjection(),
                new EstimateProjection(),
                new LimitProjection(),
                new ReceivableProjection(),
                new SetupProjection(),
                new CapacityProjection(),
                new BillingRunProjection(),
                new InvoiceProjection(),
                new InvoiceLineProjection(),
                new CreditNoteProjection(),
                new OpenItemProjection(),
                new CustomerCreditProjection(),
                new ReceivableRecordProjection(),
                new NumberSeriesProjection(),
                new CashProjection(),
                new ReceiptProjection(),
                new DeductionProjection(),
                new ExceptionProjection());
    }
}
