package io.fairlead.app.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters that an operation does not know, and words that a parameter does not have: whoever mistypes a filter must
 * not get everything, or nothing. The words are those that stand as allowable values in the description of the API.
 */
final class KnownParameters implements HandlerInterceptor {

    private final Map<HandlerMethod, Map<String, List<String>>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && handler instanceof HandlerMethod method) {
            var words = known.computeIfAbsent(method, KnownParameters::wordsOf);
            parametersOf(request).forEach((name, values) -> {
                requireKnown(name, words);
                requireOnce(name, values);
                requireWord(name, values[0], words.getOrDefault(name, List.of()));
            });
        }
        return true;
    }

    private static Map<String, String[]> parametersOf(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (InvalidParameterException e) {
            throw new Refused(new Refusal(
                    400,
                    "PARAMETER_INVALID",
                    null,
                    "the parameters cannot be read, or there are too many of them",
                    "write name=value, with & between two, and each once"));
        }
    }

    private static void requireKnown(String name, Map<String, List<String>> words) {
        if (!words.containsKey(name)) {
            throw new Refused(new Refusal(
                    400,
                    "PARAMETER_UNKNOWN",
                    Refusal.shortened(name),
                    "parameter '" + Refusal.shortened(name) + "' is not known here",
                    words.isEmpty()
                            ? "this operation takes no parameters"
                            : Nearest.hint(Refusal.shortened(name), words.keySet())));
        }
    }

    private static void requireOnce(String name, String[] values) {
        if (values.length > 1) {
            throw new Refused(new Refusal(
                    400,
                    "PARAMETER_INVALID",
                    name,
                    "the parameter stands " + values.length + " times",
                    "send it once"));
        }
    }

    private static void requireWord(String name, String value, List<String> words) {
        if (!words.isEmpty() && !words.contains(value)) {
            throw new Refused(new Refusal(
                    400,
                    "PARAMETER_INVALID",
                    name,
                    "'" + Refusal.shortened(value) + "' is not known",
                    Nearest.hint(Refusal.shortened(value), words)));
        }
    }

    /** The operation's parameters, each with its words; those that take any text have none. */
    static Map<String, List<String>> wordsOf(HandlerMethod method) {
        var words = new TreeMap<String, List<String>>();
        for (var parameter : method.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(ParameterObject.class)) {
                for (var component : parameter.getType().getRecordComponents()) {
                    words.put(component.getName(), words(component.getAccessor()));
                }
            } else if (parameter.isAnnotationPresent(RequestParam.class)) {
                words.put(name(parameter), words(parameter));
            } else if (parameter.isAnnotationPresent(RequestPart.class)) {
                words.put(parameter.getAnnotation(RequestPart.class).name(), List.of());
            }
        }
        return words;
    }

    private static String name(Parameter parameter) {
        var given = parameter.getAnnotation(RequestParam.class).name();
        return given.isEmpty() ? parameter.getName() : given;
    }

    private static List<String> words(AnnotatedElement element) {
        var schema = element.getAnnotation(Schema.class);
        return schema == null ? List.of() : Arrays.asList(schema.allowableValues());
    }
}
