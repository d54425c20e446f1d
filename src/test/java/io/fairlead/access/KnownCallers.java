package io.fairlead.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A clock that tests turn, a secret of the registry, and a door that tells who came in. */
@Configuration(proxyBeanMethods = false)
public class KnownCallers {

    public static final TurnedClock CLOCK = new TurnedClock();

    @Bean
    @Primary
    InstantSource turnedClock() {
        return CLOCK;
    }

    @Bean
    MachineLogins registryLogin() {
        return new RegistryLogin("registry-secret");
    }

    @Bean
    Operation who() {
        return new Operation("GET", "/v1/who", Operation.Grant.RECOGNISED, Set.of());
    }

    @Bean
    Operation whoAtTheRegistry() {
        return new Operation("GET", "/registry/who", Operation.Grant.RECOGNISED, Set.of());
    }

    /** Tells the caller as controllers see it; a configuration brings classes within it along. */
    @RestController
    public static class WhoAmI {

        @GetMapping(
                path = {"/v1/who", "/registry/who"},
                produces = "application/json")
        Map<String, Object> who(HttpServletRequest request) {
            var caller = Caller.of(request).orElseThrow();
            return Map.of(
                    "actor", caller.actor(),
                    "client", caller.client(),
                    "roles", caller.roles().stream().map(Enum::name).sorted().toList(),
                    "all", caller.companies().isAll(),
                    "companies", caller.companies().keys());
        }
    }

    /** Stands until a test has time pass. */
    public static final class TurnedClock implements InstantSource {

        private volatile Instant now = Instant.parse("2026-03-31T22:30:00Z");

        private TurnedClock() {}

        @Override
        public Instant instant() {
            return now;
        }

        public synchronized void pass(Duration time) {
            now = now.plus(time);
        }
    }
}
