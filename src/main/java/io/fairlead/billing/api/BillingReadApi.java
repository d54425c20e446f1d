package io.fairlead.billing.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.run.BillingRunId;
import io.fairlead.billing.view.InvoiceQuery;
import io.fairlead.contract.ContractId;
import io.fairlead.gateway.document.BillDocuments;
import io.fairlead.gateway.paper.Typefaces;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.view.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invoices, as they stand. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Invoices")
public class BillingReadApi {

    private final Reads reads;
    private final InvoiceQuery query;
    private final DraftTaxes taxes;
    private final BillDocuments documents;
    private final Typefaces typefaces;

    BillingReadApi(Reads reads, InvoiceQuery query, DraftTaxes taxes, BillDocuments documents, Typefaces typefaces) {
        this.reads = reads;
        this.query = query;
        this.taxes = taxes;
        this.documents = documents;
        this.typefaces = typefaces;
    }

    /** Which invoices; all when absent. */
    public record InvoiceFilter(
            @Schema(
                    allowableValues = {
                        "drafted",
                        "approved",
                        "staged",
                        "issued",
                        "posted",
                        "paid",
                        "credited",
                        "written off",
                        "discarded",
                        "refused"
                    })
            @Nullable
            String status,

            @Nullable String legalEntity,
            @Nullable String customer,
            @Nullable String contract,
            @Nullable String billingRun,

            @Schema(description = "as printed on it") @Nullable
            String number) {

        InvoiceQuery.Filter filter() {
            return new InvoiceQuery.Filter(
                    status,
                    legalEntity == null ? null : LegalEntityId.of(legalEntity).value(),
                    customer == null ? null : CustomerId.of(customer).value(),
                    contract == null ? null : ContractId.of(contract).value(),
                    billingRun == null ? null : BillingRunId.of(billingRun).value(),
                    number);
        }
    }

    @GetMapping("/invoices")
    @Operation(summary = "Invoices, by id")
    ResponseEntity<Listing<InvoiceQuery.Invoice>> invoices(
            @ParameterObject InvoiceFilter only,
            @Parameter(description = "also tax and gross of drafts, as their approval would decide them by now")
                    @RequestParam(defaultValue = "false")
                    boolean draftTax,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(limit, atLeast, size -> {
            var page = query.list(only.filter(), cursor, size);
            return draftTax ? new Page<>(page.items().stream().map(taxes::taxed).toList(), page.next()) : page;
        });
    }

    @GetMapping("/invoices/{id}")
    @Operation(summary = "One invoice with lines and taxes; of a draft those that its approval would decide by now")
    ResponseEntity<InvoiceDetail> invoice(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = InvoiceId.of(id);
        return reads.one(key, atLeast, () -> query.byId(key.value())
                .map(taxes::taxed)
                .map(found -> InvoiceDetail.of(found, documents, typefaces)));
    }
}
