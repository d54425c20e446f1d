package io.fairlead.app.explain;

import io.fairlead.app.company.ThingsOfCompanies;
import io.fairlead.app.history.Histories;
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

/** Any cent back to the events that made it, and an entry forward to everything it touched. */
@RestController
@RequestMapping("/v1/explanations")
@Tag(name = "Audit")
public class ExplanationApi {

    private final Explanations explanations;
    private final ThingsOfCompanies things;

    ExplanationApi(Explanations explanations, ThingsOfCompanies things) {
        this.explanations = explanations;
        this.things = things;
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Why a figure is what it is, as a tree down to the events",
            description =
                    "An invoice or credit note back to lines, portions, entries, rate rows, reservations and approvals;"
                            + " an entry forward to the invoices it stands on; a contract's unbilled work, its position and"
                            + " backlog, what is taken of its limits, what a customer owes, revenue of an obligation and key figures of a company as the facts that sum to"
                            + " them; everything else event by event. Sums that do not come out are listed as differences.")
    Explanation explanation(
            @Parameter(
                            description = "stream key, for example invoice:<uuid> or time-entry:<uuid>, its part behind"
                                    + " the colon where that is unique, the number of a document, position:<contract>,"
                                    + " backlog:<contract>, balance:<customer> or kpi:<company>:<from>:<to>")
                    @PathVariable
                    String id,
            @Parameter(description = "the one line of an invoice or credit note, from 1")
                    @RequestParam(required = false)
                    @Nullable
                    Integer line,
            @Parameter(description = "time with a zone, ISO 8601", example = "2026-07-01T00:00:00Z")
                    @RequestParam(name = "as-of", required = false)
                    @Nullable
                    String asOf) {
        var until = time(asOf);
        var key = Histories.spelled(id);
        if (key.startsWith(KpiExplanation.KIND + ":")) {
            if (until != null) {
                throw new Refused(new Refusal(
                        400,
                        "PARAMETER_INVALID",
                        "as-of",
                        "key figures are explained as they are known now",
                        "leave it out; the period's end is in the id"));
            }
            KpiExplanation.Period.require(key);
        }
        var meant = explanations.meant(key).stream()
                .filter(each -> things.sees(Explanations.subject(each)))
                .toList();
        if (meant.size() > 1) {
            throw new Refused(new Refusal(
                    422,
                    "ID_AMBIGUOUS",
                    "id",
                    "several things have this key",
                    "name one: " + String.join(", ", meant)));
        }
        return meant.stream()
                .flatMap(each -> explanations.of(each, line, until).stream())
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.notFound(line == null ? id : "line " + line + " of " + id)));
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
