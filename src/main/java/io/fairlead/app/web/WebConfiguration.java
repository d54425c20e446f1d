package io.fairlead.app.web;

import io.fairlead.access.Doorway;
import io.fairlead.guard.TimedHttp11;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The web layer's own parts; scanned with the rest of this package. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration implements WebMvcConfigurer {

    /** Beyond this a connection is cut before its client could read why. */
    private static final int SWALLOWED_BYTES_MAX = 64 * 1024 * 1024;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallArgument());
    }

    /** One reader and one writer: JSON; beside them only what is handed over as text or bytes, documents and CSV. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(all -> all.removeIf(each -> !isWanted(each)));
    }

    static boolean isWanted(HttpMessageConverter<?> converter) {
        return converter instanceof JacksonJsonHttpMessageConverter
                || converter instanceof StringHttpMessageConverter
                || converter instanceof ByteArrayHttpMessageConverter
                || converter instanceof ResourceHttpMessageConverter;
    }

    @Override
    public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(String.class, LocalDate.class, Days::parse);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new KnownParameters()).addPathPatterns("/v1/**");
        interceptors.addInterceptor(new Preconditions()).addPathPatterns("/v1/**");
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatAnswersInProblems() {
        return tomcat -> {
            tomcat.setProtocol(TimedHttp11.class.getName());
            tomcat.addConnectorCustomizers(
                    connector -> connector.setProperty("maxSwallowSize", Integer.toString(SWALLOWED_BYTES_MAX)));
            tomcat.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ProblemValve()));
        };
    }

    @Bean
    LoopbackOnly loopbackOnly(Environment environment, ObjectProvider<Doorway> doorway) {
        return new LoopbackOnly(
                doorway.getIfAvailable() != null
                        ? LoopbackOnly.DEFAULT // Where everybody logs in, it is the doorway's matter.
                        : environment.getProperty(
                                "server.address", environment.getProperty("FAIRLEAD_BIND", LoopbackOnly.DEFAULT)));
    }
}
