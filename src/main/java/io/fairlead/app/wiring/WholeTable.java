package io.fairlead.app.wiring;

import io.fairlead.app.web.roles.MappedOperations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The table of roles has no row of what nobody answers; only the whole application can tell. */
@Configuration(proxyBeanMethods = false)
class WholeTable {

    @Bean
    SmartInitializingSingleton everyRowHasItsOperation(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        return () -> MappedOperations.of(mappings).requireHandlers();
    }
}
