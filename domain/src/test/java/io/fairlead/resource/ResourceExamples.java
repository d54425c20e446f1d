package io.fairlead.resource;

import static io.fairlead.testing.Cast.WORK_DAY;

import io.fairlead.resource.event.ResourceOnboarded;
import io.fairlead.shared.PersonalTexts;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** Ana, as the firm knows her. */
final class ResourceExamples {

    static FixtureConfiguration<Resource> people() {
        return new AggregateTestFixture<>(Resource.class);
    }

    static ResourceOnboarded onboarded(String role) {
        return ResourceOnboarded.newBuilder()
                .setPersonId("person:ana")
                .setLegalEntityId("legal-entity:GMBH")
                .setName(PersonalTexts.text("person:ana", "Ana"))
                .setRole(role)
                .setEmployment("EMPLOYEE")
                .setStartDate(WORK_DAY)
                .setAliases(List.of(PersonalTexts.text("person:ana", "ana@firm.example")))
                .build();
    }

    private ResourceExamples() {}
}
