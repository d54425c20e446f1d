package io.fairlead.app.web.roles;

import io.fairlead.access.Operation;
import io.fairlead.access.Operations;
import io.fairlead.app.web.Problems;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Puts the table of roles before all controllers, those of the registry and the actuator too, and into the API's description. */
@Configuration(proxyBeanMethods = false)
public class RoleConfiguration {

    /** As a bean it stands in every mapping of handlers, before interceptors that a configuration adds. */
    @Bean
    MappedInterceptor rolesBeforeControllers(
            OperationTable table, Problems problems, ObjectProvider<BreakGlassDoor> breakGlass) {
        return new MappedInterceptor(new String[] {"/**"}, new RolesAtTheDoor(table, problems, breakGlass::getObject));
    }

    @Bean
    OperationTable operationTable(ObjectProvider<Operation> further) {
        return new OperationTable(further.stream().toList());
    }

    @Bean
    SmartInitializingSingleton everyOperationHasItsRow(
            ObjectProvider<RequestMappingInfoHandlerMapping> mappings, OperationTable table) {
        return () -> MappedOperations.of(mappings).requireRows(table);
    }

    @Bean
    OpenApiCustomizer rolesOfOperations() {
        return api -> api.getPaths().forEach((address, path) -> path.readOperationsMap()
                .forEach((method, operation) -> Operations.find(method.name(), address)
                        .ifPresent(row -> operation.addExtension("x-roles", row.claims()))));
    }
}
