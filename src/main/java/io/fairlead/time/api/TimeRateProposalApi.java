package io.fairlead.time.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.time.view.TimeRateProposalQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rates that were asked for single time entries: what a second person has to decide. */
@RestController
@RequestMapping("/v1/time-rate-proposals")
@Tag(name = "Time entries")
public class TimeRateProposalApi {

    private final Reads reads;
    private final TimeRateProposalQuery query;

    TimeRateProposalApi(Reads reads, TimeRateProposalQuery query) {
        this.reads = reads;
        this.query = query;
    }

    /** Which proposals; all that are open when absent. */
    public record ProposalFilter(
            @Nullable String project,
            @Nullable String person,

            @Schema(
                    description = "open or accepted; open when absent",
                    allowableValues = {"open", "accepted"})
            @Nullable
            String status,

            @Nullable String legalEntity) {

        TimeRateProposalQuery.Filter filter() {
            return new TimeRateProposalQuery.Filter(
                    project == null ? null : ProjectId.of(project).value(),
                    person == null ? null : PersonId.of(person).value(),
                    status == null ? TimeRateProposalQuery.OPEN : status,
                    legalEntity == null ? null : LegalEntityId.of(legalEntity).value());
        }
    }

    @GetMapping
    @Operation(
            summary =
                    "Rates per hour proposed for time entries, by entry; those that nobody accepted yet unless filtered")
    ResponseEntity<Listing<TimeRateProposalQuery.RateProposal>> proposals(
            @ParameterObject ProposalFilter only,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(limit, atLeast, size -> query.list(only.filter(), cursor, size));
    }
}
