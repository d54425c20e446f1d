package io.fairlead.billing.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.billing.invoice.AdjustInvoiceLine;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.RemoveInvoiceLine;
import io.fairlead.billing.invoice.ReturnInvoice;
import io.fairlead.funding.RoomForReview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The review of drafts, line by line. */
@RestController
@RequestMapping("/v1/invoices/{id}")
@Tag(name = "Invoices")
public class InvoiceReviewApi {

    private final CommandResponder desk;
    private final RoomForReview room;

    InvoiceReviewApi(CommandResponder desk, RoomForReview room) {
        this.desk = desk;
        this.room = room;
    }

    /** Why a line leaves, and until when its source stays away. */
    public record Removal(
            @NotNull @Schema(example = "not agreed yet") String reason,

            @Schema(description = "day before which no run takes the source again; the next run does when absent")
            @Nullable
            LocalDate deferredUntil) {}

    /** What a line is to be. */
    public record LineAdjustment(
            @NotNull @Schema(description = "net of the line from now on, >= 0", type = "string", example = "900.00")
            BigDecimal net,

            @NotNull @Schema(example = "goodwill") String reason) {}

    /** Why it goes back. */
    @Schema(name = "ReturnToDraft") // Return is a word of Java.
    public record Return(
            @NotNull @Schema(example = "wrong purchase order")
            String reason) {}

    @PostMapping("/lines/{lineNo}/removal")
    @Operation(
            summary = "Take a line off a draft; its source is unbilled again; with the last line the draft is given up")
    ResponseEntity<Accepted> remove(
            Call call, @PathVariable String id, @PathVariable int lineNo, @Valid @RequestBody Removal body) {
        var invoice = InvoiceId.of(id);
        return desk.accept(
                call,
                invoice,
                new RemoveInvoiceLine(invoice, lineNo, body.deferredUntil(), body.reason(), call.actor()));
    }

    @PostMapping("/lines/{lineNo}/adjustment")
    @Operation(summary = "Write a line of a draft up or down; who does may not approve the invoice (B-02)")
    ResponseEntity<Accepted> adjust(
            Call call, @PathVariable String id, @PathVariable int lineNo, @Valid @RequestBody LineAdjustment body) {
        var invoice = InvoiceId.of(id);
        var adjustment = new AdjustInvoiceLine(invoice, lineNo, body.net(), body.reason(), call.actor());
        return desk.acceptHolding(call, invoice, () -> room.before(adjustment), adjustment);
    }

    @PostMapping("/return")
    @Operation(summary = "Make an approved invoice a draft again, while the ERP has not accepted it")
    ResponseEntity<Accepted> back(Call call, @PathVariable String id, @Valid @RequestBody Return body) {
        var invoice = InvoiceId.of(id);
        return desk.accept(call, invoice, new ReturnInvoice(invoice, body.reason(), call.actor()));
    }
}
