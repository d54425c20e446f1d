package io.fairlead.billing.api;

import io.fairlead.billing.view.BillingItemQuery;
import io.fairlead.contract.ContractId;
import io.fairlead.project.ProjectId;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which items; all when absent. */
public record BillingItemFilter(
        @Nullable String contract,
        @Nullable String project,

        @Schema(allowableValues = {"MILESTONE", "INSTALMENT", "UNIT_DELIVERY", "RETAINER", "PROGRESS"}) @Nullable
        String kind,

        @Schema(
                allowableValues = {
                    "scheduled",
                    "proposed",
                    "withdrawn",
                    "ready",
                    "drafted",
                    "billed",
                    "credited",
                    "written off"
                })
        @Nullable
        String status) {

    BillingItemQuery.Filter filter() {
        return new BillingItemQuery.Filter(
                contract == null ? null : ContractId.of(contract).value(),
                project == null ? null : ProjectId.of(project).value(),
                kind,
                status);
    }
}
