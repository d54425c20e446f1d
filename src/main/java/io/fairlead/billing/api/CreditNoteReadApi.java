package io.fairlead.billing.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.billing.credit.CreditNoteId;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.view.CreditNoteQuery;
import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.swagger.v3.oas.annotations.Operation;
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

/** Credit notes, as they stand. */
@RestController
@RequestMapping("/v1/credit-notes")
@Tag(name = "Credit notes")
public class CreditNoteReadApi {

    private final Reads reads;
    private final CreditNoteQuery query;

    CreditNoteReadApi(Reads reads, CreditNoteQuery query) {
        this.reads = reads;
        this.query = query;
    }

    /** Which credit notes; all when absent. */
    public record CreditNoteFilter(
            @Schema(allowableValues = {"drafted", "approved", "staged", "issued", "posted", "discarded", "refused"})
            @Nullable
            String status,

            @Nullable String invoice,
            @Nullable String contract,
            @Nullable String customer,

            @Schema(description = "as printed on it") @Nullable
            String number) {

        CreditNoteQuery.Filter filter() {
            return new CreditNoteQuery.Filter(
                    status,
                    invoice == null ? null : InvoiceId.of(invoice).value(),
                    contract == null ? null : ContractId.of(contract).value(),
                    customer == null ? null : CustomerId.of(customer).value(),
                    number);
        }
    }

    @GetMapping
    @Operation(summary = "Credit notes, by id")
    ResponseEntity<Listing<CreditNoteQuery.CreditNote>> creditNotes(
            @ParameterObject CreditNoteFilter only,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(limit, atLeast, size -> query.list(only.filter(), cursor, size));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One credit note with lines and taxes")
    ResponseEntity<CreditNoteQuery.Detail> creditNote(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = CreditNoteId.of(id);
        return reads.one(key, atLeast, () -> query.byId(key.value()));
    }
}
