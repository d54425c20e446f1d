package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.access.Caller;
import io.fairlead.access.Companies;
import io.fairlead.access.Role;
import io.fairlead.app.quota.ClockByHand;
import io.fairlead.app.quota.Quotas;
import io.fairlead.app.quota.QuotasForTests;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** Quotas as clients meet them; who calls is said by a header here, by a token elsewhere. */
@Import(QuotaDoorTest.Doors.class)
class QuotaDoorTest extends HttpTest {

    private static final Set<Role> ROLES = Set.of(Role.TIME_AUTHOR, Role.GATEWAY);

    private static final String CLIENT = "Test-Client";

    @Autowired
    private ClockByHand clock;

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan("io.fairlead.app.quota")
    static class Doors {

        @Bean
        ClockByHand clockOfQuotas() {
            return new ClockByHand();
        }

        @Bean
        Quotas quotas(ClockByHand clock) {
            return QuotasForTests.perMinute(60, clock);
        }

        @Bean
        FilterRegistrationBean<Filter> callers() {
            var callers = new FilterRegistrationBean<Filter>((request, response, chain) -> {
                var client = ((HttpServletRequest) request).getHeader(CLIENT);
                if (client != null) {
                    new Caller("https://id.example|" + client, client, ROLES, Companies.ALL).keepIn(request);
                }
                chain.doFilter(request, response);
            });
            callers.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
            return callers;
        }
    }

    @Test
    void ten_times_the_quota_is_answered_429_and_another_client_is_unhurt() {
        var greedy = IntStream.range(0, 600)
                .mapToObj(i -> submit(1, "greedy", "g" + i).status())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertThat(greedy).isEqualTo(Map.of(200, 60L, 429, 540L));

        var refused = submit(1, "greedy", "g-last");
        assertProblem(refused, 429, "QUOTA_EXCEEDED");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"client\";q=60;w=60");
        assertThat(refused.header("RateLimit")).isEqualTo("\"client\";r=0;t=60");
        assertThat(refused.text("detail")).contains("greedy has 60 calls a minute and 0 left");

        assertThat(IntStream.range(0, 60).map(i -> submit(1, "modest", "m" + i).status()))
                .containsOnly(200);
    }

    @Test
    void each_answer_tells_what_is_left_and_it_comes_back_with_time() {
        assertThat(submit(1, "patient", "p1").header("RateLimit")).isEqualTo("\"client\";r=59;t=1");
        assertThat(get("/v1/nothing-here", CLIENT, "patient").header("RateLimit"))
                .isEqualTo("\"client\";r=58;t=2");
        clock.pass(Duration.ofSeconds(2));
        assertThat(submit(1, "patient", "p2").header("RateLimit")).isEqualTo("\"client\";r=59;t=1");
    }

    @Test
    void a_batch_counts_as_its_items_and_one_that_is_refused_leaves_nothing_done() {
        assertThat(submit(50, "batcher", "b1").header("RateLimit")).isEqualTo("\"client\";r=10;t=50");

        assertProblem(submit(20, "batcher", "b2"), 429, "QUOTA_EXCEEDED");
        assertThat(submit(9, "batcher", "b2").json().path("accepted").asInt())
                .as("the key of the refused one is free")
                .isEqualTo(9);

        var tooLarge = submit(61, "other-batcher", "b3");
        assertProblem(tooLarge, 429, "QUOTA_EXCEEDED");
        assertThat(tooLarge.text("hint")).isEqualTo("send fewer items at once");
    }

    @Test
    void a_file_counts_as_its_kilobytes_and_none_is_too_large_for_a_whole_quota() {
        assertThat(file(10, "importer").header("RateLimit")).isEqualTo("\"client\";r=49;t=11");
        assertThat(file(100, "large-importer").header("RateLimit")).isEqualTo("\"client\";r=0;t=60");
        assertProblem(file(100, "importer"), 429, "QUOTA_EXCEEDED");
    }

    private Answer file(int kilobytes, String client) {
        return upload(
                "/v1/imports/time?profile=toggl&dry-run=true",
                Map.of("file", "x".repeat(kilobytes * 1_024)),
                CLIENT,
                client);
    }

    private Answer submit(int count, String client, String key) {
        var ids = IntStream.range(0, count)
                .mapToObj(i -> "\"" + key + "-" + i + "\"")
                .collect(Collectors.joining(","));
        return post("/v1/time-entries/submissions", "{\"ids\":[" + ids + "]}", CLIENT, client, "Idempotency-Key", key);
    }
}
