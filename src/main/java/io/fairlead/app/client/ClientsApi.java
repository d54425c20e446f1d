package io.fairlead.app.client;

import io.fairlead.app.web.retire.Retirements;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who calls what, for whoever wants to change an operation. */
@RestController
@RequestMapping("/v1/clients")
@Tag(name = "Operation")
public class ClientsApi {

    private final ClientCalls calls;
    private final Retirements retirements;

    ClientsApi(ClientCalls calls, Retirements retirements) {
        this.calls = calls;
        this.retirements = retirements;
    }

    /**
     * One client's calls of one operation.
     *
     * @param sunset the last day of an operation that is retiring, null for all others
     */
    @Schema(name = "ClientCalls")
    public record ClientRow(
            @Schema(description = "as the identity provider names the application; local without one")
            String client,

            @Schema(example = "GET /v1/invoices/{id}") String operation,
            long calls,
            @Schema(description = "first call") Instant since,
            @Schema(description = "last call") Instant lastSeen,
            @Nullable LocalDate sunset) {}

    /** All of them. */
    @Schema(name = "Clients")
    public record ClientsAnswer(List<ClientRow> clients) {}

    @GetMapping
    @Operation(
            summary = "Which client calls which operation, how often and since when",
            description =
                    "Of all nodes, the last seconds of the others aside. Calls that were refused count too; ids and"
                            + " people are not kept.")
    ClientsAnswer clients() {
        return new ClientsAnswer(calls.all().stream()
                .map(row -> new ClientRow(
                        row.client(),
                        row.operation(),
                        row.calls(),
                        row.since(),
                        row.lastSeen(),
                        retirements.sunset(row.operation()).orElse(null)))
                .toList());
    }
}
