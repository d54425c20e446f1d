package io.fairlead.app.web.retire;

import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tells callers of what is retiring, and refuses what is retired; days end at midnight in UTC. */
@Component
public class Retirements implements HandlerInterceptor {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private final InstantSource clock;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final Map<HandlerMethod, List<Retiring>> ofFields = new ConcurrentHashMap<>();
    private final Map<String, LocalDate> sunsets = new ConcurrentHashMap<>();

    Retirements(
            InstantSource clock,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.clock = clock;
        this.mappings = mappings;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var own = method.getMethodAnnotation(Retiring.class);
            var all = Stream.concat(Stream.ofNullable(own), fields(method).stream())
                    .toList();
            if (!all.isEmpty()) {
                tell(all, response);
            }
            if (own != null && isOver(own)) {
                throw new Refused(new Refusal(
                        410,
                        "OPERATION_RETIRED",
                        null,
                        "its last day was " + own.sunset(),
                        "use " + own.successor() + " instead"));
            }
        }
        return true;
    }

    /** The last day of an operation that is retiring; empty for all others. */
    public Optional<LocalDate> sunset(String operation) {
        if (sunsets.isEmpty()) {
            mappings.getObject().getHandlerMethods().forEach((mapping, method) -> {
                var retiring = method.getMethodAnnotation(Retiring.class);
                for (var path : mapping.getPatternValues()) {
                    for (var verb : mapping.getMethodsCondition().getMethods()) {
                        sunsets.put(
                                verb + " " + path,
                                retiring == null ? LocalDate.MAX : LocalDate.parse(retiring.sunset()));
                    }
                }
            });
        }
        return Optional.ofNullable(sunsets.get(operation)).filter(day -> !day.equals(LocalDate.MAX));
    }

    private List<Retiring> fields(HandlerMethod method) {
        return ofFields.computeIfAbsent(
                method, asked -> RetiringFields.of(asked.getMethod().getGenericReturnType()));
    }

    /** The earliest day counts where several things of one answer retire. */
    private static void tell(List<Retiring> all, HttpServletResponse response) {
        var since = all.stream().map(Retiring::since).min(String::compareTo).orElseThrow();
        var sunset = all.stream().map(Retiring::sunset).min(String::compareTo).orElseThrow();
        var begin = LocalDate.parse(since).toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC);
        response.setHeader("Deprecation", "@" + begin);
        response.setHeader(
                "Sunset", HTTP_DATE.format(LocalDate.parse(sunset).plusDays(1).atStartOfDay(ZoneOffset.UTC)));
        response.addHeader(
                "Link", all.stream().flatMap(Retirements::links).distinct().collect(Collectors.joining(", ")));
    }

    private static Stream<String> links(Retiring retiring) {
        var docs = "<" + retiring.docs() + ">; rel=\"deprecation\"";
        return retiring.successor().startsWith("/")
                ? Stream.of(docs, "<" + retiring.successor() + ">; rel=\"successor-version\"")
                : Stream.of(docs);
    }

    private boolean isOver(Retiring retiring) {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate().isAfter(LocalDate.parse(retiring.sunset()));
    }
}
