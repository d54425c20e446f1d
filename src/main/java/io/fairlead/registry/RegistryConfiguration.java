package io.fairlead.registry;

import javax.sql.DataSource;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.flywaydb.core.Flyway;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** Brings the registry under {@code /registry}, for an application with a DataSource and {@link OwnSchemas}. */
@Configuration(proxyBeanMethods = false)
@Import({SubjectsApi.class, SchemasApi.class, SettingsApi.class, CompatibilityApi.class, RegistryErrors.class})
public class RegistryConfiguration {

    /** Makes or brings up to date schema {@code registry}, before it is opened. */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("registry")
                .defaultSchema("registry")
                .locations("classpath:db/registry")
                .load()
                .migrate();
    }

    @Bean
    Registry registry(DataSource dataSource, OwnSchemas own) {
        return new Registry(dataSource, own);
    }

    @Bean
    FilterRegistrationBean<RegistryGate> registryGate() {
        var gate = new FilterRegistrationBean<>(new RegistryGate());
        gate.addUrlPatterns("/registry/*");
        gate.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        return gate;
    }

    /** Subjects may hold slashes, which Tomcat would refuse in a path; Spring decodes them after splitting it. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> slashesInSubjects() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }
}
