package io.fairlead.cases.time;

import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 56: whoever worked or entered what an invoice bills does not approve it, unless the company says so on record. */
@ExtendWith(CaseStack.class)
class Case56FourEyesOverWorkTest {

    private static String draft(Firm firm) {
        TimeSteps.opened(firm, null);
        firm.approvedTime("ana", "work", "2026-04-02", 3_600);
        return firm.bill("2026-04-30").getFirst().path("invoiceId").asString();
    }

    @Test
    void neither_who_worked_nor_who_entered_it_approves(Firm firm) {
        var draft = draft(firm);
        var approval = "/v1/invoices/" + draft + "/approval";

        assertThat(firm.refusal(firm.id("ana"), approval, of()))
                .as("she worked")
                .isEqualTo("B-02");
        assertThat(firm.refusal(Firm.RECORDER, approval, of())).as("entered it").isEqualTo("B-02");
        assertThat(TimeSteps.net(firm.issue(draft))).isEqualTo("100.00");
        firm.provedRight(draft);
    }

    @Test
    void a_company_may_allow_it_and_the_approval_says_so(Firm firm) {
        var draft = draft(firm);
        var approval = "/v1/invoices/" + draft + "/approval";
        var policies = "/v1/legal-entities/" + firm.id("firm") + "/work-policies";

        firm.as("owner", policies, of("ownWork", "ALLOWED", "reason", "a firm of two"));
        firm.settled();
        var company = firm.get("/v1/legal-entities/" + firm.id("firm"));
        assertThat(company.path("ownWorkPolicy").asString()).isEqualTo("ALLOWED");
        assertThat(company.path("overlapPolicy").asString()).isEqualTo("WARN");

        firm.as(firm.id("ana"), approval, of());
        firm.settled();
        assertThat(firm.get("/v1/invoices/" + draft)
                        .path("invoice")
                        .path("status")
                        .asString())
                .isEqualTo("posted");
        assertThat(firm.get("/v1/history/invoice:" + draft.replace("invoice:", ""))
                        .toString())
                .contains("\"ownWork\":true");
        firm.provedRight(draft);

        firm.as("owner", policies, of("ownWork", "REFUSED", "reason", "we are three now"));
        firm.approvedTime("ana", "work", "2026-05-04", 3_600);
        var next = firm.bill("2026-05-31").getFirst().path("invoiceId").asString();
        assertThat(firm.refusal(firm.id("ana"), "/v1/invoices/" + next + "/approval", of()))
                .isEqualTo("B-02");
    }
}
