package io.fairlead.resource;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Register a person.
 *
 * @param personId its code
 * @param legalEntityId employer
 * @param name full name
 * @param role rates may hang on it
 * @param employment EMPLOYEE or SUBCONTRACTOR
 * @param startDate first working day
 * @param aliases outside names, for example tracker users
 */
public record OnboardResource(
        @TargetAggregateIdentifier PersonId personId,
        LegalEntityId legalEntityId,
        String name,
        String role,
        String employment,
        @Foreseen LocalDate startDate,
        List<String> aliases) {

    public OnboardResource {
        Check.text("name", name, 200);
        Check.text("role", role, 60);
        Check.oneOf("employment", employment, Set.of("EMPLOYEE", "SUBCONTRACTOR"));
        Check.day("startDate", startDate);
        aliases = List.copyOf(aliases);
    }
}
