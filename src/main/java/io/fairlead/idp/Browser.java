package io.fairlead.idp;

import io.fairlead.launch.LaunchFailed;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Plays a person at a browser before the pages of {@link TrialProvider}: opens an address, fills in whatever form comes, until none
 * does. One for each person, since it keeps cookies.
 */
public final class Browser {

    private static final int FORMS_MAX = 6;
    private static final Pattern FORM = Pattern.compile("(?is)<form[^>]*\\saction=\"([^\"]+)\"[^>]*>(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile("(?is)<(?:input|button)\\b[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?is)\\b(name|value|type)=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(new LoopbackCookies(), CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private record Page(URI address, int status, String text) {}

    /**
     * Logs in on the page of a device code, and grants what is asked for.
     *
     * @param address that holds the code
     * @throws LaunchFailed when a page refuses, or forms do not come to an end
     */
    public void approve(String address, String user, String password) {
        var page = send(HttpRequest.newBuilder(URI.create(address)).GET());
        for (int forms = 0; forms < FORMS_MAX; forms++) {
            if (page.status() >= 400) {
                throw new LaunchFailed("%s is not logged in at %s, which answered %d"
                        .formatted(user, page.address().getAuthority(), page.status()));
            }
            var form = FORM.matcher(page.text());
            if (!form.find()) {
                return;
            }
            var fields = fields(form.group(2));
            fields.computeIfPresent("username", (_, _) -> user);
            fields.computeIfPresent("password", (_, _) -> password);
            fields.remove("cancel"); // The button that denies.
            page = send(
                    HttpRequest.newBuilder(page.address().resolve(form.group(1).replace("&amp;", "&")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
        }
        throw new LaunchFailed("%s is not logged in at %s: its forms do not end; the last answer was %d"
                .formatted(user, page.address().getAuthority(), page.status()));
    }

    private static Map<String, String> fields(String form) {
        var fields = new LinkedHashMap<String, String>();
        var inputs = FIELD.matcher(form);
        while (inputs.find()) {
            var attributes = new LinkedHashMap<String, String>();
            var found = ATTRIBUTE.matcher(inputs.group());
            while (found.find()) {
                attributes.put(found.group(1), found.group(2));
            }
            var name = attributes.getOrDefault("name", "");
            if (!name.isEmpty() && !attributes.getOrDefault("type", "").equals("checkbox")) {
                fields.put(name, attributes.getOrDefault("value", ""));
            }
        }
        return fields;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            return new Page(answer.uri(), answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new LaunchFailed(
                    "the pages of the identity provider do not answer (%s)".formatted(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailed("interrupted", e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
