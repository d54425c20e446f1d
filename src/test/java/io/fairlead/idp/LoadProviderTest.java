package io.fairlead.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.access.Caller;
import io.fairlead.access.Companies;
import io.fairlead.access.Identity;
import io.fairlead.access.IdentityProvider;
import io.fairlead.access.Role;
import io.fairlead.access.TokenRefused;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoadProviderTest {

    @Test
    void its_logins_are_checked_as_any_others() throws Exception {
        try (var provider = new LoadProvider(InstantSource.system());
                var identity = identityOf(provider)) {
            var token = provider.login("clerk", List.of("time-author")).token();
            assertThat(identity.tokens().callerOf(token))
                    .isEqualTo(
                            new Caller(provider.issuer() + "|clerk", "clerk", Set.of(Role.TIME_AUTHOR), Companies.ALL));
        }
    }

    @Test
    void logins_of_another_one_are_refused() {
        try (var provider = new LoadProvider(InstantSource.system());
                var other = new LoadProvider(InstantSource.system());
                var identity = identityOf(provider)) {
            var token = other.login("clerk", List.of("time-author")).token();
            assertThatThrownBy(() -> identity.tokens().callerOf(token)).isInstanceOf(TokenRefused.class);
        }
    }

    private static Identity identityOf(LoadProvider provider) {
        var settings = Map.of("FAIRLEAD_OIDC_ISSUER", provider.issuer());
        var identity = new Identity(IdentityProvider.of(settings::get).orElseThrow(), InstantSource.system());
        identity.keys().refresh();
        return identity;
    }
}
