package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.LineName;
import io.fairlead.gateway.document.BillDocument.Work;
import io.fairlead.project.event.ProjectOpened;
import io.fairlead.resource.event.ResourceOnboarded;
import io.fairlead.shared.PersonalTexts;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who worked on what: by the names of the draft, and of before these were kept by those with which somebody came. */
class NamedWorkTest {

    private static final String ID = "invoice:i-1";

    private final Map<String, List<SpecificRecord>> streams = new HashMap<>();
    private final StreamHistory history = new StreamHistory() {
        @Override
        public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type) {
            return streams.getOrDefault(streamKey, List.of()).stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        @Override
        public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type, Instant until) {
            throw new AssertionError("nothing past is asked for");
        }
    };

    @Test
    void lines_tell_who_worked_on_what_by_the_names_of_their_draft() {
        streams.put(
                ID,
                List.of(InvoiceLinesAdded.newBuilder()
                        .setInvoiceId(ID)
                        .setLines(List.of(line(1, "person:ana", "design"), line(2, null, null)))
                        .setNames(List.of(
                                LineName.newBuilder()
                                        .setOfId("person:ana")
                                        .setPersonName(PersonalTexts.text("person:ana", "Ana Ruiz"))
                                        .build(),
                                LineName.newBuilder()
                                        .setOfId("project:p")
                                        .setName("Website")
                                        .build(),
                                LineName.newBuilder()
                                        .setOfId("project:p")
                                        .setTaskId("design")
                                        .setName("Layout")
                                        .build()))
                        .build()));
        var names = new NamedWork(history, ID);
        assertThat(names.of(1, "review")).isEqualTo(new Work("Ana Ruiz", "Website", "Layout"));
        assertThat(names.of(2, "review")).isEqualTo(new Work(null, "Website", null));
        assertThat(names.of(3, "of no line")).isEqualTo(Work.UNNAMED);
        assertThat(names.words("review")).isEqualTo("review");
    }

    @Test
    void lines_of_before_names_were_kept_are_told_by_the_name_with_which_somebody_came() {
        streams.put(
                "person:ana",
                List.of(ResourceOnboarded.newBuilder()
                        .setPersonId("person:ana")
                        .setLegalEntityId("legal-entity:de")
                        .setName(PersonalTexts.text("person:ana", "Ana Ruiz"))
                        .setRole("CONSULTANT")
                        .setEmployment("EMPLOYEE")
                        .setStartDate(Bills.WORKED)
                        .build()));
        streams.put(
                "project:p",
                List.of(ProjectOpened.newBuilder()
                        .setProjectId("project:p")
                        .setContractId("contract:K-1")
                        .setCustomerId("customer:acme")
                        .setLegalEntityId("legal-entity:de")
                        .setName("Website")
                        .setCurrency("EUR")
                        .setZone("Europe/Berlin")
                        .setLineNo(1)
                        .setOpenedOn(Bills.WORKED)
                        .build()));
        var names = new NamedWork(history, ID);
        assertThat(names.of(1, "person:ana: review: part 2").person()).isEqualTo("Ana Ruiz");
        assertThat(names.words("person:ana: review: part 2")).isEqualTo("review: part 2");
        assertThat(names.words("person:ana: project:p")).isEqualTo("Website");
        assertThat(names.of(1, "person:gone: review").person()).isNull();
        assertThat(names.words("project:gone")).isEqualTo("project:gone");
    }

    private static InvoiceLine line(int lineNo, @Nullable String person, @Nullable String task) {
        return InvoiceLine.newBuilder()
                .setLineNo(lineNo)
                .setSourceId("time-entry:e-" + lineNo)
                .setPortionNo(1)
                .setContractLineNo(1)
                .setProjectId("project:p")
                .setDescription("review")
                .setServiceDate(Bills.WORKED)
                .setNet(new BigDecimal("1.0000"))
                .setTaxCategory("S")
                .setPersonId(person)
                .setTaskId(task)
                .build();
    }
}
