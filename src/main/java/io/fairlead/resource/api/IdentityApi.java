package io.fairlead.resource.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.resource.IdentityId;
import io.fairlead.resource.MapIdentity;
import io.fairlead.resource.view.MappedIdentityQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who a login is besides: rules that ask for a second person take all of them for one. */
@RestController
@RequestMapping("/v1/identities")
@Tag(name = "Identities")
public class IdentityApi {

    private final CommandResponder desk;
    private final Reads reads;
    private final MappedIdentityQuery query;

    IdentityApi(CommandResponder desk, Reads reads, MappedIdentityQuery query) {
        this.desk = desk;
        this.reads = reads;
        this.query = query;
    }

    /** That a login is somebody else too. */
    public record NewMapping(
            @NotNull @Schema(description = "of the login, as tokens name it", example = "https://login.example.com")
            String issuer,

            @NotNull
            @Schema(description = "of the login, as tokens name it", example = "00000000-0000-4000-8000-000000000001")
            String subject,

            @NotNull
            @Schema(
                    description = "a name that somebody acted by without a login, as it stands in events, or a person",
                    example = "local|mara")
            String name) {}

    @PostMapping
    @Operation(summary = "Say that a login is a former name or a person, so that four eyes hold across both")
    ResponseEntity<Accepted> map(Call call, @Valid @RequestBody NewMapping body) {
        var id = IdentityId.of(body.issuer(), body.subject());
        return desk.accept(call, id, new MapIdentity(id, body.issuer(), body.subject(), body.name()));
    }

    @GetMapping
    @Operation(summary = "Logins and whoever else they are")
    ResponseEntity<Listing<MappedIdentityQuery.Mapping>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(limit, atLeast, size -> query.list(cursor, size));
    }
}
