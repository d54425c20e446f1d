package io.fairlead.cli.document;

import io.fairlead.cli.Api;
import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Invoices and credit notes as people name them: by the number that is printed on them. */
public final class DocumentNumber {

    private static final Pattern KEY =
            Pattern.compile(".*:.*|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /**
     * The id of the invoice that has this number.
     *
     * @return the text itself when it is an id, or no invoice has that number
     * @throws CommandFailed when several companies gave out the number
     */
    public static String invoice(Api api, String text) {
        return KEY.matcher(text).matches() ? text : only(text, ids(api, "invoices", "invoiceId", text));
    }

    /** The same of an invoice or a credit note. */
    public static String document(Api api, String text) {
        return KEY.matcher(text).matches()
                ? text
                : only(
                        text,
                        Stream.concat(
                                        ids(api, "invoices", "invoiceId", text).stream(),
                                        ids(api, "credit-notes", "creditNoteId", text).stream())
                                .toList());
    }

    private static String only(String text, List<String> ids) {
        if (ids.size() > 1) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "the number %s is that of several documents; name one of %s"
                            .formatted(text, String.join(", ", ids)));
        }
        return ids.isEmpty() ? text : ids.getFirst();
    }

    private static List<String> ids(Api api, String kind, String id, String number) {
        return api.get("/v1/" + kind + "?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8))
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path(id).asString())
                .toList();
    }

    private DocumentNumber() {}
}
