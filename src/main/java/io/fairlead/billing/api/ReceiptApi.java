package io.fairlead.billing.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.billing.api.ReceiptBodies.NewApplication;
import io.fairlead.billing.api.ReceiptBodies.NewOwner;
import io.fairlead.billing.api.ReceiptBodies.NewReceipt;
import io.fairlead.billing.api.ReceiptBodies.NewRefund;
import io.fairlead.billing.api.ReceiptBodies.NewReturn;
import io.fairlead.billing.api.ReceiptBodies.NewReversal;
import io.fairlead.billing.cash.AssignReceipt;
import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Money that comes in, and what becomes of it. */
@RestController
@RequestMapping("/v1/receipts")
@Tag(name = "Receipts")
public class ReceiptApi {

    private final CommandResponder desk;
    private final ReceiptCommands receipts;

    ReceiptApi(CommandResponder desk, ReceiptCommands receipts) {
        this.desk = desk;
        this.receipts = receipts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Take in money, for the invoices that it names or on account; told twice it is one (Z-01)")
    ResponseEntity<Accepted> receive(Call call, @Valid @RequestBody NewReceipt body) {
        var command = receipts.receive(call, body);
        return desk.create(call, "/v1/receipts/" + command.receiptId(), command.receiptId(), command);
    }

    @PostMapping("/{id}/customer")
    @Operation(summary = "Say whose money it is; then it is applied as if that had been told with it")
    ResponseEntity<Accepted> assign(Call call, @PathVariable String id, @Valid @RequestBody NewOwner body) {
        var receipt = ReceiptId.of(id);
        var entity = LegalEntityId.of(body.legalEntity());
        var customer = CustomerId.of(body.customer());
        receipts.requireKnown(entity, customer);
        return change(call, receipt, new AssignReceipt(receipt, entity, customer, call.actor()));
    }

    @PostMapping("/{id}/applications")
    @Operation(summary = "Set money, or a part of it, against an invoice")
    ResponseEntity<Accepted> apply(Call call, @PathVariable String id, @Valid @RequestBody NewApplication body) {
        var receipt = ReceiptId.of(id);
        return change(call, receipt, receipts.apply(call, receipt, body));
    }

    @PostMapping("/{id}/reversals")
    @Operation(summary = "Take an application back: the money is on account, and that much of the invoice is open")
    ResponseEntity<Accepted> unapply(Call call, @PathVariable String id, @Valid @RequestBody NewReversal body) {
        var receipt = ReceiptId.of(id);
        return change(call, receipt, receipts.unapply(call, receipt, body));
    }

    @PostMapping("/{id}/return")
    @Operation(summary = "Note that the bank took the money back: everything that it paid is open again")
    ResponseEntity<Accepted> sendBack(Call call, @PathVariable String id, @Valid @RequestBody NewReturn body) {
        var receipt = ReceiptId.of(id);
        var command = receipts.sendBack(call, receipt, body);
        return desk.accept(call, receipt, () -> receipts.first(command), command);
    }

    @PostMapping("/{id}/refunds")
    @Operation(summary = "Pay money on account back, or a part of it; not by who told of it (Z-05)")
    ResponseEntity<Accepted> refund(Call call, @PathVariable String id, @Valid @RequestBody NewRefund body) {
        var receipt = ReceiptId.of(id);
        return change(call, receipt, receipts.refund(call, receipt, body));
    }

    private ResponseEntity<Accepted> change(Call call, ReceiptId receipt, Object command) {
        return desk.accept(call, receipt, () -> receipts.toNote(receipt), command);
    }
}
