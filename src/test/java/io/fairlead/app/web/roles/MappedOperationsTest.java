package io.fairlead.app.web.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.access.Operations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** What answers and what the table says are the same, seen red both ways. */
class MappedOperationsTest {

    private static final OperationTable TABLE = new OperationTable(List.of());

    @Test
    void an_operation_without_a_row_keeps_the_application_from_starting() {
        var mapped = mapped(
                mapping(RequestMethod.GET, "/v1/customers"), mapping(RequestMethod.POST, "/v1/customers/{id}/gift"));
        assertThat(mapped.withoutRow(TABLE)).containsExactly("POST /v1/customers/{id}/gift");
        assertThatThrownBy(() -> mapped.requireRows(TABLE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("POST /v1/customers/{id}/gift");
    }

    @Test
    void one_that_answers_to_any_method_has_no_row() {
        assertThat(mapped(RequestMappingInfo.paths("/v1/customers").build()).withoutRow(TABLE))
                .containsExactly("ANY /v1/customers");
        assertThat(mapped(RequestMappingInfo.paths("/error").build()).withoutRow(TABLE))
                .isEmpty();
    }

    @Test
    void a_row_that_nobody_answers_is_a_fault_too() {
        var mapped = mapped(mapping(RequestMethod.GET, "/v1/customers"));
        var rows = List.of(
                Operations.find("GET", "/v1/customers").orElseThrow(),
                Operations.find("POST", "/v1/customers").orElseThrow());
        assertThat(mapped.withoutHandler(rows)).containsExactly("POST /v1/customers");
        assertThatThrownBy(mapped::requireHandlers)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("POST /v1/customers");
    }

    private static MappedOperations mapped(RequestMappingInfo... infos) {
        return new MappedOperations(Stream.of(infos));
    }

    private static RequestMappingInfo mapping(RequestMethod method, String path) {
        return RequestMappingInfo.paths(path).methods(method).build();
    }
}
