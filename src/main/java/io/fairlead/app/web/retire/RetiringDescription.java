package io.fairlead.app.web.retire;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is retiring stands as such in the API's description: {@code deprecated}, {@code x-sunset}, {@code x-successor}. */
@Configuration(proxyBeanMethods = false)
public class RetiringDescription implements WebMvcConfigurer {

    private static final String SUNSET = "x-sunset";
    private static final String SUCCESSOR = "x-successor";

    private final Retirements retirements;

    RetiringDescription(Retirements retirements) {
        this.retirements = retirements;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(retirements).addPathPatterns("/v1/**");
    }

    @Bean
    static GlobalOperationCustomizer retiringOperations() {
        return (operation, method) -> {
            var retiring = method.getMethodAnnotation(Retiring.class);
            if (retiring != null) {
                operation.setDeprecated(true);
                operation.addExtension(SUNSET, retiring.sunset());
                operation.addExtension(SUCCESSOR, retiring.successor());
            }
            return operation;
        };
    }

    @Bean
    static PropertyCustomizer retiringProperties() {
        return (property, type) -> {
            var annotations = type.getCtxAnnotations();
            Stream.ofNullable(annotations)
                    .flatMap(Stream::of)
                    .filter(Retiring.class::isInstance)
                    .map(Retiring.class::cast)
                    .findFirst()
                    .ifPresent(retiring -> mark(Objects.requireNonNull(property), retiring));
            return property;
        };
    }

    private static void mark(Schema<?> property, Retiring retiring) {
        property.setDeprecated(true);
        property.addExtension(SUNSET, retiring.sunset());
        property.addExtension(SUCCESSOR, retiring.successor());
    }
}
