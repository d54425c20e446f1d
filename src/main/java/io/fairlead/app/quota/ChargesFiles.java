package io.fairlead.app.quota;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A file counts as its kilobytes, some ten rows each, and at most as a minute's calls: none is too large for a quota. */
@Configuration(proxyBeanMethods = false)
public class ChargesFiles implements WebMvcConfigurer, HandlerInterceptor {

    private static final int KILOBYTE = 1_024;

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/v1/imports/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        var spending = Spending.of(request);
        var type = request.getContentType();
        if (spending.isPresent() && type != null && type.startsWith("multipart/")) {
            long bytes = 0;
            for (var part : request.getParts()) {
                bytes += part.getSize();
            }
            spending.get().takeWithin(bytes / KILOBYTE);
        }
        return true;
    }
}
