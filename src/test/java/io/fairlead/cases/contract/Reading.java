package io.fairlead.cases.contract;

import java.util.Map;
import java.util.TreeMap;

/** Which read shows what each write wrote. */
final class Reading {

    private static final String TABLE = """
            GET /v1/billing-items
                POST /v1/billing-items/{id}/deferral
                POST /v1/billing-items/{id}/write-off
                POST /v1/projects/{id}/deliveries
            GET /v1/break-glass
                POST /v1/break-glass
            GET /v1/billing-runs
                POST /v1/billing-runs
            GET /v1/contracts/{id}
                POST /v1/contracts
                POST /v1/contracts/{id}/billing-hold
                POST /v1/contracts/{id}/billing-hold/lift
                POST /v1/contracts/{id}/close
                POST /v1/contracts/{id}/purchase-order
            GET /v1/contracts/{id}/amendments
                POST /v1/contracts/{id}/amendments
            GET /v1/contracts/{id}/instalments
                POST /v1/projects/{id}/instalments
            GET /v1/contracts/{id}/over-limit
                POST /v1/contracts/{id}/funding/priority
            GET /v1/credit-notes/{id}
                POST /v1/credit-notes/{id}/approval
                POST /v1/credit-notes/{id}/discard
                POST /v1/invoices/{id}/credits
            GET /v1/customers/{id}
                POST /v1/customers
            GET /v1/customers/{id}/detail
                POST /v1/customers/{id}/changes
                POST /v1/customers/{id}/endpoint
                POST /v1/customers/{id}/merge
                POST /v1/customers/{id}/tax-profile
            GET /v1/deals/{id}
                POST /v1/deals/{id}/rejection
                POST /v1/imports/opportunities
                POST /v1/opportunities
                POST /v1/opportunities/batch
                POST /v1/opportunities/salesforce
            GET /v1/deductions
                POST /v1/invoices/{id}/bad-debts
                POST /v1/invoices/{id}/bad-debts/{badDebt}/approval
                POST /v1/invoices/{id}/deductions
                POST /v1/invoices/{id}/deductions/{deduction}/certificate
            GET /v1/deliveries/{id}
                POST /v1/deliveries/{id}/retry
            GET /v1/disputes
                POST /v1/invoices/{id}/dispute
                POST /v1/invoices/{id}/dispute/settlement
            GET /v1/exceptions/{id}
                POST /v1/exceptions/{id}/assignment
                POST /v1/exceptions/{id}/resolution
                POST /v1/exceptions/{id}/waiver
            GET /v1/exchange-rates
                POST /v1/exchange-rates
            GET /v1/expenses
                POST /v1/expenses/batch
                POST /v1/imports/expenses
            GET /v1/expenses/{id}
                POST /v1/expenses
                POST /v1/expenses/{id}/approval
                POST /v1/expenses/{id}/corrections
                POST /v1/expenses/{id}/deferral
                POST /v1/expenses/{id}/move
                POST /v1/expenses/{id}/refunds
                POST /v1/expenses/{id}/rejection
                POST /v1/expenses/{id}/submission
                POST /v1/expenses/{id}/withdrawal
                POST /v1/expenses/{id}/write-off
            GET /v1/holiday-calendars
                POST /v1/holiday-calendars
            GET /v1/identities
                POST /v1/identities
            GET /v1/invoices/{id}
                POST /v1/invoices/{id}/approval
                POST /v1/invoices/{id}/discard
                POST /v1/invoices/{id}/lines/{lineNo}/adjustment
                POST /v1/invoices/{id}/lines/{lineNo}/removal
                POST /v1/invoices/{id}/return
            GET /v1/legal-entities/{id}
                POST /v1/legal-entities
                POST /v1/legal-entities/{id}/details
                POST /v1/legal-entities/{id}/work-policies
            GET /v1/legal-entities/{id}/receivable-policy
                POST /v1/legal-entities/{id}/receivable-policy
            GET /v1/legal-entities/{id}/transfer-rates
                POST /v1/legal-entities/{id}/transfer-rates
            GET /v1/owed-credits/{document}
                POST /v1/owed-credits/{document}/assignments
                POST /v1/owed-credits/{document}/refunds
            GET /v1/parked
                POST /v1/parked/discards
                POST /v1/parked/retries
            GET /v1/people/{id}
                POST /v1/people/{id}/end
            GET /v1/people/{id}/absences
                POST /v1/people/{id}/absences
            GET /v1/people/{id}/capacities
                POST /v1/people/{id}/capacities
            GET /v1/people/{id}/cost-rates
                POST /v1/people/{id}/cost-rates
            GET /v1/people/{id}/detail
                POST /v1/people
            GET /v1/periods
                POST /v1/periods
                POST /v1/periods/{entity}/{period}/close
                POST /v1/periods/{entity}/{period}/reopening
            GET /v1/projects/{id}
                POST /v1/projects
                POST /v1/projects/{id}/close
                POST /v1/projects/{id}/estimates
                POST /v1/projects/{id}/milestones
                POST /v1/projects/{id}/milestones/{milestone}/acceptance
                POST /v1/projects/{id}/milestones/{milestone}/reached
                POST /v1/projects/{id}/tasks
            GET /v1/projects/{id}/progress
                POST /v1/projects/{id}/progress-items
                POST /v1/projects/{id}/progress-reports
                POST /v1/projects/{id}/progress-reports/{report}/reduction
            GET /v1/rate-cards/{id}/rates
                POST /v1/rate-cards/{id}/rates
                POST /v1/rate-cards/{id}/rates/{rate}/end
            GET /v1/rebuilds/{id}
                POST /v1/rebuilds
            GET /v1/receipts
                POST /v1/imports/payments
                POST /v1/payments
            GET /v1/receipts/{id}
                POST /v1/receipts
                POST /v1/receipts/{id}/applications
                POST /v1/receipts/{id}/customer
                POST /v1/receipts/{id}/refunds
                POST /v1/receipts/{id}/return
                POST /v1/receipts/{id}/reversals
            GET /v1/retainers
                POST /v1/retainers/{id}/expiry
            GET /v1/tax-rates
                POST /v1/tax-rates
            GET /v1/time-entries
                POST /v1/imports/time
                POST /v1/time-entries/approvals
                POST /v1/time-entries/batch
                POST /v1/time-entries/submissions
            GET /v1/time-entries/{id}
                POST /v1/time-entries
                POST /v1/time-entries/{id}/adjustments
                POST /v1/time-entries/{id}/approval
                POST /v1/time-entries/{id}/corrections
                POST /v1/time-entries/{id}/deferral
                POST /v1/time-entries/{id}/move
                POST /v1/time-entries/{id}/rate/approval
                POST /v1/time-entries/{id}/rejection
                POST /v1/time-entries/{id}/submission
                POST /v1/time-entries/{id}/withdrawal
                POST /v1/time-entries/{id}/write-off
            GET /v1/time-rate-proposals
                POST /v1/time-entries/{id}/rate
            """;

    /** By path of the write, the path of the read. */
    static final Map<String, String> READS = reads();

    private static Map<String, String> reads() {
        var reads = new TreeMap<String, String>();
        var read = "";
        for (var line : TABLE.lines().map(String::strip).toList()) {
            var path = line.substring(line.indexOf(' ') + 1);
            if (line.startsWith("GET ")) {
                read = path;
            } else {
                reads.put(path, read);
            }
        }
        return reads;
    }

    private Reading() {}
}
