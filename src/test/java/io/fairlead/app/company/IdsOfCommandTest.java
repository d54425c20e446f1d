package io.fairlead.app.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.ContractId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdsOfCommandTest {

    private record Part(ProjectId project, @Nullable ContractId contract, String note) {}

    private record Order(
            @TargetAggregateIdentifier ContractId contract,
            LegalEntityId company,
            List<Part> parts,
            Map<ProjectId, String> owner,
            String name) {}

    @Test
    void ids_are_found_however_deep_they_stand_and_texts_are_not_taken_for_ids() {
        var order = new Order(
                ContractId.of("new"),
                LegalEntityId.of("north"),
                List.of(
                        new Part(ProjectId.of("a"), null, "contract:x"),
                        new Part(ProjectId.of("b"), ContractId.of("c"), "")),
                Map.of(ProjectId.of("d"), "contract:e"),
                "contract:y");

        assertThat(IdsOfCommand.of(order).target()).containsExactly("contract:new");
        assertThat(IdsOfCommand.of(order).others())
                .containsExactly(
                        "legal-entity:north", "project:a", "project:b", "contract:c", "project:d", "contract:e");
    }
}
