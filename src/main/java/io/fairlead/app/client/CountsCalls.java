package io.fairlead.app.client;

import io.fairlead.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Counts whatever reaches an operation of the API, refused or not. */
@Configuration(proxyBeanMethods = false)
public class CountsCalls implements WebMvcConfigurer, HandlerInterceptor {

    private final ClientCalls calls;

    CountsCalls(ClientCalls calls) {
        this.calls = calls;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/v1/**");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern != null && !pattern.equals("/**")) {
            calls.count(
                    Caller.of(request).map(Caller::client).orElse(Caller.LOCAL), request.getMethod() + " " + pattern);
        }
    }
}
