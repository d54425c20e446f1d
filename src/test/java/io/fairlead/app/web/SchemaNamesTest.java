package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two records of one name never share a schema: {@link SchemaNames} does not describe the second one. */
class SchemaNamesTest {

    private final SchemaNames.BySubject names = new SchemaNames.BySubject();

    @Test
    void two_records_of_one_name_are_refused() {
        assertThat(name(Orders.Line.class)).isEqualTo("Line");
        assertThat(name(Orders.Line.class)).isEqualTo("Line");
        assertThatThrownBy(() -> name(Bills.Line.class))
                .hasMessageContaining("Orders$Line and ")
                .hasMessageContaining("would share the schema Line");
    }

    @Test
    void a_name_of_its_own_keeps_them_apart() {
        assertThat(name(Orders.Line.class)).isEqualTo("Line");
        assertThat(name(Bills.NamedLine.class)).isEqualTo("LineOfBill");
        assertThat(name(BillQuery.Line.class)).isEqualTo("BillLine");
    }

    private String name(Class<?> type) {
        return names.nameForClass(type, Set.of());
    }

    private static final class Orders {
        record Line() {}
    }

    private static final class Bills {
        record Line() {}

        @Schema(name = "LineOfBill")
        record NamedLine() {}
    }

    private static final class BillQuery {
        record Line() {}
    }
}
