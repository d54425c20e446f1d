package io.fairlead.app.web.identity;

import io.fairlead.access.Doorway;
import io.fairlead.access.Identity;
import io.fairlead.access.IdentityProvider;
import io.fairlead.access.MachineLogins;
import io.fairlead.app.web.Problems;
import java.net.InetAddress;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Asks for tokens where a provider is set; else there is nothing of it, and callers are believed. */
@Configuration(proxyBeanMethods = false)
@Conditional(IdentityConfiguration.ProviderSet.class)
class IdentityConfiguration {

    /** Whether the settings name a provider. */
    static final class ProviderSet implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return IdentityProvider.of(context.getEnvironment()::getProperty).isPresent();
        }
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Identity identity(Environment environment, InstantSource clock) {
        return new Identity(IdentityProvider.of(environment::getProperty).orElseThrow(), clock);
    }

    @Bean
    TokenFilter tokenFilter(Identity identity, ObjectProvider<MachineLogins> machines, Problems problems) {
        return new TokenFilter(identity, machines.orderedStream().toList(), problems);
    }

    @Bean
    Doorway doorway(Environment environment) {
        return Doorway.of(environment::getProperty);
    }

    /** Inside it stays on the loopback, where no TLS is needed; outside it has a connector of its own. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> listensOutside(Doorway doorway) {
        return tomcat -> {
            if (tomcat.getAddress() == null || !tomcat.getAddress().isLoopbackAddress()) {
                tomcat.setAddress(InetAddress.getLoopbackAddress());
            }
            doorway.address()
                    .ifPresent(address -> tomcat.addAdditionalConnectors(OutsideConnector.of(address, doorway)));
        };
    }

    @Bean
    ProviderHealth provider(Identity identity) {
        return new ProviderHealth(identity);
    }
}
