package io.fairlead.party.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.party.CustomerId;
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

/** Buyers. */
@RestController
@RequestMapping("/v1/customers")
@Tag(name = "Customers")
public class CustomerApi {

    private final CommandResponder desk;
    private final OutsideNames names;

    CustomerApi(CommandResponder desk, OutsideNames names) {
        this.desk = desk;
        this.names = names;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a buyer")
    ResponseEntity<Accepted> register(Call call, @Valid @RequestBody NewCustomer body) {
        var id = CustomerId.of(call.keyOr(body.id(), CustomerId.KIND));
        var command = body.of(id);
        return names.taken(command, () -> desk.create(call, "/v1/customers/" + id, id, command));
    }

    @PostMapping("/{id}/tax-profile")
    @Operation(summary = "Settle or change how a buyer is taxed")
    ResponseEntity<Accepted> tax(Call call, @PathVariable String id, @Valid @RequestBody ChangedTaxProfile body) {
        var customer = CustomerId.of(id);
        return desk.accept(call, customer, body.of(customer));
    }

    @PostMapping("/{id}/endpoint")
    @Operation(summary = "Set where a buyer takes electronic invoices, and its entry in a register")
    ResponseEntity<Accepted> endpoint(Call call, @PathVariable String id, @Valid @RequestBody ChangedEndpoint body) {
        var customer = CustomerId.of(id);
        return desk.accept(call, customer, body.of(customer));
    }
}
