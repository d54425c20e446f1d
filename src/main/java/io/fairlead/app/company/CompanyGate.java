package io.fairlead.app.company;

import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.projection.BoundReads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Answers whoever acts for some companies only as if nothing else existed: what a path names is looked up before the body is read,
 * so that what is refused is never carried out and a wrong body tells nothing.
 */
@Configuration(proxyBeanMethods = false)
class CompanyGate implements WebMvcConfigurer {

    private static final String PREFIX = "/v1/";

    private final CompanyRules rules = CompanyRules.load();
    private final ThingsOfCompanies things;

    CompanyGate(ThingsOfCompanies things) {
        this.things = things;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (BoundReads.isBound()) {
                    require(request);
                }
                return true;
            }
        });
    }

    private void require(HttpServletRequest request) {
        var path = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (!path.startsWith(PREFIX)) {
            return;
        }
        var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        switch (rules.byOperation().get(method + " " + path)) {
            case CompanyRules.Inside _ -> {}
            case CompanyRules.Named named -> {
                var id = named.id(variable(request, named.variable()));
                if (named.mayBeNew()) {
                    things.requireUnlessNew(id);
                } else {
                    things.require(id);
                }
            }
            case CompanyRules.Whole _ -> throw concernsAll();
            case null -> throw concernsAll(); // OPTIONS and what else no table names.
        }
    }

    private static String variable(HttpServletRequest request, String name) {
        var variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return String.valueOf(variables.get(name));
    }

    private static Refused concernsAll() {
        return new Refused(new Refusal(
                403,
                "ALL_COMPANIES_NEEDED",
                null,
                "this concerns all companies of the firm, and you act for some of them",
                "ask somebody who acts for all"));
    }

    /** Compares the table with the operations when all are known: one that was forgotten does not start. */
    @Bean
    SmartInitializingSingleton companiesOfOperations(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        return () -> rules.requireExactly(mappings.getHandlerMethods().keySet().stream()
                .flatMap(CompanyGate::operations)
                .collect(Collectors.toSet()));
    }

    private static Stream<String> operations(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .filter(path -> path.startsWith(PREFIX))
                .flatMap(path ->
                        mapping.getMethodsCondition().getMethods().stream().map(method -> method.name() + " " + path));
    }
}
