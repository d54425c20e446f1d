/**
 * All projections in one list. Event, projection, tables:
 *
 * <ul>
 *   <li>LegalEntityRegistered, CustomerRegistered, CustomerTaxProfileChanged, CustomerProvisioned: party (legal_entity,
 *       customer, customer_alias, customer_reference)
 *   <li>ResourceOnboarded, CostRateSet, ResourceEnded, HolidayCalendarSet: resource (person, person_alias, cost_rate,
 *       holiday_calendar)
 *   <li>OpportunityWon, DealRejected: deal (deal, deal_line)
 *   <li>ContractSigned, PurchaseOrderReceived, ContractClosed: contract (contract, contract_line, price_movement)
 *   <li>RateSet, RateEnded: rate-card (rate); TaxRateSet: tax-rate (tax_rate)
 *   <li>ProjectOpened, TaskAdded, Milestone..., ProjectProvisioned, ProjectClosed: project (project, task, milestone,
 *       project_reference)
 *   <li>TimeRecorded to TimeBilled: time-entry (time_entry); TimeApproved: approved-time (time_movement); TimeCosted:
 *       labour-cost (cost_movement)
 *   <li>TimePriced, TimePutOnDraft, TimeTakenOffDraft, TimeBilled, BillingItemReady, BillingItemPutOnDraft,
 *       BillingItemTakenOffDraft, BillingItemBilled: unbilled-work (unbilled_work, work_portion, wip_movement)
 *   <li>TimePriced, BillingItemReady: revenue (revenue_movement); BillingItem...: billing-item (billing_item)
 *   <li>PeriodOpened, PeriodClosed, PeriodReopened: accounting-period (accounting_period); ObligationOpened,
 *       ObligationModified, RevenueRecognised, CumulativeCatchUpRecognised: obligation (obligation, obligation_change,
 *       recognition); EstimateRevised: estimate (estimate); ContractSigned, ContractAmended: limit (limit_change); InvoiceIssued,
 *       PaymentApplied, CreditNoteIssued: receivable (receivable_movement); OpportunityWon, ProjectProvisioned: setup (setup_step);
 *       CapacitySet, AbsenceRecorded: capacity (capacity, absence)
 *   <li>BillingRunStarted, InvoicePlanned, BillingRunCompleted: billing-run (billing_run, planned_invoice)
 *   <li>InvoiceDrafted to InvoicePaid, PaymentApplied: invoice (invoice, invoice_tax); PaymentApplied: cash
 * (cash_movement)
 *   <li>InvoiceLinesAdded, InvoiceIssued, CreditNoteIssued: invoice-line (invoice_line, billing_movement)
 *   <li>InvoiceLineRemoved, InvoiceLineAdjusted: both; InvoiceReturned, CreditApplied: invoice
 *   <li>CreditNote...: credit-note (credit_note, credit_note_line, credit_note_tax)
 *   <li>NumberAssigned: number-series (number_series, assigned_number); Exception...: exception (exception_case)
 * </ul>
 *
 * PaymentReceived feeds none: what counts is its application to an invoice.
 */
@NullMarked
package io.fairlead.view;

import org.jspecify.annotations.NullMarked;
