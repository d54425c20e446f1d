package io.fairlead.access;

import static io.fairlead.access.Role.BILLING_APPROVER;
import static io.fairlead.access.Role.BILLING_PREPARER;
import static io.fairlead.access.Role.CASH_CLERK;
import static io.fairlead.access.Role.CONTROLLER;
import static io.fairlead.access.Role.CREDIT_APPROVER;
import static io.fairlead.access.Role.CREDIT_PREPARER;
import static io.fairlead.access.Role.GATEWAY;
import static io.fairlead.access.Role.PROJECT_MANAGER;

import java.util.Set;

/** Runs, drafts, invoices and credits: one prepares, another accepts. */
final class BillingOperations {

    private static final Set<Role> PREPARERS = Set.of(BILLING_PREPARER);
    private static final Set<Role> CREDITORS = Set.of(CREDIT_PREPARER);

    static Rows rows() {
        return new Rows()
                .read(
                        Circles.COMMERCIAL,
                        "/v1/billing-items",
                        "/v1/billing-runs",
                        "/v1/billing-runs/{id}",
                        "/v1/retainers")
                .send(PREPARERS, "/v1/billing-runs")
                .send(
                        Set.of(PROJECT_MANAGER, BILLING_PREPARER),
                        "/v1/billing-items/{id}/deferral",
                        "/v1/billing-items/{id}/write-off")
                .send(Set.of(CONTROLLER), "/v1/retainers/{id}/expiry")
                .read(
                        Circles.with(Circles.COMMERCIAL, GATEWAY),
                        "/v1/invoices",
                        "/v1/invoices/{id}",
                        "/v1/invoices/{id}/facturx",
                        "/v1/invoices/{id}/pdf",
                        "/v1/invoices/{id}/ubl",
                        "/v1/credit-notes",
                        "/v1/credit-notes/{id}",
                        "/v1/credit-notes/{id}/facturx",
                        "/v1/credit-notes/{id}/pdf",
                        "/v1/credit-notes/{id}/ubl")
                .send(
                        PREPARERS,
                        "/v1/invoices/{id}/lines/{lineNo}/adjustment",
                        "/v1/invoices/{id}/lines/{lineNo}/removal")
                .send(Set.of(BILLING_APPROVER), "/v1/invoices/{id}/approval")
                .send(
                        Set.of(BILLING_PREPARER, BILLING_APPROVER),
                        "/v1/invoices/{id}/discard",
                        "/v1/invoices/{id}/return")
                .send(CREDITORS, "/v1/invoices/{id}/credits", "/v1/invoices/{id}/credit-preview")
                .send(Set.of(CREDIT_APPROVER), "/v1/credit-notes/{id}/approval")
                .send(Set.of(CREDIT_PREPARER, CREDIT_APPROVER), "/v1/credit-notes/{id}/discard")
                .send(
                        Set.of(BILLING_PREPARER, CREDIT_PREPARER, CASH_CLERK),
                        "/v1/invoices/{id}/dispute",
                        "/v1/invoices/{id}/dispute/settlement");
    }

    private BillingOperations() {}
}
