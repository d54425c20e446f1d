package io.fairlead.app.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Turns whatever goes wrong below a controller into a problem document. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> noMultipart(MultipartException failure, HttpServletRequest request) {
        var refusal = new Refusal(
                400,
                "MULTIPART_INVALID",
                null,
                "the body is no complete multipart/form-data, or a part has no file name",
                "send each part as a file, for example with curl -F file=@time.csv");
        return problems.answer(refusal, request, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(Exception failure, HttpServletRequest request) {
        var refusal = Refusal.of(failure);
        note(refusal, failure, request);
        return problems.answer(refusal, request, new HttpHeaders());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var refusal = refusal(failure, status.value());
        var http = ((ServletWebRequest) request).getRequest();
        note(refusal, failure, http);
        return problems.answer(refusal, http, headers);
    }

    /** What is refused, or waits, is noted in one line where it is answered. */
    private static void note(Refusal refusal, Exception failure, HttpServletRequest request) {
        if (refusal.status() >= 500 && refusal.status() != 503) {
            LOG.error("{} failed, trace {}", Problems.operation(request), Problems.traceOf(request), failure);
        }
    }

    private static Refusal refusal(Exception failure, int status) {
        return switch (failure) {
            case HttpMessageNotReadableException bad -> unreadable(bad);
            case MethodArgumentTypeMismatchException bad
            when bad.getRootCause() instanceof Refused day -> parameter(bad.getName(), bad.getValue(), day.refusal());
            case MethodArgumentNotValidException bad -> invalid(bad);
            case MethodArgumentTypeMismatchException bad ->
                parameter(bad.getName(), bad.getValue(), bad.getRequiredType());
            case MissingServletRequestParameterException bad ->
                new Refusal(
                        400,
                        "PARAMETER_MISSING",
                        bad.getParameterName(),
                        "the parameter is missing",
                        "add it to the URL");
            case MissingServletRequestPartException bad ->
                new Refusal(
                        400,
                        "PART_MISSING",
                        bad.getRequestPartName(),
                        "the part is missing",
                        "send multipart/form-data with a file under that name");
            case MaxUploadSizeExceededException _ ->
                new Refusal(
                        413,
                        "FILE_TOO_LARGE",
                        "file",
                        "it is larger than 64 MiB",
                        "export a shorter period and import the files one after the other");
            case HttpRequestMethodNotSupportedException bad ->
                new Refusal(
                        405,
                        "METHOD_NOT_ALLOWED",
                        null,
                        bad.getMethod() + " is not possible here",
                        "use one of " + bad.getSupportedHttpMethods());
            case HttpMediaTypeNotSupportedException _ ->
                new Refusal(
                        415,
                        "MEDIA_TYPE_UNSUPPORTED",
                        "Content-Type",
                        "the body's type is not understood",
                        "send application/json, or multipart/form-data where files are imported");
            case HttpMediaTypeNotAcceptableException bad ->
                new Refusal(
                        406,
                        "NOT_ACCEPTABLE",
                        "Accept",
                        "no such representation",
                        "accept one of " + bad.getSupportedMediaTypes());
            case NoResourceFoundException _ ->
                new Refusal(404, "PATH_UNKNOWN", null, "there is nothing at this path", "see /openapi.json");
            default ->
                status >= 500
                        ? Refusal.of(failure)
                        : new Refusal(
                                status,
                                "REQUEST_INVALID",
                                null,
                                "the request cannot be understood",
                                "see /openapi.json");
        };
    }

    private static Refusal unreadable(HttpMessageNotReadableException failure) {
        if (failure.getCause() instanceof JacksonException json) {
            return BadJson.refusal(json);
        }
        return new Refusal(400, "BODY_MISSING", null, "the body is missing or broken off", "send a JSON object");
    }

    private static Refusal invalid(MethodArgumentNotValidException failure) {
        var first = failure.getBindingResult().getFieldErrors().stream()
                .min((a, b) -> a.getField().compareTo(b.getField()));
        return first.map(error -> error.isBindingFailure()
                        ? parameter(error.getField(), error.getRejectedValue(), wantedType(error))
                        : MasterDataReader.missing(error.getField()))
                .orElseGet(() -> new Refusal(422, "G-02", null, "the body breaks a rule", "see /openapi.json"));
    }

    private static Refusal parameter(String name, @Nullable Object value, Refusal reason) {
        return new Refusal(
                400,
                "PARAMETER_INVALID",
                name,
                "'" + Refusal.shortened(String.valueOf(value)) + "': " + reason.reason(),
                reason.hint());
    }

    private static Refusal parameter(String name, @Nullable Object value, @Nullable Class<?> type) {
        return new Refusal(
                400,
                "PARAMETER_INVALID",
                name,
                "'" + Refusal.shortened(String.valueOf(value)) + "' has the wrong form",
                BadJson.wantedText(type)
                        .map(form -> "write " + form)
                        .orElse("see /openapi.json for the parameter's form"));
    }

    private static @Nullable Class<?> wantedType(FieldError error) {
        return error.contains(TypeMismatchException.class)
                ? error.unwrap(TypeMismatchException.class).getRequiredType()
                : null;
    }
}
