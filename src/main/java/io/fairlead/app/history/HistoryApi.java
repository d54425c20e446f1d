package io.fairlead.app.history;

import io.fairlead.app.company.ThingsOfCompanies;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to one thing, from the log. */
@RestController
@RequestMapping("/v1/history")
@Tag(name = "Audit")
public class HistoryApi {

    private final Histories histories;
    private final ThingsOfCompanies things;

    HistoryApi(Histories histories, ThingsOfCompanies things) {
        this.histories = histories;
        this.things = things;
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "The events of one thing, in order",
            description =
                    "With as-of only those recorded until then, and the state then: the last value of each field.")
    Histories.History history(
            @Parameter(
                            description = "stream key, for example invoice:<uuid>, or its part behind the colon where"
                                    + " that is unique")
                    @PathVariable
                    String id,
            @Parameter(description = "time with a zone, ISO 8601", example = "2026-07-01T00:00:00Z")
                    @RequestParam(name = "as-of", required = false)
                    @Nullable
                    String asOf) {
        var until = time(asOf);
        var meant = histories.meant(id).stream().filter(things::sees).toList();
        if (meant.isEmpty()) {
            throw new Refused(Refusal.notFound(id));
        }
        if (meant.size() > 1) {
            throw new Refused(new Refusal(
                    422,
                    "ID_AMBIGUOUS",
                    "id",
                    "several things have this key",
                    "name one: " + String.join(", ", meant)));
        }
        return histories.of(meant.getFirst(), until);
    }

    private static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            // A plus sign in a query that was not escaped arrives as a blank.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new Refused(new Refusal(
                    400,
                    "PARAMETER_INVALID",
                    "as-of",
                    "this is no time with a zone",
                    "write it like 2026-07-01T00:00:00Z"));
        }
    }
}
