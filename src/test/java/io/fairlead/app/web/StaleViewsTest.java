package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must count everything stored is refused while the views are behind, and done once they are not. */
class StaleViewsTest extends HttpTest {

    private static final String CHANGE = """
            {"rateCard": "standard", "end": {"id": "r1", "to": "2026-04-01"}}""";

    @BeforeEach
    void the_views_fall_behind() {
        views.behind.set(7);
    }

    @AfterEach
    void the_views_catch_up() {
        views.behind.set(0);
    }

    @Test
    void a_preview_of_a_rate_change_waits_for_everything_stored() {
        assertBehind(post("/v1/rate-changes/preview", CHANGE));
        views.behind.set(0);
        // Only now it is looked at: nobody has set that rate.
        assertThat(post("/v1/rate-changes/preview", CHANGE).status()).isEqualTo(404);
    }

    @Test
    void an_approval_takes_no_tax_from_a_stale_draft() {
        assertBehind(post("/v1/invoices/i1/approval", ""));
        views.behind.set(0);
        assertThat(post("/v1/invoices/i1/approval", "").status()).isEqualTo(200);
    }

    private static void assertBehind(Answer answer) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("VIEW_BEHIND");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }
}
