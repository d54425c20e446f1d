package io.fairlead.billing.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.billing.credit.ApproveCreditNote;
import io.fairlead.billing.credit.CreditGrant;
import io.fairlead.billing.credit.CreditNoteId;
import io.fairlead.billing.credit.CreditRequest;
import io.fairlead.billing.credit.DiscardCreditNote;
import io.fairlead.billing.credit.ReserveCredit;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.StreamKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Credit notes: asked for, looked at before, approved by a second person. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Credit notes")
public class CreditNoteApi {

    private final CommandResponder desk;
    private final MasterDataReader known;
    private final StreamHistory history;
    private final InstantSource clock;

    CreditNoteApi(CommandResponder desk, MasterDataReader known, StreamHistory history, InstantSource clock) {
        this.desk = desk;
        this.known = known;
        this.history = history;
        this.clock = clock;
    }

    /** What to credit of one line. */
    public record Line(
            @NotNull @Schema(description = "line of the invoice", example = "1")
            Integer lineNo,

            @Schema(description = "time to credit; all that is left when neither this nor amount is given") @Nullable
            Integer seconds,

            @Schema(description = "net to credit", type = "string") @Nullable
            BigDecimal amount,

            @NotNull @Schema(description = "REOPEN: unbilled again; WRITE_OFF: given up; CORRECTED: never existed")
            Disposition disposition) {

        CreditRequest request() {
            return new CreditRequest(lineNo, seconds, amount, disposition);
        }
    }

    /** What to credit of an invoice. */
    public record NewCredit(
            @Schema(description = "own key; made from the Idempotency-Key when absent") @Nullable
            String id,

            @Schema(description = "what to credit; all that is left when absent") @Nullable
            List<@NotNull @Valid Line> lines,

            @Schema(description = "what becomes of all that is left, when no lines are given") @Nullable
            Disposition rest,

            @Schema(description = "issue date wished for; today in the company's zone when absent") @Nullable
            LocalDate issueDate,

            @NotNull @Schema(example = "hours were entered twice")
            String reason) {}

    /** What a credit would be; amounts above 0. */
    public record CreditPreview(
            String invoiceId,
            String currency,
            LocalDate issueDate,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal gross,
            List<PreviewLine> lines) {}

    /** One line of a credit to be. */
    public record PreviewLine(
            int invoiceLineNo, String sourceId, @Nullable Integer seconds, BigDecimal net, String disposition) {}

    @PostMapping("/invoices/{id}/credits")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Ask an issued invoice for a credit; its credit note waits for approval by somebody else (K-01)")
    ResponseEntity<Accepted> credit(Call call, @PathVariable String id, @Valid @RequestBody NewCredit body) {
        var creditNote = CreditNoteId.of(call.keyOr(body.id(), CreditNoteId.KIND));
        var command = command(InvoiceId.of(id), creditNote, call.actor(), body);
        CreditGrant.requireOwnId(history, command);
        return desk.create(call, "/v1/credit-notes/" + StreamKey.keyOf(creditNote.value()), creditNote, command);
    }

    @PostMapping("/invoices/{id}/credit-preview")
    @Operation(summary = "What a credit would be; changes nothing")
    CreditPreview preview(Call call, @PathVariable String id, @Valid @RequestBody NewCredit body) {
        var invoice = InvoiceId.of(id);
        var granted = CreditGrant.from(history, invoice.value())
                .of(command(invoice, CreditNoteId.of("preview"), call.actor(), body));
        return new CreditPreview(
                granted.getInvoiceId(),
                granted.getCurrency(),
                granted.getIssueDate(),
                granted.getNet(),
                granted.getTax(),
                granted.getGross(),
                granted.getLines().stream()
                        .map(line -> new PreviewLine(
                                line.getInvoiceLineNo(),
                                line.getSourceId(),
                                line.getSeconds(),
                                line.getNet(),
                                line.getDisposition()))
                        .toList());
    }

    /** Why not. */
    public record CreditNoteDiscard(
            @NotNull @Schema(example = "not agreed") String reason) {}

    @PostMapping("/credit-notes/{id}/approval")
    @Operation(summary = "Accept a credit note; who asked for it may not (K-01)")
    ResponseEntity<Accepted> approve(Call call, @PathVariable String id) {
        var creditNote = CreditNoteId.of(id);
        return desk.accept(call, creditNote, new ApproveCreditNote(creditNote, call.actor(), clock.instant()));
    }

    @PostMapping("/credit-notes/{id}/discard")
    @Operation(summary = "Give up a credit note before its approval")
    ResponseEntity<Accepted> discard(Call call, @PathVariable String id, @Valid @RequestBody CreditNoteDiscard body) {
        var creditNote = CreditNoteId.of(id);
        return desk.accept(call, creditNote, new DiscardCreditNote(creditNote, body.reason()));
    }

    private ReserveCredit command(InvoiceId invoice, CreditNoteId creditNote, String actor, NewCredit body) {
        return new ReserveCredit(
                invoice,
                creditNote,
                body.lines() == null
                        ? List.of()
                        : body.lines().stream().map(Line::request).toList(),
                body.rest(),
                body.issueDate() == null ? today(invoice) : body.issueDate(),
                body.reason(),
                actor);
    }

    /** In the company's zone; never before the invoice. */
    private LocalDate today(InvoiceId invoice) {
        var issued = history.last(invoice.value(), InvoiceIssued.class).orElse(null);
        if (issued == null) {
            return LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC")); // Refused, whatever day it is.
        }
        var zone = ZoneId.of(known.ask().zone(new LegalEntityId(issued.getLegalEntityId())));
        var today = LocalDate.ofInstant(clock.instant(), zone);
        return today.isBefore(issued.getIssueDate()) ? issued.getIssueDate() : today;
    }
}
