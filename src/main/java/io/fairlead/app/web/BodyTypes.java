package io.fairlead.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Types of bodies that come in and go out, settled before a command runs. */
final class BodyTypes {

    private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_JSON);
    private static final List<MediaType> FILES = List.of(MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON);

    /**
     * Requires a request that changes something to send JSON, or nothing, and to take JSON; imports may send files.
     *
     * @throws Refused 415 or 406
     */
    static void requireJson(HttpServletRequest request) {
        var wanted = request.getRequestURI().startsWith(CallFilter.IMPORTS) ? FILES : JSON;
        var types = Collections.list(request.getHeaders("Content-Type"));
        if (types.isEmpty() ? mayHaveBody(request) : types.size() > 1 || !isOneOf(wanted, types.getFirst())) {
            throw new Refused(new Refusal(
                    415,
                    "MEDIA_TYPE_UNSUPPORTED",
                    "Content-Type",
                    "the body's type is not understood",
                    "send application/json, or multipart/form-data where files are imported"));
        }
        var accepted = String.join(",", Collections.list(request.getHeaders("Accept")));
        if (!accepted.isBlank() && !takesJson(accepted)) {
            throw new Refused(
                    new Refusal(406, "NOT_ACCEPTABLE", "Accept", "no such representation", "accept application/json"));
        }
    }

    private static boolean mayHaveBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isOneOf(List<MediaType> wanted, String type) {
        var given = parsed(type);
        return given != null
                && given.isConcrete()
                && wanted.stream().anyMatch(given::equalsTypeAndSubtype)
                && (given.getCharset() == null || given.getCharset().equals(StandardCharsets.UTF_8));
    }

    private static @Nullable MediaType parsed(String type) {
        try {
            return MediaType.parseMediaType(type);
        } catch (InvalidMediaTypeException bad) {
            return null;
        }
    }

    private static boolean takesJson(String accepted) {
        try {
            return MediaType.parseMediaTypes(accepted).stream()
                    .filter(range -> range.includes(MediaType.APPLICATION_JSON))
                    // The most exact range decides, as RFC 9110 has it: application/json;q=0, */* takes none.
                    .max((a, b) -> a.isMoreSpecific(b) ? 1 : b.isMoreSpecific(a) ? -1 : 0)
                    .filter(range -> range.getQualityValue() > 0)
                    .isPresent();
        } catch (InvalidMediaTypeException bad) {
            return false;
        }
    }

    private BodyTypes() {}
}
