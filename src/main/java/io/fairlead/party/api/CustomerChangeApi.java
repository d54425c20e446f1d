package io.fairlead.party.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.billing.view.OpenItemQuery;
import io.fairlead.party.CustomerChangePreview;
import io.fairlead.party.CustomerChangePreview.Difference;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LivingCustomers;
import io.fairlead.party.MergeCustomer;
import io.fairlead.party.MergeDifferences;
import io.fairlead.shared.StreamHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Buyers that change, and two that are one. */
@RestController
@RequestMapping("/v1/customers/{id}")
@Tag(name = "Customers")
public class CustomerChangeApi {

    private final CommandResponder desk;
    private final StreamHistory history;
    private final LivingCustomers living;
    private final OpenItemQuery open;
    private final OutsideNames names;
    private final InstantSource clock;

    /** One merge at a time: of two customers that are merged into each other at once, the second command sees the first. */
    private final Lock merging = new ReentrantLock();

    CustomerChangeApi(
            CommandResponder desk, StreamHistory history, OpenItemQuery open, OutsideNames names, InstantSource clock) {
        this.desk = desk;
        this.history = history;
        this.living = new LivingCustomers(history);
        this.open = open;
        this.names = names;
        this.clock = clock;
    }

    /** What would be different, field by field. */
    public record ChangePreview(List<Difference> differences) {}

    @PostMapping("/changes")
    @Operation(
            summary = "Tell what is different of a buyer from a day on; what is not told stays",
            description = "Documents issued and contracts signed before keep what they have.")
    ResponseEntity<Accepted> change(Call call, @PathVariable String id, @Valid @RequestBody ChangedCustomer body) {
        var customer = CustomerId.of(id);
        var command = body.of(customer);
        return names.taken(command, () -> desk.accept(call, customer, command));
    }

    @PostMapping("/changes/preview")
    @Operation(summary = "What a change would make different, and until when; changes nothing")
    ChangePreview preview(@PathVariable String id, @Valid @RequestBody ChangedCustomer body) {
        var customer = CustomerId.of(id);
        var stream = history.all(customer.value());
        if (stream.isEmpty()) {
            throw new Refused(Refusal.notFound(customer.value()));
        }
        return new ChangePreview(CustomerChangePreview.of(stream, body.of(customer)));
    }

    @PostMapping("/merge")
    @Operation(
            summary = "Say that a buyer is the same as another one, which lives on for both (P-05)",
            description =
                    "What is open counts for the other, names of both mean it, and the one that goes changes no more.")
    ResponseEntity<Accepted> merge(Call call, @PathVariable String id, @Valid @RequestBody MergeBodies.Merge body) {
        var customer = CustomerId.of(id);
        merging.lock();
        try {
            return desk.accept(call, customer, command(customer, body, call.actor()));
        } finally {
            merging.unlock();
        }
    }

    @PostMapping("/merge/preview")
    @Operation(summary = "Whether a buyer may be merged, and what is open with it; changes nothing")
    MergeBodies.MergePreview preview(@PathVariable String id, @Valid @RequestBody MergeBodies.Merge body) {
        var customer = CustomerId.of(id);
        var command = command(customer, body, "fairlead|preview");
        if (living.of(customer).isEmpty()) {
            throw new Refused(Refusal.notFound(customer.value()));
        }
        living.requireMergeable(command);
        return new MergeBodies.MergePreview(
                customer.value(),
                command.into().value(),
                MergeDifferences.of(history, command),
                open.balances(new OpenItemQuery.Filter(null, customer.value(), null)));
    }

    private MergeCustomer command(CustomerId customer, MergeBodies.Merge body, String actor) {
        var into = CustomerId.of(body.into());
        return new MergeCustomer(customer, into, living.of(into).orElse(null), body.reason(), actor, clock.instant());
    }
}
