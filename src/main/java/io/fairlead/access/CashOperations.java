package io.fairlead.access;

import static io.fairlead.access.Role.CASH_CLERK;
import static io.fairlead.access.Role.CREDIT_APPROVER;
import static io.fairlead.access.Role.CREDIT_PREPARER;
import static io.fairlead.access.Role.GATEWAY;

import java.util.Set;

/** Money that comes in, goes back or is lost. */
final class CashOperations {

    private static final Set<Role> CLERKS = Set.of(CASH_CLERK);
    private static final Set<Role> TELLERS = Set.of(CASH_CLERK, GATEWAY);

    static Rows rows() {
        return new Rows()
                .read(
                        Circles.DOCUMENTS,
                        "/v1/deductions",
                        "/v1/disputes",
                        "/v1/owed-credits",
                        "/v1/owed-credits/{document}",
                        "/v1/receivables",
                        "/v1/receivables/statement")
                .read(Circles.with(Circles.DOCUMENTS, GATEWAY), "/v1/receipts", "/v1/receipts/{id}")
                .send(TELLERS, "/v1/payments", "/v1/receipts", "/v1/receipts/preview", "/v1/imports/payments")
                .send(TELLERS, "/v1/receipts/{id}/return", "/v1/receipts/{id}/return/preview")
                .send(
                        CLERKS,
                        "/v1/receipts/{id}/applications",
                        "/v1/receipts/{id}/applications/preview",
                        "/v1/receipts/{id}/customer",
                        "/v1/receipts/{id}/refunds",
                        "/v1/receipts/{id}/refunds/preview",
                        "/v1/receipts/{id}/reversals",
                        "/v1/receipts/{id}/reversals/preview",
                        "/v1/owed-credits/{document}/assignments",
                        "/v1/owed-credits/{document}/refunds",
                        "/v1/invoices/{id}/deductions",
                        "/v1/invoices/{id}/deductions/{deduction}/certificate")
                .send(Set.of(CASH_CLERK, CREDIT_PREPARER), "/v1/invoices/{id}/bad-debts")
                .send(Set.of(CREDIT_APPROVER), "/v1/invoices/{id}/bad-debts/{badDebt}/approval");
    }

    private CashOperations() {}
}
