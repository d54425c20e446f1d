package io.fairlead.expense.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.expense.ExpenseId;
import io.fairlead.expense.view.ExpenseQuery;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Expenses, as they stand. */
@RestController
@RequestMapping("/v1/expenses")
@Tag(name = "Expenses")
public class ExpenseReadApi {

    private final Reads reads;
    private final ExpenseQuery query;

    ExpenseReadApi(Reads reads, ExpenseQuery query) {
        this.reads = reads;
        this.query = query;
    }

    /** Which expenses; all when absent. */
    public record ExpenseFilter(
            @Nullable String project,
            @Nullable String person,

            @Schema(
                    allowableValues = {
                        "recorded",
                        "submitted",
                        "approved",
                        "rejected",
                        "costed",
                        "priced",
                        "drafted",
                        "billed",
                        "credited",
                        "written off",
                        "withdrawn",
                        "moved"
                    })
            @Nullable
            String status,

            @Nullable String legalEntity) {

        ExpenseQuery.Filter filter() {
            return new ExpenseQuery.Filter(
                    project == null ? null : ProjectId.of(project).value(),
                    person == null ? null : PersonId.of(person).value(),
                    status,
                    legalEntity == null ? null : LegalEntityId.of(legalEntity).value());
        }
    }

    @GetMapping
    @Operation(summary = "Expenses, by id")
    ResponseEntity<Listing<ExpenseQuery.ExpenseRow>> expenses(
            @ParameterObject ExpenseFilter only,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(limit, atLeast, size -> query.list(only.filter(), cursor, size));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One expense")
    ResponseEntity<ExpenseQuery.ExpenseRow> expense(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = ExpenseId.of(id);
        return reads.one(key, atLeast, () -> query.byId(key.value()));
    }
}
