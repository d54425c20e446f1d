package io.fairlead.billing.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.view.ReceivableRecordQuery;
import io.fairlead.party.LegalEntityId;
import io.fairlead.view.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Policies of receivables, and disputes, as they stand. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Receivables")
public class ReceivableRecordApi {

    private final Reads reads;
    private final ReceivableRecordQuery query;

    ReceivableRecordApi(Reads reads, ReceivableRecordQuery query) {
        this.reads = reads;
        this.query = query;
    }

    @GetMapping("/legal-entities/{id}/receivable-policy")
    @Operation(summary = "How a company treats money that comes in, by first day")
    ResponseEntity<Listing<ReceivableRecordQuery.Policy>> policies(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var entity = LegalEntityId.of(id).value();
        return reads.pageOf(entity, null, atLeast, _ -> new Page<>(query.policies(entity), null));
    }

    @GetMapping("/disputes")
    @Operation(summary = "The last dispute of each invoice that its payer contested, by invoice")
    ResponseEntity<Listing<ReceivableRecordQuery.Dispute>> disputes(
            @RequestParam(required = false) @Nullable String invoice,
            @Parameter(description = "only those that are, or are not; all when absent")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean settled,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var id = invoice == null ? null : InvoiceId.of(invoice).value();
        return reads.page(limit, atLeast, size -> query.disputes(id, settled, cursor, size));
    }
}
