package io.fairlead.resource.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.party.LegalEntityId;
import io.fairlead.resource.EndResource;
import io.fairlead.resource.OnboardResource;
import io.fairlead.resource.PersonId;
import io.fairlead.resource.SetCostRate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
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

/** People who work for the firm. */
@RestController
@RequestMapping("/v1/people")
@Tag(name = "People")
public class PersonApi {

    private final CommandResponder desk;

    PersonApi(CommandResponder desk) {
        this.desk = desk;
    }

    /** A person. */
    public record NewPerson(
            @Schema(description = "own code; made when absent", example = "amy") @Nullable
            String id,

            @NotNull @Schema(description = "employer", example = "de")
            String legalEntity,

            @NotNull @Schema(example = "Amy Adler") String name,

            @NotNull @Schema(description = "rates may hang on it", example = "consultant")
            String role,

            @NotNull @Schema(description = "EMPLOYEE or SUBCONTRACTOR", example = "EMPLOYEE")
            String employment,

            @NotNull @Schema(description = "first working day")
            LocalDate startDate,

            @Schema(description = "outside names, for example tracker users") @Nullable
            List<@NotNull String> aliases) {}

    /** What an hour costs from a day on. */
    public record NewCostRate(
            @Schema(description = "row, unique within the person; made when absent") @Nullable
            String id,

            @NotNull @Schema(description = "first day") LocalDate from,

            @Schema(description = "first day outside; open when absent") @Nullable
            LocalDate to,

            @NotNull @Schema(description = "per hour, at most 4 decimals", type = "string", example = "62.50")
            BigDecimal rate,

            @NotNull @Schema(description = "ISO 4217", example = "EUR")
            String currency,

            @NotNull @Schema(example = "salary round") String reason) {}

    /** Last working day. */
    public record LastDay(@NotNull LocalDate lastDay) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a person")
    ResponseEntity<Accepted> onboard(Call call, @Valid @RequestBody NewPerson body) {
        var id = PersonId.of(call.keyOr(body.id(), PersonId.KIND));
        return desk.create(
                call,
                "/v1/people/" + id,
                id,
                new OnboardResource(
                        id,
                        LegalEntityId.of(body.legalEntity()),
                        body.name(),
                        body.role(),
                        body.employment(),
                        body.startDate(),
                        body.aliases() == null ? List.of() : body.aliases()));
    }

    @PostMapping("/{id}/cost-rates")
    @Operation(summary = "Say what an hour of a person costs from a day on")
    ResponseEntity<Accepted> cost(Call call, @PathVariable String id, @Valid @RequestBody NewCostRate body) {
        var person = PersonId.of(id);
        var row = call.keyOr(body.id(), "cost-rate");
        return desk.accept(
                call,
                person,
                new SetCostRate(person, row, body.from(), body.to(), body.rate(), body.currency(), body.reason()));
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "Note that a person stopped working for the firm")
    ResponseEntity<Accepted> end(Call call, @PathVariable String id, @Valid @RequestBody LastDay body) {
        var person = PersonId.of(id);
        return desk.accept(call, person, new EndResource(person, body.lastDay()));
    }
}
