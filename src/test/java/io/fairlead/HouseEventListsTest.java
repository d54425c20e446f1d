package io.fairlead;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.planted.ComparedLists;
import org.junit.jupiter.api.Test;

/** Nobody compares lists of events that hold amounts as Avro would, and who does is seen. */
class HouseEventListsTest {

    @Test
    void lists_of_events_are_compared_one_by_one() {
        classes()
                .should(EventLists.areComparedOneByOne())
                .because(
                        "Avro's lists of records with decimals that may be absent are never equal: List.copyOf of both is")
                .check(House.MAIN);
    }

    @Test
    void a_list_that_is_compared_as_avro_does_is_seen() {
        var fault = new ClassFileImporter()
                .importClasses(ComparedLists.class, InvoiceIssued.class, InvoiceApproved.class, TaxRow.class);
        assertThatThrownBy(
                        () -> classes().should(EventLists.areComparedOneByOne()).check(fault))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ComparedLists.isSame")
                .hasMessageContaining("ComparedLists.isTheSame");
    }
}
