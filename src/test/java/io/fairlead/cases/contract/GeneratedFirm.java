package io.fairlead.cases.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import openapi.client.ApiClient;
import openapi.client.ApiException;
import openapi.client.api.AuditApi;
import openapi.client.api.BillingRunsApi;
import openapi.client.api.ContractsApi;
import openapi.client.api.CreditNotesApi;
import openapi.client.api.DealsApi;
import openapi.client.api.InvoicesApi;
import openapi.client.api.PaymentsApi;
import openapi.client.api.ProjectsApi;
import openapi.client.api.ReceivablesApi;
import openapi.client.api.TimeEntriesApi;
import openapi.client.api.ViewsApi;
import openapi.client.model.NewBillingRun;
import openapi.client.model.NewCredit;
import openapi.client.model.NewPayment;
import openapi.client.model.NewTimeEntry;
import openapi.client.model.WonLine;
import openapi.client.model.WonOpportunity;

/** The story of {@link GeneratedClientTest} by nothing but the client that is generated from the API's description. */
final class GeneratedFirm {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH_END = LocalDate.of(2026, 3, 31);

    private final String base;
    private final String key;
    private final List<String> figures = new ArrayList<>();

    /** @param key in front of each id */
    GeneratedFirm(String base, String key) {
        this.base = base;
        this.key = key;
    }

    /** Plays it and tells its figures, as the API writes them. */
    List<String> play() throws ApiException {
        figures.addAll(new GeneratedMasterData(this).register());
        var project = deal();
        time(project);
        var invoice = billed();
        paid(invoice);
        credited(invoice);
        ended();
        return List.copyOf(figures);
    }

    /** A won deal becomes a contract with a project. */
    private String deal() throws ApiException {
        var sales = as("sales");
        new DealsApi(sales)
                .postOpportunities(
                        new WonOpportunity()
                                .id(id("deal"))
                                .source("crm")
                                .sourceId(id("deal"))
                                .name("Relaunch")
                                .account(id("buyer"))
                                .legalEntity(id("firm"))
                                .billingMethod("TIME_AND_MATERIALS")
                                .currency("EUR")
                                .closeDate(NEW_YEAR)
                                .amount("20000.00")
                                .lines(List.of(new WonLine().description("Work").amount("20000.00"))),
                        null,
                        null,
                        null,
                        null,
                        null);
        settled();
        var deal = new ContractsApi(sales).getDealsById(id("deal"), null);
        tell(deal.getStatus());
        var project = new ProjectsApi(sales)
                .getProjects(deal.getContractId(), null, null, null)
                .getItems()
                .getFirst();
        return project.getProjectId();
    }

    private void time(String project) throws ApiException {
        var entries = new TimeEntriesApi(as("recorder"));
        for (int day = 2; day <= 4; day++) {
            var entry = id("t" + day);
            entries.postTimeEntries(
                    new NewTimeEntry()
                            .id(entry)
                            .person(id("ana"))
                            .project(project)
                            .workDate(LocalDate.of(2026, 3, day))
                            .seconds(5_719),
                    null,
                    null,
                    null,
                    null,
                    null);
            entries.postTimeEntriesByIdSubmission(entry, null, null, null, null, null);
            new TimeEntriesApi(as("approver")).postTimeEntriesByIdApproval(entry, null, null, null, null, null);
        }
        settled();
    }

    private String billed() throws ApiException {
        new BillingRunsApi(as("biller"))
                .postBillingRuns(
                        new NewBillingRun()
                                .id(id("run"))
                                .legalEntity(id("firm"))
                                .cutOff(MARCH_END)
                                .issueDate(MARCH_END),
                        null,
                        null,
                        null,
                        null,
                        null);
        settled();
        var invoices = new InvoicesApi(as("approver"));
        var draft = invoices.getInvoices(null, null, null, null, id("run"), null, true, null, null, null)
                .getItems()
                .getFirst();
        tell(draft.getStatus(), draft.getNet(), draft.getTax(), draft.getGross());
        invoices.postInvoicesByIdApproval(draft.getInvoiceId(), null, null, null, null, null, null);
        settled();
        var issued = invoices.getInvoicesById(draft.getInvoiceId(), null);
        tell(
                issued.getInvoice().getStatus(),
                issued.getInvoice().getTax(),
                issued.getInvoice().getGross());
        issued.getLines().forEach(line -> tell(line.getNet()));
        issued.getTaxes().forEach(tax -> tell(tax.getRate(), tax.getBase(), tax.getTax()));
        return draft.getInvoiceId();
    }

    private void paid(String invoice) throws ApiException {
        new PaymentsApi(as("teller"))
                .postPayments(
                        new NewPayment()
                                .source("bank")
                                .sourceId(id("1"))
                                .invoice(invoice)
                                .amount("500.00")
                                .currency("EUR")
                                .valueDate(LocalDate.of(2026, 4, 15)),
                        null,
                        null,
                        null,
                        null,
                        null);
        settled();
        tell(new InvoicesApi(as("teller"))
                .getInvoicesById(invoice, null)
                .getInvoice()
                .getOpen());
    }

    private void credited(String invoice) throws ApiException {
        var notes = new CreditNotesApi(as("biller"));
        notes.postInvoicesByIdCredits(
                invoice,
                new NewCredit()
                        .id(id("credit"))
                        .rest(NewCredit.RestEnum.REOPEN)
                        .issueDate(MARCH_END)
                        .reason("goodwill"),
                null,
                null,
                null,
                null,
                null);
        settled();
        new CreditNotesApi(as("approver")).postCreditNotesByIdApproval(id("credit"), null, null, null, null, null);
        settled();
        var note = notes.getCreditNotesById(id("credit"), null).getCreditNote();
        tell(note.getStatus(), note.getNet(), note.getTax(), note.getGross());
    }

    private void ended() throws ApiException {
        var reader = as("controller");
        new ReceivablesApi(reader)
                .getReceivables(id("buyer"), null, null)
                .getItems()
                .forEach(item -> tell(item.getGross(), item.getOpen()));
        new ReceivablesApi(reader)
                .getOwedCredits(id("firm"), null, null, null, null, null)
                .getItems()
                .forEach(owed -> tell(owed.getAmount(), owed.getLeftAmount()));
        new ViewsApi(reader)
                .getViewsUnbilled("entity", id("firm"), null, null, null, null, null, null, null, null, null, null)
                .getItems()
                .forEach(row -> tell(row.getUnbilled(), row.getDrafted()));
        new ViewsApi(reader)
                .getViewsMargin("entity", id("firm"), null, null, null, null, null, null, null, null, null, null)
                .getItems()
                .forEach(row -> tell(row.getRevenue(), row.getCost(), row.getMargin(), row.getRatio()));
    }

    void settled() throws ApiException {
        assertThat(new AuditApi(as("admin")).getVerification("I9").getLagging()).isEmpty();
    }

    private void tell(String... told) {
        figures.addAll(List.of(told));
    }

    String id(String name) {
        return key + "." + name;
    }

    ApiClient as(String actor) {
        var client = new ApiClient();
        client.updateBaseUri(base);
        client.setRequestInterceptor(request -> request.header("Fairlead-Actor", actor));
        return client;
    }
}
