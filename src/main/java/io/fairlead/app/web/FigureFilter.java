package io.fairlead.app.web;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.view.Dimension;
import io.fairlead.view.RollUp;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Query parameters that all figures share. */
public record FigureFilter(
        @Schema(
                description = "project, contract, customer or entity; contract when absent",
                example = "contract",
                allowableValues = {"project", "contract", "customer", "entity"})
        @Nullable
        String by,

        @Schema(description = "only this company") @Nullable String entity,

        @Schema(description = "only this customer") @Nullable
        String customer,

        @Schema(description = "only this contract") @Nullable
        String contract,

        @Schema(description = "only this project") @Nullable String project,

        @Schema(description = "from the page before") @Nullable
        String cursor,

        @Schema(description = "1 to 1000; 100 when absent, 1000 as CSV") @Nullable
        Integer limit) {

    private static final Set<String> DIMENSIONS = Set.of("project", "contract", "customer", "entity");

    /** As the queries want it. */
    public RollUp rollUp(int size) {
        var dimension = by == null ? "contract" : by;
        if (!DIMENSIONS.contains(dimension)) {
            throw invalid("by", "use project, contract, customer or entity");
        }
        if (cursor != null && cursor.indexOf('|') < 0) {
            throw invalid("cursor", "use the one of the page before");
        }
        return new RollUp(
                Dimension.valueOf(dimension.toUpperCase(Locale.ROOT)),
                entity == null ? null : LegalEntityId.of(entity).value(),
                customer == null ? null : CustomerId.of(customer).value(),
                contract == null ? null : ContractId.of(contract).value(),
                project == null ? null : ProjectId.of(project).value(),
                cursor,
                size);
    }

    private static Refused invalid(String parameter, String hint) {
        return new Refused(new Refusal(400, "PARAMETER_INVALID", parameter, "the value is not known", hint));
    }
}
