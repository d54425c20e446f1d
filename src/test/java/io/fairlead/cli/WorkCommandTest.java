package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.StubApi.Told;
import org.junit.jupiter.api.Test;

/** How a person looks at work items, and says what becomes of one. */
class WorkCommandTest {

    private static final String ITEM =
            "{\"exceptionId\":\"exception:x\",\"code\":\"RATE_MISSING\",\"status\":\"open\",\"amount\":\"12.00\"}";

    @Test
    void work_items_are_listed_and_shown() {
        try (var api = new StubApi(
                asked -> new Told(200, 0, asked.target().contains("?") ? "{\"items\":[" + ITEM + "]}" : ITEM))) {
            var listed = api.run("work", "list", "--role", "PMO", "--code", "RATE_MISSING");
            assertThat(listed.code()).as(listed.err()).isZero();
            assertThat(listed.out()).contains("RATE_MISSING", "12.00");
            assertThat(api.asked.getFirst().target())
                    .isEqualTo("/v1/exceptions?code=RATE_MISSING&ownerRole=PMO&limit=100");
            assertThat(api.run("work", "list", "--csv").out()).contains("exceptionId,code,status");
            assertThat(api.run("work", "show", "x", "--json").out()).contains("\"RATE_MISSING\"");
            assertThat(api.asked.getLast().target()).isEqualTo("/v1/exceptions/x");
        }
    }

    @Test
    void nothing_that_waits_is_told_as_such() {
        try (var api = new StubApi(_ -> new Told(200, 0, "{\"items\":[]}"))) {
            assertThat(api.run("work", "list").out()).contains("No work items");
        }
    }

    @Test
    void what_a_person_says_is_sent_and_the_item_shown_as_it_stands_then() {
        try (var api = new StubApi(asked ->
                new Told(200, 5, asked.method().equals("POST") ? "{\"id\":\"exception:x\",\"position\":5}" : ITEM))) {
            var resolved = api.run("work", "resolve", "x", "--resolution", "rate set", "--minutes", "5", "--as", "kim");
            assertThat(resolved.code()).as(resolved.err()).isZero();
            assertThat(resolved.out()).contains("RATE_MISSING");
            assertThat(api.posts()).singleElement().satisfies(post -> {
                assertThat(post.target()).isEqualTo("/v1/exceptions/x/resolution");
                assertThat(post.actor()).isEqualTo("kim");
                assertThat(post.body()).contains("\"rate set\"", "5");
            });
            assertThat(api.asked.getLast().target()).isEqualTo("/v1/exceptions/x?at-least=5");
            assertThat(api.run("work", "assign", "x", "--to", "kim").code()).isZero();
            assertThat(api.run("work", "waive", "x", "--reason", "agreed").code())
                    .isZero();
            assertThat(api.posts())
                    .extracting(StubApi.Asked::target)
                    .containsExactly(
                            "/v1/exceptions/x/resolution", "/v1/exceptions/x/assignment", "/v1/exceptions/x/waiver");
        }
    }
}
