package io.fairlead.billing.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.billing.invoice.ApproveInvoice;
import io.fairlead.billing.invoice.DiscardInvoice;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.funding.RoomForReview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Invoices: what people decide on drafts. */
@RestController
@RequestMapping("/v1/invoices")
@Tag(name = "Invoices")
public class InvoiceApi {

    private final CommandResponder desk;
    private final MasterDataReader known;
    private final RoomForReview room;
    private final InstantSource clock;

    InvoiceApi(CommandResponder desk, MasterDataReader known, RoomForReview room, InstantSource clock) {
        this.desk = desk;
        this.known = known;
        this.room = room;
        this.clock = clock;
    }

    /** Why not. */
    public record Discard(
            @NotNull @Schema(example = "billed too early") String reason) {}

    /** What the approver says of the issue. */
    public record Approval(
            @Schema(
                    description = "day of issue that is accepted where a later number of the series moves it (N-01);"
                            + " the draft's when absent",
                    example = "2026-03-31")
            @Nullable
            LocalDate issueDate) {}

    @PostMapping("/{id}/approval")
    @Operation(
            summary =
                    "Accept a draft; neither its preparer (B-01) nor who worked, entered or adjusted a line (B-02) may; refused where"
                            + " the contract requires electronic invoices and it cannot be one (X-08), and where its day of issue"
                            + " would move and that is not accepted (N-02); a draft without a purchase order takes the contract's")
    ResponseEntity<Accepted> approve(
            Call call, @PathVariable String id, @Valid @RequestBody(required = false) @Nullable Approval body) {
        var invoice = InvoiceId.of(id);
        var facts = known.ask();
        var approval = new ApproveInvoice(
                invoice,
                call.actor(),
                clock.instant(),
                facts.tax(invoice),
                facts.payableStep(invoice),
                facts.readiness(invoice),
                facts.issuing(invoice).accepting(body == null ? null : body.issueDate()),
                facts.allowsOwnWork(invoice));
        return desk.acceptHolding(call, invoice, () -> room.before(approval), approval);
    }

    @PostMapping("/{id}/discard")
    @Operation(summary = "Give up a draft; what it claimed is unbilled again")
    ResponseEntity<Accepted> discard(Call call, @PathVariable String id, @Valid @RequestBody Discard body) {
        var invoice = InvoiceId.of(id);
        return desk.accept(call, invoice, new DiscardInvoice(invoice, body.reason()));
    }
}
